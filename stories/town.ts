/**
 * The town: a house with the outside world beside it, on a clock that we own, and people who do what people do. Stories
 * read like the trade because of it. Everything passes through the same deeds as the doors use; the provider, the bank and
 * the carrier answer over HTTP.
 */
import { money, toJson } from '#kernel/money';
import type { Money } from '#kernel/money';
import { newId } from '#kernel/id';
import { must } from '#kernel/result';
import { makeTrackingNumber } from '#kernel/tracking-number';
import type { Result } from '#kernel/result';
import { addPicture, draftProduct, listProduct, offersOf, submitProduct } from '#modules/catalogue';
import type { ListingInput } from '#modules/catalogue';
import { findingCaughtUp } from '#modules/discovery';
import { fetchRates } from '#modules/exchange';
import { balanceOf, trialBalance } from '#modules/ledger';
import { setCarriage, shipmentsOf } from '#modules/logistics';
import { appointStaff, enrol, enrolStore } from '#modules/parties';
import {
  acceptDelivery,
  addToCart,
  cancelOrder,
  dispatchOrder,
  labelOrder,
  orderPage,
  payAgain,
  placePurchase,
  purchasePage,
} from '#modules/trade';
import type { OrderPage, OrderState, Placed, PlacePurchaseInput, PurchasePage } from '#modules/trade';
import { guest, system } from '#platform/actor';
import type { Actor, StaffRole } from '#platform/actor';
import { perform } from '#platform/perform';
import { settle } from '#platform/settle';
import { openTestHouse, testSecrets } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import type { Deed, Question } from '#platform/work';
import { openDoors } from '../src/server.ts';
import { startWorld, type World } from '../world/world.ts';
import type { Step } from '../world/carrier/parcel.ts';
import { brokenLaws } from './laws.ts';
import { samplePicture } from './sample-picture.ts';

export interface Town {
  house: TestHouse;
  world: World;
  /** Where the API answers. */
  url: string;
  /** Moves the clock on and lets everything happen that falls due on the way. */
  later(span: { days?: number; hours?: number; minutes?: number; seconds?: number }): Promise<void>;
  /** Lets everything happen that is due now. */
  settle(): Promise<void>;
  /** What the departments do again and again, done once now: asking after silent payments and payouts, kept webhooks, seals. */
  round(): Promise<void>;
  /** The carrier moves an order's parcel; the scans on the way come with it. */
  carries(order: string, to: Step): Promise<void>;
  ask<I, A>(by: Actor, what: Question<I, A>, input: I): Promise<A>;
  does<I, A, R extends { no: string }>(
    by: Actor,
    deed: Deed<I, Result<A, R>>,
    input: I,
    key?: string,
  ): Promise<Result<A, R | { no: string }>>;
  seller(name: string, options?: SellerOptions): Promise<Seller>;
  buyer(name: string, options?: Partial<BuyerOptions>): Buyer;
  staff(name: string, roles: StaffRole[]): Promise<Actor>;
  holds(order: string, currency: string): Promise<Money>;
  commission(currency: string): Promise<Money>;
  /** Of each currency; all of them must be nothing. */
  sumOfBooks(): Promise<Record<string, bigint>>;
  /** Throws when a law of the house is broken. */
  verifies(): Promise<void>;
  close(): Promise<void>;
}

export interface SellerOptions {
  country?: string;
  currency?: string;
  /** The kettle's price in whole units of the store's currency. */
  price?: number;
  stock?: number;
  /** Whole units; the store's own carriage to anywhere. */
  carriage?: number;
}

export interface Seller {
  actor: Actor;
  store: string;
  currency: string;
  /** What they sell: the variant of a kettle. */
  kettle: string;
  product: string;
  lists(listing: ListingInput): Promise<{ product: string; variants: string[] }>;
  dispatches(order: string, number?: string): Promise<Result<unknown, { no: string }>>;
  /** Books the line, prints the label, hands the parcel over; answers its number. */
  dispatchesByLine(order: string): Promise<string>;
  accepts(order: string): Promise<Result<unknown, { no: string }>>;
  cancels(order: string, why: string): Promise<Result<unknown, { no: string }>>;
  balance(): Promise<Money>;
  /** How many kettles a buyer could have now. */
  left(): Promise<number>;
}

