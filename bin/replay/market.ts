/** The marketplace before its first sale: the house's rules for it, categories, stores, and what they list. */
import { must } from '#kernel/result';
import type { Result } from '#kernel/result';
import { bringCategories, bringIn } from '#modules/catalogue';
import { enrol, enrolStore } from '#modules/parties';
import { setTimer } from '#modules/trade';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import type { House } from '#platform/house';
import { perform } from '#platform/perform';
import type { Deed } from '#platform/work';
import { categoriesOf, goodsOf, isMeasured, listingOf, source } from './goods.ts';
import { inLanes } from './lanes.ts';
import type { Olist } from './olist.ts';
import { actorOf, titled, traderOf } from './people.ts';
import { unnamed } from './price.ts';
import type { PricedLine } from './price.ts';
import type { Story } from './story.ts';

export interface Store {
  store: string;
  owner: Actor;
  /** What it asks for carriage now: it changes from order to order. */
  carriage?: string;
}

export interface Listed {
  product: string;
  variant: string;
  /** What one piece costs now. */
  minor: number;
}

export interface Market {
  /** By the data's seller. */
  stores: Map<string, Store>;
  /** By store. */
  owners: Map<string, Actor>;
  /** By listing. */
  listed: Map<string, Listed>;
  /** Listings whose weight or size the data do not tell. */
  withoutSize: number;
}

/** Ten years: the old marketplace cancelled nothing by itself, and took nothing as delivered. */
const longest = 5_256_000;
const why = 'brought over from Olist, which had admitted it';

type Tell = (done: number, of: number) => void;

export async function openMarket(house: House, olist: Olist, stories: readonly Story[], tell: Tell): Promise<Market> {
  for (const name of ['dispatch', 'acceptance_without_scan']) {
    await does(house, `timer:${name}`, setTimer, { name, minutes: longest, why: 'Olist had no such time' });
  }
  const goods = [...goodsOf(stories)].map(([seller, lines]) => ({ seller, lines: [...lines.values()] }));
  const products = goods.flatMap(({ lines }) => lines.map(({ product }) => product));
  await does(house, 'categories', bringCategories, { source, categories: categoriesOf(olist, products) });
  const market: Market = { stores: new Map(), owners: new Map(), listed: new Map(), withoutSize: 0 };
  let opened = 0;
  await inLanes(goods, async ({ seller, lines }) => {
    await list(house, olist, market, lines, await open(house, olist, market, seller));
    tell((opened += 1), goods.length);
  });
  return market;
}

/** The house itself brings all of it over. */
async function does<I, A, R extends { no: string }>(
  house: House,
  key: string,
  deed: Deed<I, Result<A, R>>,
  input: I,
): Promise<A> {
  return must(await perform(house, { key: `olist:${key}`, by: system }, deed, input));
}

async function open(house: House, olist: Olist, market: Market, seller: string): Promise<string> {
  const trader = traderOf('seller', seller);
  const city = titled(olist.sellers.get(seller)?.city ?? '');
  const name = seller === unnamed ? 'Vendedor não informado' : [trader.name, city].filter(Boolean).join(', ');
  const { person } = await does(house, `seller:${seller}`, enrol, { ...trader, name });
  const wish = { owner: person, name, kind: 'company', country: 'BR', currency: 'BRL', city, why } as const;
  const { store } = await does(house, `store:${seller}`, enrolStore, wish);
  const owner = actorOf(person, name, store);
  market.stores.set(seller, { store, owner });
  market.owners.set(store, owner);
  return store;
}

async function list(house: House, olist: Olist, market: Market, lines: PricedLine[], store: string): Promise<void> {
  const products = lines.map((line) => listingOf(olist, line, house.clock.now()));
  const { leftOut } = await does(house, `goods:${store}`, bringIn, { store, currency: 'BRL', products });
  if (leftOut.length > 0) throw new Error(`Listings of store ${store} were left out: ${JSON.stringify(leftOut[0])}`);
  for (const [n, line] of lines.entries()) {
    const { id: product, listing } = products[n]!;
    market.listed.set(line.listing, { product, variant: listing.variants[0]!.id, minor: line.unit });
    if (!isMeasured(olist, line)) market.withoutSize += 1;
  }
}
