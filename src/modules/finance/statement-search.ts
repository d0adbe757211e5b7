/** What is looked for in a statement: part of an order's number, or an amount. */
import { digitsOf } from '#kernel/money';
import type { Money } from '#kernel/money';
import { pricesOf } from '#modules/payments';
import type { PriceOfOrder } from '#modules/payments';
import { orderNumber } from '#modules/trade';
import type { Asking } from '#platform/work';
import type { SignedTransfer } from './transfers-down.ts';

export interface Find {
  number?: string | undefined;
  /** The amount of a line, or the price of its order as its buyer paid it: in the account's money or in the buyer's. */
  minor?: bigint | undefined;
}

/** Whether a line is a sale or what was given back of one. */
export const isOfOrder = ({ kind }: SignedTransfer): boolean => kind === 'release' || kind === 'refund';

/** What the buyers of these lines' orders paid, by order. */
export async function pricesOfTransfers(
  ask: Asking,
  transfers: readonly SignedTransfer[],
): Promise<Map<string, PriceOfOrder>> {
  const orders = [...new Set(transfers.filter(isOfOrder).map(({ reference }) => reference))];
  const prices = orders.length > 0 ? await pricesOf(ask, { orders }) : [];
  return new Map(prices.map((one) => [one.order, one]));
}

/** Every line in its order, and whether it is one that is looked for. */
export async function* sifted(
  ask: Asking,
  pages: AsyncIterable<SignedTransfer[]>,
  find: Find | undefined,
): AsyncGenerator<{ one: SignedTransfer; wanted: boolean }> {
  for await (const page of pages) {
    const prices = find?.minor === undefined ? undefined : await pricesOfTransfers(ask, page);
    for (const one of page) yield { one, wanted: !find || fits(one, find, prices?.get(one.reference)) };
  }
}

const bare = (number: string) => number.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');

function fits(one: SignedTransfer, { number, minor }: Find, price: PriceOfOrder | undefined): boolean {
  const { reference, signed, currency } = one;
  if (number !== undefined && isOfOrder(one) && bare(orderNumber(reference)).includes(bare(number))) return true;
  if (minor === undefined) return false;
  const amount: Money = { currency, minor };
  return (
    signed === minor ||
    signed === -minor ||
    (price !== undefined && (isAsMuch(price.price, amount) || isAsMuch(price.paid, amount)))
  );
}

/** The same figures, whichever money they are of: 40 euros and 40 reais, also where one money has no small coins. */
const isAsMuch = (price: Money, { currency, minor }: Money): boolean =>
  price.minor * 10n ** BigInt(digitsOf(currency)) === minor * 10n ** BigInt(digitsOf(price.currency));