export interface BuyerOptions {
  country: string;
  currency: string;
  locale: string;
  taxId: string;
  address: Record<string, string>;
}

export interface Buyer {
  actor: Actor;
  lays(variant: string, quantity?: number): Promise<Result<unknown, { no: string }>>;
  /** Lays it in the cart and orders the whole cart. */
  orders(variant: string, how?: Partial<PlacePurchaseInput> & { quantity?: number }): Promise<Placed>;
  places(how?: Partial<PlacePurchaseInput>, key?: string): Promise<Result<Placed, { no: string }>>;
  /** Orders the cart; what leaves with it is left to whoever settles. */
  presses(how?: Partial<PlacePurchaseInput>, key?: string): Promise<Result<Placed, { no: string }>>;
  /** Pays at the provider: with a card, at a counter, or from the banking app, as the method is. */
  pays(placed: Placed, card?: string): Promise<void>;
  paysAgain(placed: Placed, method: string): Promise<Result<unknown, { no: string }>>;
  accepts(order: string): Promise<Result<unknown, { no: string }>>;
  cancels(order: string, why: string): Promise<Result<unknown, { no: string }>>;
  sees(order: string): Promise<OrderPage>;
  /** The state in which they see the order. */
  state(order: string): Promise<OrderState>;
  purchase(placed: Placed): Promise<PurchasePage>;
}

export const paulista: Record<string, string> = {
  street: 'Avenida Paulista',
  number: '1000',
  district: 'Bela Vista',
  city: 'São Paulo',
  region: 'SP',
  postalCode: '01310-100',
};

const brazilian: BuyerOptions = {
  country: 'BR',
  currency: 'BRL',
  locale: 'pt-BR',
  taxId: '390.533.447-05',
  address: paulista,
};

export interface TownOptions {
  pool?: number;
  /** Whether the pages are served too, for stories in a browser. They must be built. */
  pages?: boolean;
}

export async function openTown(
  at = '2026-03-02T09:00:00Z',
  { pool = 12, pages = false }: TownOptions = {},
): Promise<Town> {
  let now = () => new Date(at);
  const world = await startWorld({
    port: 0,
    now: () => now(),
    secret: testSecrets.webhookSecret,
    providerKey: testSecrets.providerKey,
    smtpPort: 0,
  });
  const house = await openTestHouse({ at, world: world.url, smtpUrl: `smtp://127.0.0.1:${world.mail.port}`, pool });
  now = () => house.clock.now();
  const doors = await openDoors(house, { port: 0, host: '127.0.0.1', pages });
  const url = `http://127.0.0.1:${doors.port}`;
  // Letters and providers lead people back to where the pages are.
  if (pages) house.config.publicUrl = url;
  const hooks = `${url}/api/v1/webhooks`;
  world.sendWebhooksTo({ payments: `${hooks}/payments`, bank: `${hooks}/bank`, carrier: `${hooks}/carrier` });
  await fetchRates(house);
  const town = townOf(house, world, url, async () => {
    await doors.close();
    await world.close();
    await house.close();
  });
  return town;
}

