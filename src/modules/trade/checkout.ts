/** The cart brought to a country, as its page shows it, and everything that the checkout shows besides: the ways to pay for it. */
import { add, money } from '#kernel/money';
import type { Money } from '#kernel/money';
import { convertAt, rateBetween } from '#modules/exchange';
import { shippingOptions } from '#modules/logistics';
import type { ShippingOption } from '#modules/logistics';
import { methodsFor } from '#modules/payments';
import type { Method } from '#modules/payments';
import type { Asking } from '#platform/work';
import { basketOf } from './basket.ts';
import type { Basket, BasketStore } from './basket.ts';

export interface CarriageChoice extends ShippingOption {
  /** In the buyer's money. */
  paid: Money;
}

export interface CheckoutStore extends BasketStore {
  /** Empty when nobody carries this cart to this country; digital goods need none. */
  choices: CarriageChoice[];
  chosen: CarriageChoice | null;
}

export interface Brought {
  basket: Basket;
  stores: CheckoutStore[];
  goods: Money;
  carriage: Money;
  total: Money;
}

export interface Checkout extends Brought {
  methods: Method[];
}

export interface CheckoutInput {
  country: string;
  postalCode: string;
  currency: string;
  locale: string;
  /** Store → code of the carriage; the cheapest where none is said. */
  carriage?: Readonly<Record<string, string>>;
  /** Until when the rate must hold: a voucher that is paid days later costs a wider margin. */
  until?: Date;
}

export async function checkoutOf(ask: Asking, input: CheckoutInput): Promise<Checkout> {
  const brought = await broughtCart(ask, input);
  const { country, currency } = input;
  return { ...brought, methods: await methodsFor(ask, { country, currency, amount: brought.total }) };
}

/** What the cart costs when it is there: on the cheapest ways, where no others are chosen. */
export async function broughtCart(
  ask: Asking,
  { country, postalCode, currency, locale, carriage = {}, until }: CheckoutInput,
): Promise<Brought> {
  const basket = await basketOf(ask, { currency, locale, ...(until ? { until } : {}) });
  const stores = await Promise.all(
    basket.stores.map(async (one) => {
      const choices = one.digital || one.grams === 0 ? [] : await choicesFor(ask, one, { country, postalCode });
      return { ...one, choices, chosen: chosenOf(choices, carriage[one.store.store]) };
    }),
  );
  const carried = stores.reduce((sum, one) => (one.chosen ? add(sum, one.chosen.paid) : sum), money(currency, 0n));
  return { basket, stores, goods: basket.paidGoods, carriage: carried, total: add(basket.paidGoods, carried) };
}

async function choicesFor(
  ask: Asking,
  one: BasketStore,
  { country, postalCode }: { country: string; postalCode: string },
): Promise<CarriageChoice[]> {
  const good = one.lines.filter((line) => !line.problem && !line.offer.digital);
  const options = await shippingOptions(ask, {
    store: one.store.store,
    storeCountry: one.store.country,
    country,
    postalCode,
    grams: one.grams,
    sizeMm: good.flatMap((line) => Array.from({ length: Math.min(line.quantity, 50) }, () => line.offer.sizeMm)),
    currency: one.store.currency,
    goods: one.goods,
    battery: good.some((line) => line.offer.battery !== 'none'),
  });
  return options.map((option) => ({ ...option, paid: convertAt(one.rate, option.price) }));
}

function chosenOf(choices: CarriageChoice[], code: string | undefined): CarriageChoice | null {
  if (code !== undefined) return choices.find((one) => one.code === code) ?? null;
  return choices.reduce<CarriageChoice | null>(
    (best, one) => (best === null || one.paid.minor < best.paid.minor ? one : best),
    null,
  );
}

/**
 * The checkout at the rates that hold until a method's time to pay is over. Mostly they are those of today's price, and
 * then nothing is asked again.
 */
export async function heldCheckout(
  ask: Asking,
  input: CheckoutInput,
  checkout: Checkout,
  window: number,
): Promise<Checkout> {
  const until = new Date(ask.now.getTime() + window * 60_000);
  const held = await Promise.all(
    checkout.stores.map(({ rate: { from, to } }) => rateBetween(ask, { from, to, until })),
  );
  const same = held.every((rate, n) => rate?.rate === checkout.stores[n]!.rate.rate);
  return same ? checkout : checkoutOf(ask, { ...input, until });
}
