/**
 * Pages that the service worker hands out without a connection: as text, because nothing else of them is at hand. What they say
 * then stands in them already, hidden, in their own language.
 */

/** Without its scripts: those that are not at hand could only fail, and would ask for the page again without end. */
export const still = (page: string): string =>
  page.replaceAll(/<script\b[^]*?<\/script>/g, '').replaceAll(/<link[^>]*modulepreload[^>]*>/g, '');

/** Says that it is a copy, and of when. */
export function marked(page: string, at: Date, locale: string): string {
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  return page
    .replace(/(<[a-z]+\b[^>]*\bdata-kept\b[^>]*?)\s+hidden(?:="")?/, '$1')
    .replace(/(<time\b[^>]*\bdata-kept-at\b[^>]*>)[^<]*/, `$1${escaped(when)}`);
}

export interface KeptOrder {
  path: string;
  title: string;
}

/** The page that tells there is no connection, with the orders that can be opened all the same. */
export function withOrders(page: string, orders: readonly KeptOrder[]): string {
  if (orders.length === 0) return page;
  const lines = orders.map(({ path, title }) => `<li><a href="${escaped(path)}">${escaped(title)}</a></li>`).join('');
  return page
    .replace(/(<[a-z]+\b[^>]*\bdata-kept-orders\b[^>]*?)\s+hidden(?:="")?/, '$1')
    .replace(/(<ul\b[^>]*\bdata-kept-list\b[^>]*>)(?:[^]*?)(?=<\/ul>)/, (_all, open: string) => open + lines);
}

/** What a kept page is called, without the name of the shop, which all have. */
export function titleOf(page: string): string {
  const [, title = ''] = /<title>([^<]*)<\/title>/.exec(page) ?? [];
  return title
    .replace(/\s+·\s+Entrepot$/, '')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => signs[name] ?? '')
    .trim();
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
