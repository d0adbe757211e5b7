/** Columns that sort: `?sort=total`, pressed again `?sort=-total`. */

/** The same list by another order, from its beginning. */
export function sortedAddress(search: string, name: string, sort: string | undefined): string {
  const query = new URLSearchParams(search);
  query.set('sort', sort === name ? `-${name}` : name);
  query.delete('after');
  query.delete('before');
  return `?${query}`;
}

export const sortOrder = (name: string, sort: string | undefined): 'ascending' | 'descending' | undefined =>
  sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : undefined;
