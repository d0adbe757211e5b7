/** A store's page as it was arranged: for visitors, and for those who arrange it. */
import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { cardColumns, cardsFrom, cardsOf } from '../cards.ts';
import type { Card, CardRow } from '../cards.ts';
import { tree } from '../category-tree.ts';
import { listsFor } from '../product-row.ts';
import { said } from '../texts.ts';
import { nothingArranged } from './design.ts';
import type { Picture } from '../listing.ts';
import type { Banner, Design, Link, Section } from './design.ts';

/** A section with what stands in it now. Sections that have nothing to show are left out. */
export interface ShownSection {
  kind: Section['kind'];
  title: string;
  text: string;
  cards: Card[];
  picture: Picture | null;
  /** Where the picture leads, and what that is called. */
  link: (Link & { name: string }) | null;
}

export interface StoreDesign {
  banner: Banner | null;
  sections: ShownSection[];
}

const cardsOfCategory = 8;

/** As visitors see it; with `draft`, for whoever arranges it, as they would. */
export async function storeDesign(
  ask: Asking,
  { store, locale, draft = false }: { store: string; locale: string; draft?: boolean },
): Promise<StoreDesign> {
  const row = isId(store) ? await readDesign(ask, store) : undefined;
  const mine = draft && listsFor(ask.by, store);
  const { banner, sections } = (mine && row?.draft) || row?.shown || nothingArranged;
  const filled = await Promise.all(sections.map((one) => filledIn(ask, { store, locale, section: one })));
  return { banner, sections: filled.filter(({ text, cards, picture }) => text !== '' || cards.length > 0 || picture) };
}

async function filledIn(
  ask: Asking,
  { store, locale, section }: { store: string; locale: string; section: Section },
): Promise<ShownSection> {
  const title = said(section.titles, locale);
  const bare = { kind: section.kind, title, text: '', cards: [], picture: null, link: null };
  if (section.kind === 'text') return { ...bare, text: said(section.texts, locale) };
  if (section.kind === 'picture') return { ...bare, ...(await leading(ask, { store, locale, section })) };
  if (section.kind === 'products') {
    const cards = await cardsOf(ask, { products: section.products, locale });
    return { ...bare, cards: cards.filter((card) => card.store === store) };
  }
  const names = (await tree(ask)).byId.get(section.category)?.names ?? {};
  const rows = await ask.many<CardRow>(sql`
    select ${cardColumns(locale)}
      from catalogue.products p
      join catalogue.shelves s on s.product = p.id
     where p.store = ${store} and p.on_sale and s.category = ${section.category}
     order by p.listed_at desc, p.id desc
     limit ${cardsOfCategory}`);
  return { ...bare, title: title || said(names, locale), cards: await cardsFrom(ask, rows, locale) };
}

/** A picture that leads to what is not on sale any more, or to a category that is gone, is not shown. */
async function leading(
  ask: Asking,
  { store, locale, section }: { store: string; locale: string; section: Extract<Section, { kind: 'picture' }> },
): Promise<Partial<ShownSection>> {
  const { picture, link } = section;
  const name =
    link.to === 'category'
      ? said((await tree(ask)).byId.get(link.id)?.names ?? {}, locale)
      : (await cardsOf(ask, { products: [link.id], locale })).find((card) => card.store === store)?.title;
  return name ? { picture, link: { ...link, name } } : {};
}

interface DesignRow {
  shown: Design;
  draft: Design | null;
  changed_at: Date;
  changed_by: string;
  shown_at: Date | null;
}

function readDesign(ask: Asking, store: string): Promise<DesignRow | undefined> {
  return ask.one<DesignRow>(sql`
    select shown, draft, changed_at, changed_by, shown_at from catalogue.store_designs where store = ${store}`);
}

export interface DesignForSeller {
  /** As it is being arranged; what visitors see when nobody is at it. */
  design: Design;
  /** Whether visitors see something else still. */
  waits: boolean;
  /** For the next change, so that two people do not undo each other. */
  seen: string;
  changedAt: Date | null;
  changedBy: string;
  shownAt: Date | null;
  /** Where the store has goods on sale, by name: what a section may show. */
  categories: { id: string; name: string; goods: number }[];
}

/** Undefined for other people's stores. */
export async function designForSeller(
  ask: Asking,
  { store, locale = 'en' }: { store: string; locale?: string },
): Promise<DesignForSeller | undefined> {
  if (!isId(store) || !listsFor(ask.by, store)) return undefined;
  const [row, counts, { byId }] = await Promise.all([
    readDesign(ask, store),
    ask.many<{ category: string; goods: number }>(sql`
      select s.category, count(*)::int as goods
        from catalogue.shelves s
        join catalogue.products p on p.id = s.product
       where p.store = ${store} and p.on_sale
       group by s.category`),
    tree(ask),
  ]);
  const categories = counts.map(({ category, goods }) => {
    return { id: category, name: said(byId.get(category)?.names ?? {}, locale), goods };
  });
  return {
    design: row?.draft ?? row?.shown ?? nothingArranged,
    waits: row?.draft != null,
    seen: row?.changed_at.toISOString() ?? '',
    changedAt: row?.changed_at ?? null,
    changedBy: row?.changed_by ?? '',
    shownAt: row?.shown_at ?? null,
    categories: categories.sort((a, b) => a.name.localeCompare(b.name, locale)),
  };
}
