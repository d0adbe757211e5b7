/**
 * What an order of the data costs, so that it agrees with what was paid. The two differ by cents or by more in some orders;
 * each difference is given its name here, and none is hidden.
 */
import { allocate, money } from '#kernel/money';
import type { OlistItem, OlistOrder, OlistPayment } from './olist.ts';

export interface PricedLine {
  /** Product and seller together: what one store lists. */
  listing: string;
  product: string;
  quantity: number;
  /** Cents of a real, of one piece. */
  unit: number;
}

export interface PricedStore {
  seller: string;
  lines: PricedLine[];
  carriage: number;
}

export interface PricedPart {
  type: string;
  installments: number;
  /** What of the payment is for goods and carriage. */
  minor: number;
  /** What the card took on top for lending. */
  interest: number;
}

/**
 * `rounding`: an order's carriage was divided among its pieces, and each share rounded. `coupon`: a whole per cent of the
 * goods was not paid. `interest`: a card that pays later takes more. `not_paid`: no payment is known at all.
 */
export type DifferenceKind = 'rounding' | 'coupon' | 'interest' | 'not_paid' | 'unexplained';

export interface Difference {
  kind: DifferenceKind;
  /** Paid less asked, in cents. */
  minor: number;
}

export interface Price {
  stores: PricedStore[];
  parts: PricedPart[];
  total: number;
  difference: Difference | null;
  /** The data name no goods: one stand-in that costs what was paid. */
  unnamed: boolean;
}

/** Lending for a month costs at most this much of the sum, by the dearest cards of the data. */
const mostMonthlyInterest = 0.06;

export const unnamed = 'unnamed';

export function priceOf({ id, items, payments }: OlistOrder): Price {
  const parts = payments
    .filter(({ value }) => value > 0)
    .map(({ type, installments, value }) => ({ type, installments, minor: value, interest: 0 }));
  const paid = sum(parts.map(({ minor }) => minor));
  if (items.length === 0) {
    const line = { listing: `${unnamed}/${id}`, product: `${unnamed}/${id}`, quantity: 1, unit: paid };
    return {
      stores: [{ seller: unnamed, lines: [line], carriage: 0 }],
      parts,
      total: paid,
      difference: null,
      unnamed: true,
    };
  }
  const stores = storesOf(items);
  const asked = totalOf(stores);
  const difference = differenceOf(items, payments, paid - asked);
  if (difference?.kind === 'rounding') dearestCarriage(stores).carriage += difference.minor;
  if (difference?.kind === 'interest') takeInterest(parts, difference.minor);
  if (difference?.kind === 'coupon' || difference?.kind === 'unexplained')
    cutPrices(stores, difference.minor, sum(items.map(({ price }) => price)));
  return { stores, parts, total: totalOf(stores), difference, unnamed: false };
}

function differenceOf(items: OlistItem[], payments: OlistPayment[], minor: number): Difference | null {
  if (payments.length === 0) return { kind: 'not_paid', minor };
  if (minor === 0) return null;
  if (Math.abs(minor) <= Math.ceil(items.length / 2)) return { kind: 'rounding', minor };
  const goods = sum(items.map(({ price }) => price));
  const percent = Math.round((-minor / goods) * 100);
  if (percent >= 1 && percent < 100 && Math.round((goods * percent) / 100) === -minor) return { kind: 'coupon', minor };
  const lent = sum(payments.filter(lends).map(({ value, installments }) => value * installments * mostMonthlyInterest));
  return { kind: minor > 0 && minor <= lent ? 'interest' : 'unexplained', minor };
}

const lends = ({ type, installments }: { type: string; installments: number }): boolean =>
  type === 'credit_card' && installments > 1;

/** The payments that were made in instalments bear the interest, by their size. */
function takeInterest(parts: PricedPart[], minor: number): void {
  const bearing = parts.filter(lends);
  const shares = allocate(
    money('BRL', BigInt(minor)),
    bearing.map((part) => BigInt(part.minor)),
  );
  bearing.forEach((part, n) => {
    part.interest = Number(shares[n]!.minor);
    part.minor -= part.interest;
  });
}

/** Each piece costs so much less, or more, in proportion; what cannot be divided by the pieces is found in the carriage. */
function cutPrices(stores: PricedStore[], minor: number, goods: number): void {
  const wanted = totalOf(stores) + minor;
  for (const line of stores.flatMap(({ lines }) => lines))
    line.unit = Math.max(1, Math.round((line.unit * (goods + minor)) / goods));
  const store = dearestCarriage(stores);
  store.carriage += wanted - totalOf(stores);
  if (store.carriage < 0) throw new Error(`The price cannot become ${wanted}: there is no carriage to take it from.`);
}

const dearestCarriage = (stores: PricedStore[]): PricedStore =>
  stores.reduce((most, one) => (one.carriage > most.carriage ? one : most));

/** By store, and by what one piece costs: the data have a row for each piece. */
function storesOf(items: OlistItem[]): PricedStore[] {
  const stores = new Map<string, PricedStore>();
  for (const { product, seller, price, freight } of items) {
    const store = stores.get(seller) ?? { seller, lines: [], carriage: 0 };
    stores.set(seller, store);
    store.carriage += freight;
    const same = store.lines.filter((line) => line.product === product);
    const line = same.find(({ unit }) => unit === price);
    if (line) line.quantity += 1;
    // One listing has one price at a time: pieces at another price are another listing.
    else
      store.lines.push({
        listing: [`${seller}/${product}`, ...(same.length > 0 ? [same.length + 1] : [])].join('/'),
        product,
        quantity: 1,
        unit: price,
      });
  }
  return [...stores.values()];
}

const sum = (all: number[]): number => all.reduce((total, one) => total + one, 0);
const totalOf = (stores: PricedStore[]): number =>
  sum(stores.map(({ lines, carriage }) => carriage + sum(lines.map(({ quantity, unit }) => quantity * unit))));
