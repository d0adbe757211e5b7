/** Which way of a console one is on. */
export interface WayShown {
  readonly path: string;
  readonly label: string;
  readonly count?: number;
  /** Pages elsewhere that belong to it. */
  readonly also?: readonly string[];
}

const lies = (at: string, path: string): boolean => at === path || at.startsWith(`${path}/`);

/** The longest path that fits; the first way lies above all others, so it is only itself. */
export function wayHere<Way extends Pick<WayShown, 'path' | 'also'>>(
  at: string,
  ways: readonly Way[],
): Way | undefined {
  return ways
    .flatMap((way, n) => [way.path, ...(way.also ?? [])].map((path) => ({ way, path, only: n === 0 })))
    .filter(({ path, only }) => (only ? at === path : lies(at, path)))
    .toSorted((a, b) => b.path.length - a.path.length)[0]?.way;
}
