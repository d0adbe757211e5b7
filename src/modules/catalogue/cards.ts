import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { Picture } from './listing.ts';
import type { Kind } from './product.ts';
import { tree } from './category-tree.ts';
import type { Category } from './category.ts';
import { spoken } from './composed.ts';
import type { About } from './composed.ts';
import type { Texts } from './texts.ts';

/** A product in a list. */
export interface Card {
  product: string;
  store: string;
  category: string;
  /** As the seller wrote it for readers of the language, else composed; see `spoken`. */
  title: string;
  /** The language of the title where it is not the reader's. */
  titleIn?: string;
  brand: string;
  currency: string;
  /** What one costs at the least, at the minimum order. */
  fromMinor: bigint;
  /** Some cost otherwise: another variant, or more pieces. */
  varies: boolean;
  minimum: number;
  digital: boolean;
  soldOut: boolean;
  picture: Picture | null;
  battery: string;
  /** What is sent when one buys the cheapest variant, as few of it as are sold: for the price delivered. */
  least: LeastParcel | null;
}

export interface LeastParcel {
  pieces: number;
  /** Of one piece. */
  minor: bigint;
  grams: number;
  sizeMm: readonly [number, number, number];
}

export interface CardRow {
  id: string;
  store: string;
  category: string;
  titles: Texts;
  /** What a title can be put together from, where nobody wrote one in the language asked for. */
  about: About['attributes'] | null;
  brand: string;
  currency: string;
  from_minor: bigint;
  varies: boolean;
  minimum: number;
  kind: Kind;
  sold_out: boolean;
  picture: Picture | null;
  battery: string;
  least: { pieces: number; minor: number; grams: number; size: [number, number, number] } | null;
}

/** The columns of a card, for readers of a language. */
export const cardColumns = (locale: string) => sql.part`p.id, p.store, p.category, p.titles, p.brand,
           case when p.kind = 'digital' or p.titles ? ${locale} then null else p.attributes end as about, p.currency, p.from_minor, p.varies, p.minimum, p.kind, p.sold_out, p.pictures -> 0 as picture,
           p.battery, p.least`;

/** The cards of rows, in their order. */
export async function cardsFrom(ask: Asking, rows: readonly CardRow[], locale: string): Promise<Card[]> {
  const categories = rows.map(({ category }) => category);
  const { byId } = await tree(ask, categories);
  return rows.map((row) => cardOf(row, locale, byId.get(row.category)));
}

function cardOf({ about, ...row }: CardRow, locale: string, category: Category | undefined): Card {
  const { original: _, ...called } = spoken(
    row.titles,
    locale,
    about && { brand: row.brand, attributes: about },
    category,
  );
  return {
    product: row.id,
    store: row.store,
    category: row.category,
    ...called,
    brand: row.brand,
    currency: row.currency,
    fromMinor: row.from_minor,
    varies: row.varies,
    minimum: row.minimum,
    digital: row.kind === 'digital',
    soldOut: row.sold_out,
    picture: row.picture,
    battery: row.battery,
    least: row.least && {
      pieces: row.least.pieces,
      minor: BigInt(row.least.minor),
      grams: row.least.grams,
      sizeMm: row.least.size,
    },
  };
}

/** The cards of these products in the order asked; those that are not on sale are left out. */
export async function cardsOf(
  ask: Asking,
  { products, locale }: { products: readonly string[]; locale: string },
): Promise<Card[]> {
  const ids = products.filter(isId);
  if (ids.length === 0) return [];
  const rows = await ask.many<CardRow>(sql`
    select ${cardColumns(locale)} from catalogue.products p where p.id = any(${ids}::uuid[]) and p.on_sale`);
  const found = new Map((await cardsFrom(ask, rows, locale)).map((card) => [card.product, card]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** What came last, over all categories: for a first visit. */
export async function newestCards(
  ask: Asking,
  { locale, limit = 24 }: { locale: string; limit?: number },
): Promise<Card[]> {
  const rows = await ask.many<CardRow>(sql`
    select ${cardColumns(locale)} from catalogue.products p where p.on_sale order by p.listed_at desc, p.id desc limit ${limit}`);
  return cardsFrom(ask, rows, locale);
}

export interface CardPage {
  cards: Card[];
  page: number;
  /** There is a next page. */
  more: boolean;
}

export const perPage = 24;

/** The storefront: what a store has on sale, newest first. */
export async function storeCards(
  ask: Asking,
  { store, locale, page = 1 }: { store: string; locale: string; page?: number },
): Promise<CardPage> {
  if (!isId(store)) return { cards: [], page, more: false };
  const rows = await ask.many<CardRow>(sql`
    select ${cardColumns(locale)} from catalogue.products p
     where p.store = ${store} and p.on_sale
     order by p.listed_at desc, p.id desc
     limit ${perPage + 1} offset ${(page - 1) * perPage}`);
  return { cards: await cardsFrom(ask, rows.slice(0, perPage), locale), page, more: rows.length > perPage };
}
