/** Somebody ordered: the store asks what it asked then, the buyer lays the goods in the cart and orders. */
import { editProduct } from '#modules/catalogue';
import { setCarriage } from '#modules/logistics';
import { enrol } from '#modules/parties';
import { addToCart, placePurchase } from '#modules/trade';
import type { PlacePurchaseInput } from '#modules/trade';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import type { House } from '#platform/house';
import type { Store } from './market.ts';
import { actorOf, addressOf, taxIdOf, traderOf } from './people.ts';
import type { PricedStore } from './price.ts';
import { does, methodOf } from './stage.ts';
import type { Act, Stage } from './stage.ts';
import type { Story } from './story.ts';

export const place: Act = async (house, stage, { order, price }) => {
  for (const one of price.stores) await asks(house, stage, one, order);
  const buyer = await buyerOf(house, stage, order.customer);
  for (const { listing, quantity } of price.stores.flatMap(({ lines }) => lines)) {
    const { variant } = stage.market.listed.get(listing)!;
    await does(house, buyer, addToCart, { variant, quantity }, `${order.id}:cart:${listing}`);
  }
  const placed = await does(
    house,
    buyer,
    placePurchase,
    wishOf(stage, order.customer, buyer, price),
    `${order.id}:place`,
  );
  if (placed.total.minor !== BigInt(price.total))
    throw new Error(`Order ${order.id} costs ${placed.total.minor} here and ${price.total} there.`);
  stage.placed.set(order.id, placed);
};

function wishOf(
  stage: Stage,
  customer: string,
  buyer: Actor,
  { stores, parts, total }: Story['price'],
): PlacePurchaseInput {
  const { person, ...place } = stage.olist.customers.get(customer)!;
  const { email, locale, country, currency } = traderOf('customer', person);
  // Of an order without a payment nobody knows how it was to be paid.
  const [main = { type: 'boleto', installments: 1 }, ...also] = [...parts].sort((a, b) => b.minor - a.minor);
  return {
    email,
    name: buyer.name,
    address: addressOf(place),
    country,
    currency,
    locale,
    carriage: Object.fromEntries(
      stores.map(({ seller }) => [stage.market.stores.get(seller)!.store, 'seller:standard']),
    ),
    method: methodOf(main.type),
    installments: main.installments,
    also: also.map(({ type, installments, minor }) => ({ method: methodOf(type), installments, minor })),
    taxId: taxIdOf(person),
    shown: total,
  };
}

async function buyerOf(house: House, { olist, buyers }: Stage, customer: string): Promise<Actor> {
  const { person } = olist.customers.get(customer)!;
  const known = buyers.get(person);
  if (known) return known;
  const trader = traderOf('customer', person);
  const enrolled = await does(house, system, enrol, trader, `customer:${person}`);
  const buyer = actorOf(enrolled.person, trader.name);
  buyers.set(person, buyer);
  return buyer;
}

/** Prices and carriage of that day, set by the seller where they differ from what stands. */
async function asks(
  house: House,
  { market }: Stage,
  { seller, lines, carriage }: PricedStore,
  order: Story['order'],
): Promise<void> {
  const store = market.stores.get(seller)!;
  for (const { listing, unit } of lines) {
    const listed = market.listed.get(listing)!;
    if (listed.minor === unit) continue;
    const variants = [{ id: listed.variant, tiers: [{ from: 1, minor: BigInt(unit) }] }];
    await does(house, store.owner, editProduct, { product: listed.product, variants }, `${order.id}:price:${listing}`);
    listed.minor = unit;
  }
  await carries(house, store, carriage, order);
}

/** What the buyer paid for carriage was worked out by distance and weight; here the store asks it as its price to Brazil for that moment. */
async function carries(
  house: House,
  store: Store,
  carriage: number,
  { id, placedAt, promisedAt }: Story['order'],
): Promise<void> {
  const promised = Math.min(180, Math.max(0, Math.ceil((promisedAt.getTime() - placedAt.getTime()) / 86_400_000)));
  const now = `${carriage} ${promised}`;
  if (store.carriage === now) return;
  const zone = {
    name: 'Brasil',
    countries: ['BR'],
    base: BigInt(carriage),
    perKg: 0n,
    freeFrom: null,
    maxGrams: null,
    days: [0, promised] as const,
  };
  await does(house, store.owner, setCarriage, { store: store.store, zones: [zone] }, `${id}:carriage:${store.store}`);
  store.carriage = now;
}
