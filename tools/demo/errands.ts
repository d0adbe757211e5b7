/** What people of the demo's accounts did in the last weeks: Ana has an order in every state, Mei has some to ship this morning. */
import { productPage } from '#modules/catalogue';
import { refundByDesk } from '#modules/payments';
import { acceptDelivery, addToCart, cancelOrder, placePurchase, purchasePage } from '#modules/trade';
import type { Placed } from '#modules/trade';
import { guest, system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { shelfOf } from '../simulate/buyer.ts';
import { shopper } from '../simulate/people.ts';
import type { Shopper } from '../simulate/people.ts';
import { reasons } from '../simulate/reasons.ts';
import type { Play } from '../simulate/simulate.ts';
import { anasHome } from './people.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** What becomes of an order: nothing more after the word. */
type Goes = 'unpaid' | 'cancelled unpaid' | 'cancelled' | 'paid' | 'delivered' | 'accepted' | 'refunded';

interface Errand {
  daysAgo: number;
  method: 'card' | 'pix' | 'boleto';
  goes: Goes;
  /** At Mei's. */
  mei?: boolean;
  things?: number;
}

const anas: readonly Errand[] = [
  { daysAgo: 78, method: 'card', goes: 'accepted', mei: true },
  { daysAgo: 63, method: 'pix', goes: 'accepted', things: 2 },
  { daysAgo: 52, method: 'card', goes: 'refunded' },
  { daysAgo: 44, method: 'boleto', goes: 'unpaid' },
  { daysAgo: 40, method: 'card', goes: 'accepted', mei: true },
  { daysAgo: 33, method: 'pix', goes: 'cancelled' },
  { daysAgo: 26, method: 'card', goes: 'delivered', mei: true },
  { daysAgo: 23, method: 'card', goes: 'delivered' },
  { daysAgo: 12, method: 'card', goes: 'cancelled unpaid' },
  { daysAgo: 6, method: 'pix', goes: 'paid', mei: true, things: 2 },
  { daysAgo: 4.4, method: 'card', goes: 'paid' },
  { daysAgo: 0.5, method: 'card', goes: 'paid', mei: true },
  { daysAgo: 0.4, method: 'boleto', goes: 'unpaid', things: 2 },
];

export interface Cast {
  ana: Actor;
  /** Mei's store. */
  mei: string;
  /** When the history ends. */
  end: Date;
}

export function planErrands(play: Play, { ana, mei, end }: Cast): void {
  const at = (daysAgo: number) => new Date(end.getTime() - daysAgo * day);
  const start = play.street.house.clock.now();
  const household = { ...anasHome, region: 'SP' };
  const who = {
    email: 'ana@demo.entrepot.test',
    name: 'Ana Souza',
    address: household,
    country: 'BR',
    currency: 'BRL',
    locale: 'pt-BR',
    taxId: '390.533.447-05',
  };
  for (const errand of anas)
    if (at(errand.daysAgo) > start)
      play.agenda.at(at(errand.daysAgo), 'Ana comes', () => goesShopping(play, { by: ana, who, errand, mei }));
  for (let n = 0; n < 9; n++) {
    const guestly = shopper(play.chance.branch(`at Mei's ${n}`), 90_000 + n);
    const errand: Errand = { daysAgo: 0.62 - n * 0.05, method: 'card', goes: 'paid', mei: true, things: 1 + (n % 2) };
    play.agenda.at(at(errand.daysAgo), 'somebody comes to Mei', () =>
      goesShopping(play, { by: guest(guestly.guest), who: guestly, errand, mei }),
    );
  }
}

interface Going {
  by: Actor;
  who: Omit<Shopper, 'guest'>;
  errand: Errand;
  mei: string;
}

async function goesShopping(play: Play, { by, who, errand, mei }: Going): Promise<void> {
  const { method, goes, things = 1 } = errand;
  await laysAside(play, { by, locale: who.locale, store: errand.mei ? mei : undefined, things });
  const { email, name, address, country, currency, locale, taxId } = who;
  const input = { email, name, address, country, currency, locale, method, ...(taxId ? { taxId } : {}) };
  const placed = await play.street.does(`errand ${by.id} ${errand.daysAgo}`, by, placePurchase, input);
  if (!placed.ok) {
    play.counts.refused += 1;
    return;
  }
  play.counts.purchases += 1;
  const minutes = (many: number, what: string, act: () => Promise<void>) => play.after(many * 60_000, what, act);
  if (goes === 'unpaid') return;
  if (goes === 'cancelled unpaid') return minutes(12, 'Ana cancels', () => cancels(play, by, placed.value));
  minutes(3, 'Ana pays', () => pays(play, by, placed.value));
  if (goes === 'cancelled') minutes(95, 'Ana cancels', () => cancels(play, by, placed.value));
  if (goes === 'paid' || goes === 'cancelled') return;
  play.after(19 * day, 'Ana gets a parcel', () => arrives(play, placed.value));
  if (goes === 'delivered') return;
  play.after(20 * day, 'Ana accepts', () => (goes === 'accepted' ? accepts : isGivenBack)(play, by, placed.value));
}

async function laysAside(
  play: Play,
  { by, locale, store, things }: { by: Actor; locale: string; store: string | undefined; things: number },
): Promise<void> {
  const { street, chance } = play;
  const own = chance.branch(`${by.id} ${street.house.clock.now().getTime()}`);
  // From China the lines carry, whose parcels can be followed.
  const cards = (await shelfOf(play, by, locale)).filter(
    (card) =>
      (store ? card.store === store : card.currency === 'CNY') &&
      !card.digital &&
      !card.soldOut &&
      card.fromMinor < 40_000n,
  );
  let laid = 0;
  for (let tries = 0; laid < things && tries < 40 && cards.length > 0; tries++) {
    const page = await street.ask(by, productPage, { product: own.pick(cards).product, locale });
    const variant = page?.variants.find(({ available, minimum }) => available > minimum + 5);
    if (!variant) continue;
    const key = `lay ${by.id} ${tries} ${street.house.clock.now().getTime()}`;
    if ((await street.does(key, by, addToCart, { variant: variant.variant, quantity: variant.minimum })).ok) laid += 1;
  }
}

async function pays({ street, counts }: Play, by: Actor, { purchase }: Placed): Promise<void> {
  const page = await street.ask(by, purchasePage, { purchase });
  const waiting = page?.payments.find(({ state }) => state === 'waiting');
  const at = waiting && street.world.provider.ofReference(waiting.payment)[0];
  if (!at) return;
  street.world.provider.pay(at.id);
  await street.settle();
  counts.paid += 1;
}

async function cancels({ street, counts }: Play, by: Actor, { orders }: Placed): Promise<void> {
  for (const { order } of orders) {
    const why = reasons.mindChanged('BR');
    if ((await street.does(`errand cancels ${order}`, by, cancelOrder, { order, why })).ok) counts.cancelled += 1;
  }
}

async function arrives({ street }: Play, { orders }: Placed): Promise<void> {
  const { rows } = await street.house.db.query(
    `select number from logistics.shipments where state <> 'withdrawn' and number is not null and order_id in (${orders.map(({ order }) => `'${order}'`).join(', ')})`,
  );
  for (const { number } of rows as { number: string }[])
    for (const step of ['departed', 'customs', 'out_for_delivery', 'delivered'] as const)
      try {
        street.world.carrier.move(number, step as never);
      } catch {
        continue; // It has passed there already.
      }
  await street.settle();
}

async function accepts({ street, counts }: Play, by: Actor, { orders }: Placed): Promise<void> {
  for (const { order } of orders)
    if ((await street.does(`errand accepts ${order}`, by, acceptDelivery, { order })).ok) counts.accepted += 1;
}

/** The whole of it comes back. */
async function isGivenBack({ street, counts }: Play, _by: Actor, { orders }: Placed): Promise<void> {
  for (const { order } of orders) {
    const why = reasons.dented('BR');
    if ((await street.does(`errand back ${order}`, system, refundByDesk, { order, why })).ok) counts.refunded += 1;
  }
}
