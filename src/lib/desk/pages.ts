/** Lists that know how many pages they have, or only whether more follows. What else the address asks for stays. */
export function pageIn(url: URL): number {
  const page = Number(url.searchParams.get('page') ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}

export function pagesAround(url: URL, more: boolean): { previous: string | undefined; next: string | undefined } {
  const page = pageIn(url);
  return {
    previous: page > 1 ? withQuery(url, { page: page === 2 ? undefined : String(page - 1) }) : undefined,
    next: more ? withQuery(url, { page: String(page + 1) }) : undefined,
  };
}

/** The same address with some of its query changed; what is undefined or empty goes. */
export function withQuery(
  url: { readonly searchParams: Iterable<[string, string]> },
  changes: Record<string, string | undefined>,
): string {
  const query = new URLSearchParams([...url.searchParams]);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  return `?${query}`;
}

/** What a query says, if it is one of these. */
export function oneIn<const T extends string>(url: URL, name: string, choices: readonly T[], fallback: T): T {
  const said = url.searchParams.get(name);
  return choices.find((choice) => choice === said) ?? fallback;
}

/** What was typed into a search, not longer than anybody needs. */
export const textIn = (url: URL, name = 'q'): string => (url.searchParams.get(name) ?? '').trim().slice(0, 200);
