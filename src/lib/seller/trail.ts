/**
 * Pages of lists that only know where the next one begins. The way back is kept in the address: the beginnings of the
 * pages before, in their order.
 */
export interface Place {
  before: string | undefined;
  previous: string | undefined;
  next: string | undefined;
}

const most = 200;

export const beforeIn = (url: URL): string | undefined => url.searchParams.get('before') ?? undefined;

export function placeIn(url: URL, next: string | null): Place {
  const before = beforeIn(url);
  const trail = (url.searchParams.get('trail') ?? '').split(' ').filter(Boolean);
  const to = (wanted: string | undefined, behind: readonly string[]): string => {
    const query = new URLSearchParams(url.searchParams);
    query.delete('before');
    query.delete('trail');
    if (wanted) query.set('before', wanted);
    if (behind.length > 0) query.set('trail', behind.join(' '));
    return `?${query}`;
  };
  return {
    before,
    previous: before === undefined ? undefined : to(trail.at(-1), trail.slice(0, -1)),
    next: next === null ? undefined : to(next, before === undefined ? [] : [...trail, before].slice(-most)),
  };
}