function townOf(house: TestHouse, world: World, url: string, close: () => Promise<void>): Town {
  let count = 0;
  const does: Town['does'] = (by, deed, input, key = `k${++count}`) =>
    perform(house, { key, by }, deed, input) as never;
  const ask: Town['ask'] = (by, what, input) => question(house, by, what, input);
  const settled = () => settle(house, world.outside).then(() => findingCaughtUp(house));
  const town: Town = {
    house,
    world,
    url,
    close,
    does,
    ask,
    settle: settled,
    later: async (span) => {
      await settled();
      house.clock.advance(span);
      await settled();
    },
    round: async () => {
      await settled();
      // The outside may fail in the middle; as with a worker, it is tried again the next time.
      for (const one of house.modules.flatMap((module) => module.periodic ?? []))
        await one.run(house).catch((err: unknown) => house.log.error({ err, name: one.name }, 'a round failed'));
      await settled();
    },
    carries: async (order, to) => {
      const number = (await ask(system, shipmentsOf, { order }))[0]?.number;
      if (!number) throw new Error('The order has no parcel.');
      world.carrier.move(number, to);
      await settled();
    },
    seller: (name, options) => openSeller(town, name, options),
    buyer: (name, options) => openBuyer(town, name, { ...brazilian, ...options }),
    staff: async (name, roles) => {
      const { person } = must(await does(system, enrol, about(name, 'BR', 'BRL')));
      const by = { id: person, kind: 'person', name, stores: [], staff: roles } as const satisfies Actor;
      must(await does(system, appointStaff, { person, roles, why: 'for the story' }));
      return by;
    },
    holds: async (order, currency) =>
      money(currency, await ask(system, (q) => balanceOf(q, `escrow/${order}`, currency), undefined)),
    commission: async (currency) =>
      money(currency, await ask(system, (q) => balanceOf(q, 'commission_income', currency), undefined)),
    sumOfBooks: async () => {
      const sums: Record<string, bigint> = {};
      for (const line of await ask(system, trialBalance, undefined))
        sums[line.currency] = (sums[line.currency] ?? 0n) + line.minor;
      return sums;
    },
    verifies: async () => {
      const broken = await brokenLaws(house);
      if (broken.length > 0)
        throw new Error(
          `The house is not in order: ${JSON.stringify(broken, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value), 1)}`,
        );
    },
  };
  return town;
}

const about = (name: string, country: string, currency: string) => ({
  email: `${name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '')}@people.test`,
  name,
  locale: country === 'BR' ? 'pt-BR' : 'en',
  country,
  currency,
});

async function openSeller(
  town: Town,
  name: string,
  { country = 'CN', currency = 'CNY', price = 200, stock = 50, carriage = 30 }: SellerOptions = {},
): Promise<Seller> {
  const { person } = must(
    await town.does(system, enrol, about(`${name} ${newId(town.house.clock.now()).slice(-6)}`, country, currency)),
  );
  const { store } = must(
    await town.does(system, enrolStore, {
      owner: person,
      name,
      kind: 'company',
      country,
      currency,
      city: 'Shenzhen',
      why: 'for the story',
    }),
  );
  const actor: Actor = { id: person, kind: 'person', name, stores: [{ store, roles: ['owner'] }], staff: [] };
  const minor = (whole: number) => BigInt(whole) * 100n;
  must(
    await town.does(actor, setCarriage, {
      store,
      zones: [
        {
          name: 'Everywhere',
          countries: ['*'],
          base: minor(carriage),
          perKg: 0n,
          freeFrom: null,
          maxGrams: null,
          days: [10, 20],
        },
      ],
    }),
  );
  const lists: Seller['lists'] = async (listing) => {
    const drafted = must(await town.does(actor, draftProduct, { store, ...listing }));
    must(await town.does(actor, addPicture, { product: drafted.product, data: await samplePicture() }));
    must(await town.does(actor, submitProduct, { product: drafted.product } as never));
    must(await town.does(system, listProduct, { product: drafted.product }));
    await town.settle();
    return drafted;
  };
  const kettle = await lists(kettleListing(Number(minor(price)), stock));
  return {
    actor,
    store,
    currency,
    kettle: kettle.variants[0]!,
    product: kettle.product,
    lists,
    dispatches: async (order, number = parcelNumber(order)) => {
      const said = await town.does(actor, dispatchOrder, { order, carrier: 'post', number });
      await town.settle();
      return said;
    },
    dispatchesByLine: async (order) => {
      must(await town.does(actor, labelOrder, { order }));
      await town.settle();
      const number = (await town.ask(actor, orderPage, { order }))!.shipments[0]?.number;
      if (!number) throw new Error('The line gave no number.');
      town.world.carrier.move(number, 'accepted');
      await town.settle();
      return number;
    },
    accepts: (order) => town.does(actor, acceptDelivery, { order }),
    cancels: async (order, why) => {
      const said = await town.does(actor, cancelOrder, { order, why });
      await town.settle();
      return said;
    },
    left: async () =>
      (await town.ask(system, offersOf, { variants: [kettle.variants[0]!], locale: 'en' }))[0]!.available,
    balance: async () =>
      money(currency, await town.ask(system, (q) => balanceOf(q, `seller_payable/${store}`, currency), undefined)),
  };
}

