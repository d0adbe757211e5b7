/** The columns of the table of products, and what of an address makes a view of it. */
export const productColumns = [
  'state',
  'price',
  'stock',
  'changed',
  'score',
  'sku',
  'category',
  'brand',
  'hs',
  'origin',
] as const;
export type ProductColumn = (typeof productColumns)[number];
const usual: readonly ProductColumn[] = ['state', 'price', 'stock', 'changed'];

export function columnsOf(query: URLSearchParams): readonly ProductColumn[] {
  const wanted = query.getAll('col');
  const chosen = productColumns.filter((one) => wanted.includes(one));
  return chosen.length > 0 ? chosen : usual;
}

const parts = ['q', 'state', 'category', 'stock', 'mend', 'sort', 'col'];

/** What is looked for, how it is sorted and which columns are shown, always in the same order; never the page. */
export function viewQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of parts) for (const value of query.getAll(name)) if (value) kept.append(name, value.slice(0, 200));
  return kept.toString().slice(0, 1000);
}
