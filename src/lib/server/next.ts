/** Where to go on: an address of ours that came from outside, or else the fallback. Other sites are never gone on to. */
export function localPath(given: unknown, fallback: string): string {
  if (typeof given !== 'string' || !/^\/(?![/\\])[^\\\s]*$/.test(given)) return fallback;
  // As a browser would read it: what leaves this host is not ours.
  const here = 'http://here.invalid';
  const url = new URL(given, here);
  return url.origin === here ? url.pathname + url.search + url.hash : fallback;
}
