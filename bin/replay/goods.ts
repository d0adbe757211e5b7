/** The data's goods as listings. They have neither titles nor codes nor stock: what stands in for them is said here. */
import { createHash } from 'node:crypto';
import type { Brought, CategoryRow } from '#modules/catalogue';
import type { Olist, OlistProduct } from './olist.ts';
import { titled } from './people.ts';
import { unnamed } from './price.ts';
import type { PricedLine } from './price.ts';
import type { Story } from './story.ts';

/** Where the categories come from. */
export const source = 'olist';

/** What each seller sells in all, by seller and listing: at its first price, and how many pieces there must be. */
export function goodsOf(stories: readonly Story[]): Map<string, Map<string, PricedLine>> {
  const goods = new Map<string, Map<string, PricedLine>>();
  for (const { seller, lines } of stories.flatMap(({ price }) => price.stores)) {
    const listed = goods.get(seller) ?? new Map<string, PricedLine>();
    goods.set(seller, listed);
    for (const line of lines) {
      const first = listed.get(line.listing) ?? { ...line, quantity: 0 };
      listed.set(line.listing, { ...first, quantity: first.quantity + line.quantity });
    }
  }
  return goods;
}

const categoryOf = (olist: Olist, product: string): string => olist.products.get(product)?.category ?? '';
const categoryId = (category: string): string => `olist-${category === '' ? unnamed : category.replaceAll('_', '-')}`;
/** 'furniture_decor' → 'Furniture decor'. */
const said = (word: string): string => titled(word.slice(0, 1)) + word.slice(1).replaceAll('_', ' ');

/** The data's own categories, below one of their own: what our categories ask of goods cannot be told from the data. */
export function categoriesOf(olist: Olist, products: string[]): CategoryRow[] {
  const own = { hs: null, attributes: [] };
  const needed = [...new Set(products.map((product) => categoryOf(olist, product)))].sort();
  return [
    { id: source, parent: null, path: [source], names: { en: 'Olist', 'pt-BR': 'Olist' }, ...own },
    ...needed.map((category) => {
      const id = categoryId(category);
      return { id, parent: source, path: [source, id], names: namesOf(olist, category), ...own };
    }),
  ];
}

function namesOf({ english }: Olist, category: string): Record<string, string> {
  if (category === '') return { en: 'Without a category', 'pt-BR': 'Sem categoria' };
  return { en: said(english.get(category) ?? category), 'pt-BR': said(category) };
}

/** Goods are called by their category and the beginning of their id. */
function titlesOf(olist: Olist, product: string): Record<string, string> {
  if (product.startsWith(unnamed)) return { en: 'Goods that the data do not name', 'pt-BR': 'Produto não informado' };
  const names = namesOf(olist, categoryOf(olist, product));
  return Object.fromEntries(Object.entries(names).map(([locale, name]) => [locale, `${name} ${product.slice(0, 8)}`]));
}

/** How much was on the shelves, the data do not tell: all that was sold, and some more. */
const toSpare = 10;

/** Goods that never cross a border have no code in the data; chapter 99 is each country's own. */
const noHsCode = '999999';

export function listingOf(olist: Olist, { listing, product, quantity, unit }: PricedLine, at: Date): Brought {
  const { grams, mm } = measured(olist.products.get(product));
  const variant = {
    id: idOf(at, 'variant', listing),
    sku: product.slice(0, 60),
    gtin: '',
    choice: {},
    tiers: [{ from: 1, minor: BigInt(unit) }],
    grams,
    sizeMm: mm,
    onHand: quantity + toSpare,
  };
  const said = {
    category: categoryId(categoryOf(olist, product)),
    titles: titlesOf(olist, product),
    hs: noHsCode,
    origin: 'BR',
  };
  const unsaid = { brand: '', descriptions: {}, attributes: {}, options: [], pictures: [] };
  const listed = { kind: 'goods', battery: 'none', variants: [variant] } as const;
  return { id: idOf(at, 'product', listing), listing: { ...said, ...unsaid, ...listed } };
}

export const isMeasured = ({ products }: Olist, { product }: PricedLine): boolean => {
  const known = products.get(product);
  return known !== undefined && known.grams > 0 && !known.mm.includes(0);
};

/** At least a gram and a millimetre: a parcel of nothing is none. */
function measured(known: OlistProduct | undefined): { grams: number; mm: [number, number, number] } {
  const [length, width, height] = (known?.mm ?? [0, 0, 0]).map((side) => Math.max(1, side)) as [number, number, number];
  return { grams: Math.max(1, known?.grams ?? 0), mm: [length, width, height] };
}

/** An id of our shape (UUIDv7) that is always the same for the same listing. */
function idOf(at: Date, ...what: string[]): string {
  const bytes = createHash('sha256').update(what.join('\0')).digest();
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
