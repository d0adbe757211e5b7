import { add, isZero, money } from '#kernel/money';
import type { Money } from '#kernel/money';
import { newId } from '#kernel/id';
import { checkAddress } from '#kernel/place';
import type { Address, AddressProblem } from '#kernel/place';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { holdStock } from '#modules/catalogue';
import { lockQuote } from '#modules/exchange';
import type { Quote } from '#modules/exchange';
import { openEscrow } from '#modules/payments';
import type { ExpectPaymentRefusal, Payee } from '#modules/payments';
import { token } from '#platform/crypto';
import { announce } from '#platform/facts';
import { enqueue } from '#platform/jobs';
import type { Work } from '#platform/work';
import { checkoutOf, heldCheckout } from './checkout.ts';
import type { CheckoutStore } from './checkout.ts';
import { expectParts, restOf } from './expect-parts.ts';
import type { PaymentPart } from './expect-parts.ts';
import { purchasePlaced } from './facts.ts';
import { lapse } from './lapse-purchase.ts';
import { orderNumber } from './order.ts';
import { writePurchase } from './write-purchase.ts';
import type { NewOrder } from './write-purchase.ts';

export interface PlacePurchaseInput {
  email: string;
  name: string;
  /** The fields of the country's own form; empty for digital goods alone. */
  address: Readonly<Record<string, string>>;
  country: string;
  currency: string;
  locale: string;
  /** Store → code of the carriage; the cheapest where none is said. */
  carriage?: Readonly<Record<string, string>>;
  method: string;
  /** Other ways that pay a part of it, such as a voucher; `method` pays the rest. */
  also?: readonly PaymentPart[];
  taxId?: string;
  installments?: number;
  /** What the buyer was shown, in minor units: a price that rose since is told, not charged. */
  shown?: number;
}

/** Listed in the order in which they are checked. */
export type PlacePurchaseRefusal =
  | { no: 'who_are_you' }
  | { no: 'email_is_wrong' }
  | { no: 'name_is_missing' }
  | { no: 'address_is_wrong'; problems: AddressProblem[] }
  | { no: 'cart_is_empty' }
  | { no: 'lines_cannot_be_had'; lines: { variant: string; why: string }[] }
  | { no: 'no_rate_for_this_currency'; store: string }
  | { no: 'nobody_delivers_there'; store: string }
  | { no: 'carriage_is_not_offered'; store: string }
  | { no: 'total_is_too_small' }
  | { no: 'method_is_not_offered'; offered: string[] }
  | { no: 'parts_do_not_fit'; total: Money }
  | { no: 'price_has_changed'; shown: number; now: Money }
  | { no: 'rates_are_too_old'; day: string }
  | { no: 'out_of_stock'; variant: string; available: number }
  | ExpectPaymentRefusal;

export interface Placed {
  purchase: string;
  /** Opens the purchase's page for somebody without an account. */
  secret: string;
  payment: string;
  orders: { order: string; number: string; store: string }[];
  total: Money;
  payUntil: Date;
}

/**
 * The buyer orders what lies in the cart: one purchase, one order per store, the rate locked, the stock held until the
 * method's own time is over, the payment expected. All of it or nothing.
 *
 * Stock is locked last, so that a variant that everybody wants is held for the shortest time; variants are locked in
 * sorted order.
 */
export async function placePurchase(
  work: Work,
  input: PlacePurchaseInput,
): Promise<Result<Placed, PlacePurchaseRefusal>> {
  if (work.by.id === '') return refuse({ no: 'who_are_you' });
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.email)) return refuse({ no: 'email_is_wrong' });
  if (input.name.trim() === '') return refuse({ no: 'name_is_missing' });
  const checked = await priced(work, input);
  if (!checked.ok) return checked;
  const { stores, address, total, window } = checked.value;

  const purchase = newId(work.now);
  const secret = token();
  const payUntil = new Date(work.now.getTime() + window * 60_000);
  const locked = await lockRates(work, stores, input.currency, payUntil);
  if (!locked.ok) return locked;
  const orders = stores.map((one, n) => newOrder(work, one, locked.value[n]!));

  writePurchase(work, { purchase, secret, payUntil, total, input, address, orders });
  await openEscrow(work, { purchase, payees: orders.map((order) => order.payee) });
  const [expected, held] = await Promise.all([
    expectParts(work, { purchase, secret, expiresAt: payUntil, total, input }),
    holdStock(work, {
      holds: orders.map((order) => ({ hold: order.id, lines: order.lines.filter((line) => !line.digital) })),
    }),
  ]);
  if (!expected.ok) return expected;
  if (!held.ok) return refuse(held.refusal);
  enqueue(work, lapse({ purchase }), { at: payUntil, subject: purchase });
  announce(work, purchasePlaced({ purchase, orders: orders.map((order) => order.id), buyer: work.by.id }));
  return ok({
    purchase,
    secret,
    payment: expected.value,
    orders: orders.map((order) => ({ order: order.id, number: order.number, store: order.store })),
    total,
    payUntil,
  });
}

