/** How the list of orders stands, as its address says it: every link of the list keeps the rest. */
export interface OrderView {
  tab: string;
  text: string;
  carriage: string;
  country: string;
  sort: string;
  page: number;
}

/** Without a tab it is what is to ship: that is what one comes for. */
export function viewIn(url: URL): OrderView {
  const said = (name: string, most: number) => (url.searchParams.get(name) ?? '').slice(0, most);
  const chosen = (name: string) => (said(name, 10) === 'any' ? '' : said(name, 10));
  const page = Number(said('page', 5));
  return {
    tab: said('state', 20) || 'funded',
    text: said('q', 200).trim(),
    carriage: chosen('carriage'),
    country: chosen('country'),
    sort: said('sort', 20),
    page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1,
  };
}

/** The query of a view, with what is changed in it; a change of what is shown begins at its first page. */
export function queryOf(view: OrderView, change: Partial<OrderView> = {}): string {
  const { tab, text, carriage, country, sort, page } = { ...view, page: 1, ...change };
  const query = new URLSearchParams();
  if (tab !== 'funded') query.set('state', tab);
  if (text) query.set('q', text);
  if (carriage) query.set('carriage', carriage);
  if (country) query.set('country', country);
  if (sort) query.set('sort', sort);
  if (page > 1) query.set('page', String(page));
  const said = query.toString();
  return said && `?${said}`;
}

/** Orders that are worked on together, in an address: `?orders=a,b,c`. */
export const chosenIn = (url: URL): string[] =>
  (url.searchParams.get('orders') ?? '')
    .split(',')
    .filter((id) => /^[0-9a-f-]{36}$/.test(id))
    .slice(0, 100);

/** The numbers of a pasted column, one for each order from the top; a line left empty skips its order. */
export const columnOf = (pasted: string): string[] =>
  pasted
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.split('\t').at(-1)!.trim());