/** A number of the Chinese post, always the same for the same order. */
function parcelNumber(order: string): string {
  return makeTrackingNumber('RX', Number(BigInt(`0x${order.slice(-8)}`) % 100_000_000n), 'CN');
}

export function kettleListing(minor: number, onHand: number): ListingInput {
  return {
    category: 'kettles',
    titles: { en: 'Electric kettle', 'pt-BR': 'Chaleira elétrica' },
    descriptions: {
      en: 'Boils a litre and a half in four minutes.',
      'pt-BR': 'Ferve um litro e meio em quatro minutos.',
    },
    attributes: { capacity: 1.5 },
    hs: '851610',
    origin: 'CN',
    battery: 'none',
    variants: [{ tiers: [{ from: 1, minor }], grams: 1100, sizeMm: [230, 190, 240], onHand }],
  };
}

function openBuyer(town: Town, name: string, { country, currency, locale, taxId, address }: BuyerOptions): Buyer {
  // As their browser's cookie has it.
  const actor = guest(newId(town.house.clock.now()).replaceAll('-', ''));
  const buyer: Buyer = {
    actor,
    lays: (variant, quantity = 1) => town.does(actor, addToCart, { variant, quantity }),
    presses: (how = {}, key) => {
      const email = about(name, country, currency).email;
      const form = { email, name, address, country, currency, locale, method: 'card', taxId, ...how };
      return town.does(actor, placePurchase, form, key);
    },
    places: async (how, key) => {
      const said = await buyer.presses(how, key);
      await town.settle();
      return said;
    },
    orders: async (variant, { quantity = 1, ...how } = {}) => {
      must(await buyer.lays(variant, quantity));
      return must(await buyer.places(how));
    },
    pays: async (placed, card) => {
      const { payments } = await buyer.purchase(placed);
      const waiting = payments.find((one) => one.state === 'waiting');
      if (!waiting) throw new Error(`No payment waits: ${payments.map((one) => one.state).join(', ')}`);
      const at = town.world.provider.ofReference(waiting.payment)[0]!;
      town.world.provider.pay(at.id, card ? { card } : {});
      await town.settle();
    },
    paysAgain: async (placed, method) => {
      const said = await town.does(actor, payAgain, { purchase: placed.purchase, method, taxId });
      await town.settle();
      return said;
    },
    accepts: async (order) => {
      const said = await town.does(actor, acceptDelivery, { order });
      await town.settle();
      return said;
    },
    cancels: async (order, why) => {
      const said = await town.does(actor, cancelOrder, { order, why });
      await town.settle();
      return said;
    },
    state: async (order) => (await buyer.sees(order)).order.state,
    sees: async (order) => {
      const page = await town.ask(actor, orderPage, { order });
      if (!page) throw new Error('The buyer does not see their order.');
      return page;
    },
    purchase: async (placed) => {
      const page = await town.ask(actor, purchasePage, { purchase: placed.purchase });
      if (!page) throw new Error('The buyer does not see their purchase.');
      return page;
    },
  };
  return buyer;
}

/** What a refused deed looks like, for `toEqual`. */
export function refused(no: string, detail: object = {}): { ok: false; refusal: object } {
  return { ok: false, refusal: { no, ...detail } };
}

export { toJson };