interface Priced {
  stores: CheckoutStore[];
  address: Address | null;
  total: Money;
  window: number;
}

/** The checks that need the cart, in their order. */
async function priced(work: Work, input: PlacePurchaseInput): Promise<Result<Priced, PlacePurchaseRefusal>> {
  const asked = { ...input, postalCode: input.address['postalCode'] ?? '' };
  const checkout = await checkoutOf(work, asked);
  const { basket, stores } = checkout;
  const address = stores.some((one) => !one.digital)
    ? checkAddress(input.country, { name: input.name, ...input.address })
    : ok(null);
  if (!address.ok)
    return refuse({
      no: 'address_is_wrong',
      problems: address.refusal.no === 'address_wrong' ? address.refusal.problems : [],
    });
  if (basket.withoutRate.length > 0) return refuse({ no: 'no_rate_for_this_currency', store: basket.withoutRate[0]! });
  const bad = [
    ...basket.gone.map((variant) => ({ variant, why: 'not_for_sale' })),
    ...stores.flatMap((one) =>
      one.lines.filter((line) => line.problem).map((line) => ({ variant: line.variant, why: line.problem!.no })),
    ),
  ];
  if (bad.length > 0) return refuse({ no: 'lines_cannot_be_had', lines: bad });
  if (stores.length === 0) return refuse({ no: 'cart_is_empty' });
  for (const one of stores) {
    if (one.digital || one.chosen) continue;
    return refuse({
      no: one.choices.length === 0 ? 'nobody_delivers_there' : 'carriage_is_not_offered',
      store: one.store.store,
    });
  }
  if (isZero(checkout.total)) return refuse({ no: 'total_is_too_small' });
  const methods = [input, ...(input.also ?? [])].map(({ method }) =>
    checkout.methods.find((one) => one.code === method),
  );
  if (methods.includes(undefined))
    return refuse({ no: 'method_is_not_offered', offered: checkout.methods.map((one) => one.code) });
  const window = Math.max(...methods.map((one) => one!.window));
  const { total, ...held } = await heldCheckout(work, asked, checkout, window);
  if (!restOf(total, input.also)) return refuse({ no: 'parts_do_not_fit', total });
  if (input.shown !== undefined && BigInt(input.shown) < total.minor)
    return refuse({ no: 'price_has_changed', shown: input.shown, now: total });
  return ok({ stores: held.stores, address: address.value, total, window });
}

/** One quote for each money in the cart. */
async function lockRates(
  work: Work,
  stores: CheckoutStore[],
  currency: string,
  until: Date,
): Promise<
  Result<Quote[], { no: 'rates_are_too_old'; day: string } | { no: 'no_rate_for_this_currency'; store: string }>
> {
  const quotes = new Map<string, Quote>();
  for (const { store } of stores) {
    if (quotes.has(store.currency)) continue;
    const locked = await lockQuote(work, { from: store.currency, to: currency, until });
    if (!locked.ok)
      return locked.refusal.no === 'rates_are_too_old'
        ? refuse(locked.refusal)
        : refuse({ no: 'no_rate_for_this_currency', store: store.store });
    quotes.set(store.currency, locked.value);
  }
  return ok(stores.map(({ store }) => quotes.get(store.currency)!));
}

function newOrder(work: Work, one: CheckoutStore, quote: Quote): NewOrder {
  const id = newId(work.now);
  const carriage = one.chosen?.price ?? money(one.store.currency, 0n);
  const paidCarriage = one.chosen?.paid ?? money(quote.to, 0n);
  const payee: Payee = {
    order: id,
    store: one.store.store,
    due: add(one.paidGoods, paidCarriage),
    goods: add(one.goods, carriage),
    mid: quote.mid,
    lines: one.lines.map((line) => ({ category: line.offer.category, amount: line.total })),
    carriage,
    carriageTo: one.chosen?.by === 'line' ? one.chosen.code : 'seller',
  };
  return {
    id,
    number: orderNumber(id),
    store: one.store.store,
    quote,
    chosen: one.chosen,
    lines: one.lines.map((line) => ({ ...line, digital: line.offer.digital })),
    goods: one.goods,
    carriage,
    paidGoods: one.paidGoods,
    paidCarriage,
    digital: one.digital,
    payee,
  };
}
