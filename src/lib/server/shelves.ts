/** Shelves of goods that may be liked, each with why it is shown. What is not on sale, or sold out, stands on none. */
import type { RequestEvent } from '@sveltejs/kit';
import { countryName } from '#kernel/place';
import { cardsOf } from '#modules/catalogue';
import type { Card } from '#modules/catalogue';
import { alsoLookedAt, forYou, goesWith, popularIn } from '#modules/discovery';
import { shopCards } from './cards.ts';
import type { ShopCard } from './cards.ts';
import { footprintsAllowedHere } from './cookies.ts';

export interface ShownShelf {
  kind: 'for_you' | 'popular' | 'goes_with' | 'also';
  cards: ShopCard[];
  /** For whom: titles of theirs that speak loudest for it; or the country. */
  because: string;
}

/** Fewer say nothing. */
const least = 2;
/** Asked for beyond what is shown, as some may be gone. */
const spare = 6;

/** A person's account says it when it is written; of a guest their browser says it now. */
export const mayKeepFootprints = ({ locals, cookies }: Pick<RequestEvent, 'locals' | 'cookies'>): boolean =>
  locals.by.kind === 'person' || (locals.by.kind === 'guest' && footprintsAllowedHere({ cookies }));

/** The goods of a shelf, as the catalogue has their cards. */
export interface ChosenShelf extends Omit<ShownShelf, 'cards'> {
  cards: Card[];
}

async function choose(
  locals: App.Locals,
  kind: ShownShelf['kind'],
  products: readonly string[],
  { most, because = '' }: { most: number; because?: string },
): Promise<ChosenShelf | undefined> {
  const cards = await locals.ask(cardsOf, { products, locale: locals.locale });
  const there = cards.filter(({ soldOut }) => !soldOut).slice(0, most);
  return there.length < least ? undefined : { kind, because, cards: there };
}

async function show(locals: App.Locals, chosen: ChosenShelf | undefined): Promise<ShownShelf | undefined> {
  return chosen && { ...chosen, cards: await shopCards(locals, chosen.cards) };
}

/** What somebody may like by what they let be kept; while that says nothing, what their country looks at. */
export async function chosenForHome(
  { locals, cookies }: Pick<RequestEvent, 'locals' | 'cookies'>,
  most: number,
): Promise<ChosenShelf | undefined> {
  const { country, locale } = locals;
  if (mayKeepFootprints({ locals, cookies })) {
    const { found } = await locals.ask(forYou, { most: most + spare });
    const products = found.map(({ product }) => product);
    const reasons = await locals.ask(cardsOf, { products: found.slice(0, 1).map(({ because }) => because), locale });
    const shelf = await choose(locals, 'for_you', products, { most, because: reasons[0]?.title ?? '' });
    if (shelf) return shelf;
  }
  const { products } = await locals.ask(popularIn, { country, most: most + spare });
  return choose(locals, 'popular', products, { most, because: countryName(country, locale) });
}

export const homeShelf = async (event: Pick<RequestEvent, 'locals' | 'cookies'>, most: number) =>
  show(event.locals, await chosenForHome(event, most));

export async function shelvesBeside(locals: App.Locals, product: string, most: number): Promise<ShownShelf[]> {
  const [together, also] = await Promise.all([
    locals.ask(goesWith, { products: [product], most: most + spare }),
    locals.ask(alsoLookedAt, { product, most: 2 * most + spare }),
  ]);
  const first = await show(locals, await choose(locals, 'goes_with', together.products, { most }));
  const shown = new Set(first?.cards.map((card) => card.product));
  const others = also.products.filter((one) => !shown.has(one));
  const second = await show(locals, await choose(locals, 'also', others, { most }));
  return [first, second].filter((one) => one !== undefined);
}

/** Beside a cart, or what was bought. */
export async function goesWithShelf(
  locals: App.Locals,
  goods: readonly string[],
  most: number,
): Promise<ShownShelf | undefined> {
  const { products } = await locals.ask(goesWith, { products: goods, most: most + spare });
  return show(locals, await choose(locals, 'goes_with', products, { most }));
}
