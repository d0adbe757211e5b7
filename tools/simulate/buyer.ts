/** What buyers do: lay things aside, order, pay in their own time or not at all, change their mind, accept. */
import { newestCards, productPage } from '#modules/catalogue';
import type { Card } from '#modules/catalogue';
import {
  acceptDelivery,
  addToCart,
  cancelOrder,
  checkoutOf,
  payAgain,
  placePurchase,
  purchasePage,
} from '#modules/trade';
import type { Placed } from '#modules/trade';
import { guest } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { countLooks, looksAround } from './looks.ts';
import { shopper } from './people.ts';
import type { Shopper } from './people.ts';
import { reasons } from './reasons.ts';
import type { Play } from './simulate.ts';

const minute = 60_000;
const hour = 60 * minute;

export async function buyerComes(play: Play): Promise<void> {
  const { street, chance, counts } = play;
  const who = shopper(chance, counts.purchases + counts.refused);
  const by = guest(who.guest);
  if (!(await fillCart(play, by, who))) return;
  const input = { ...who, method: 'card' };
  const checkout = await street.ask(by, checkoutOf, {
    country: who.country,
    postalCode: who.address['postalCode'] ?? '',
    currency: who.currency,
    locale: who.locale,
  });
  const methods = checkout.methods.map((one) => one.code);
  const method =
    methods.includes('boleto') && chance.happens(0.35)
      ? 'boleto'
      : methods.includes('pix') && chance.happens(0.4)
        ? 'pix'
        : 'card';
  const { email, name, address, country, currency, locale, taxId } = input;
  const placed = await street.does(`place ${who.guest}`, by, placePurchase, {
    email,
    name,
    address,
    country,
    currency,
    locale,
    method,
    ...(taxId ? { taxId } : {}),
  });
  if (!placed.ok) {
    counts.refused += 1;
    return;
  }
  counts.purchases += 1;
  planPayment(play, by, placed.value, method);
  if (chance.happens(0.03))
    play.after(chance.whole(1, 30) * hour, 'a buyer cancels', () => cancels(play, by, placed.value, who.country));
}

interface Shelf {
  day: number;
  cards: Card[];
}
const shelves = new WeakMap<object, Map<string, Shelf>>();

/** What is on sale, looked up once a day: the shop's own pages are no fresher than that to people who stroll. */
export async function shelfOf({ street }: Play, by: Actor, locale: string): Promise<Card[]> {
  const kept = shelves.get(street) ?? new Map<string, Shelf>();
  shelves.set(street, kept);
  const day = Math.floor(street.house.clock.now().getTime() / (24 * hour));
  const shelf = kept.get(locale);
  if (shelf?.day === day) return shelf.cards;
  const cards = await street.ask(by, newestCards, { locale, limit: 2000 });
  kept.set(locale, { day, cards });
  return cards;
}

/** Some goods are liked more than others, and so is one store. */
function likes({ chance, favourite }: Play, cards: readonly Card[]): Card {
  const theirs = favourite && chance.happens(0.15) ? cards.filter(({ store }) => store === favourite) : cards;
  const among = theirs.length > 0 ? theirs : cards;
  return among[Math.floor(among.length * chance.next() ** 1.7)]!;
}

async function fillCart(play: Play, by: Actor, who: Shopper): Promise<boolean> {
  const { street, chance } = play;
  const cards = await shelfOf(play, by, who.locale);
  let laid = 0;
  let first: Card | undefined;
  for (let things = chance.pick([1, 1, 1, 2, 2, 3]); things > 0 && cards.length > 0; things--) {
    // What goes into one parcel is carried once: every other further thing is of the store of the first.
    const beside = laid > 0 && things % 2 === 1 ? cards.filter(({ store }) => store === first?.store) : cards;
    const card = likes(play, beside);
    first ??= card;
    const liked = card.product;
    looksAround(play, cards, { liked, country: who.country, buyer: by.id });
    const page = await street.ask(by, productPage, { product: liked, locale: who.locale });
    const variant = page && chance.pick(page.variants);
    if (!variant) continue;
    const quantity = Math.max(variant.minimum, chance.pick([1, 1, 1, 1, 2, 3]));
    const said = await street.does(`lay ${by.id} ${things}`, by, addToCart, { variant: variant.variant, quantity });
    if (said.ok) laid += 1;
  }
  return laid > 0;
}

/** Cards at once, Pix within minutes, boletos in days; some never. */
function planPayment(play: Play, by: Actor, placed: Placed, method: string): void {
  const { chance } = play;
  if (chance.happens(method === 'boleto' ? 0.18 : method === 'pix' ? 0.08 : 0.03)) return;
  const wait =
    method === 'boleto'
      ? chance.whole(2 * 60, 80 * 60) * minute
      : method === 'pix'
        ? chance.whole(1, 12) * minute
        : chance.whole(1, 4) * minute;
  play.after(wait, 'a buyer pays', () => pays(play, by, placed));
}

async function pays(play: Play, by: Actor, placed: Placed): Promise<void> {
  const { street, chance, counts } = play;
  const page = await street.ask(by, purchasePage, { purchase: placed.purchase });
  const waiting = page?.payments.find((one) => one.state === 'waiting' || one.state === 'expired');
  const at = waiting && street.world.provider.ofReference(waiting.payment)[0];
  if (!at) return;
  const declined = waiting.method === 'card' && chance.happens(0.04);
  try {
    if (declined) street.world.provider.fail(at.id);
    else street.world.provider.pay(at.id);
  } catch {
    return; // The provider no longer takes it: expired, or cancelled meanwhile.
  }
  await street.settle();
  if (declined) return paysAnotherWay(play, by, placed);
  counts.paid += 1;
  for (const { order } of placed.orders) watch(play, by, order);
}

/** The card was declined: half of the buyers try another within minutes. */
async function paysAnotherWay(play: Play, by: Actor, placed: Placed): Promise<void> {
  const { street, chance } = play;
  if (!chance.happens(0.5)) return;
  const said = await street.does(`again ${placed.purchase}`, by, payAgain, {
    purchase: placed.purchase,
    method: 'card',
  });
  if (said.ok) play.after(chance.whole(1, 5) * minute, 'a buyer pays', () => pays(play, by, placed));
}

const waiting = new WeakMap<object, Map<string, Actor>>();

/** From now on the buyer looks whether it has come. */
function watch({ street }: Play, by: Actor, order: string): void {
  const theirs = waiting.get(street) ?? new Map<string, Actor>();
  waiting.set(street, theirs);
  theirs.set(order, by);
}

/** In the evening people look at what has come; most accept within days, some leave it to the timer. */
export async function buyersLook(play: Play): Promise<void> {
  const { street, chance, counts } = play;
  await countLooks(play);
  const theirs = waiting.get(street);
  if (!theirs) return;
  const { rows } = await street.house.db.query(
    `select id from trade.orders where state = 'delivered' order by placed_at, goods_minor, id`,
  );
  for (const { id: order } of rows as { id: string }[]) {
    const by = theirs.get(order);
    if (!by || !chance.happens(0.4)) continue;
    counts.delivered += 1;
    theirs.delete(order);
    if (!chance.happens(0.8)) continue;
    const said = await street.does(`accept ${order}`, by, acceptDelivery, { order });
    if (said.ok) counts.accepted += 1;
  }
}

async function cancels({ street, counts }: Play, by: Actor, placed: Placed, country: string): Promise<void> {
  const said = await street.does(`cancel ${placed.purchase}`, by, cancelOrder, {
    order: placed.orders[0]!.order,
    why: reasons.mindChanged(country),
  });
  if (said.ok) counts.cancelled += 1;
}
