/** The letters that follow a purchase: what has become of its orders, in the language in which it was made. */
import { formatMoney } from '#kernel/money';
import { shipmentsOf } from '#modules/logistics';
import { sendLetter } from '#modules/messaging';
import { pageFor, storesOf } from '#modules/parties';
import { paymentsOf } from '#modules/payments';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { enqueue, job } from '#platform/jobs';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking, Work } from '#platform/work';
import type { OrderRow } from './order-row.ts';

/** `order_unpaid` with a slip becomes the letter that says how to pay it. */
export type BuyerLetter =
  | 'order_unpaid'
  | 'order_paid'
  | 'payment_arrived'
  | 'order_dispatched'
  | 'order_delivered'
  | 'order_refunding'
  | 'order_refunded'
  | 'order_cancelled'
  | 'order_lapsed';

/** Writes to the buyer of these orders of one purchase, where the first letter has gone; before it, that one says it all. */
export function tellBuyer(work: Work, orders: readonly OrderRow[], letter: BuyerLetter): void {
  const told = orders.filter(({ letters }) => letters === 'sent');
  if (told.length === 0) return;
  const { purchase } = told[0]!;
  enqueue(work, letterToBuyer({ purchase, orders: told.map(({ id }) => id), letter }), { subject: purchase });
}

interface PurchaseRow {
  email: string;
  name: string;
  locale: string;
  currency: string;
  total_minor: bigint;
  secret: string;
}

interface ToldOrder {
  id: string;
  number: string;
  store: string;
  paid_currency: string;
  paid_minor: bigint;
  accept_by: Date | null;
}

interface Told {
  purchase: PurchaseRow;
  orders: ToldOrder[];
  stores: string[];
  slip: { line: string; dueDate: string } | undefined;
  parcel: { number: string; carrier: string };
}

async function told(
  ask: Asking,
  { purchase: id, orders: ids, letter }: { purchase: string; orders: readonly string[]; letter: BuyerLetter },
): Promise<Told | undefined> {
  const [purchase, orders, payments, shipments] = await Promise.all([
    ask.one<PurchaseRow>(
      sql`select email, name, locale, currency, total_minor, secret from trade.purchases where id = ${id}`,
    ),
    ask.many<ToldOrder>(sql`
      select id, number, store, paid_currency, paid_goods_minor + paid_carriage_minor as paid_minor, accept_by
        from trade.orders
       where id = any(${[...ids]}::uuid[])
       order by id`),
    letter === 'order_unpaid' ? paymentsOf(ask, { purchase: id }) : [],
    letter === 'order_dispatched' ? shipmentsOf(ask, { order: ids[0]! }) : [],
  ]);
  if (!purchase || orders.length === 0) return undefined;
  const stores = await storesOf(ask, { stores: [...new Set(orders.map(({ store }) => store))] });
  return {
    purchase,
    orders,
    stores: stores.map(({ name }) => name),
    slip: payments.find((one) => one.state === 'waiting')?.boleto ?? undefined,
    parcel: { number: shipments[0]?.number ?? '', carrier: shipments[0]?.carrierName ?? '' },
  };
}

export const letterToBuyer = job<{ purchase: string; orders: string[]; letter: BuyerLetter }>(
  'trade.letter_to_buyer',
  async (house, body, info) => {
    const about = await question(house, system, told, body);
    if (!about) return;
    const letter = body.letter === 'order_unpaid' && about.slip ? 'order_slip' : body.letter;
    const { email, locale } = about.purchase;
    await sendLetter(house, { id: info.id, to: email, locale, letter, values: valuesOf(house, body, about) });
  },
);

function valuesOf(
  house: House,
  { purchase: id, letter }: { purchase: string; letter: BuyerLetter },
  { purchase, orders, stores, slip, parcel }: Told,
) {
  const { name, locale, secret } = purchase;
  const list = new Intl.ListFormat(locale);
  const written = { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  const day = (at: Date) => new Intl.DateTimeFormat(locale, written).format(at);
  // The first letters speak of the whole sum, which is paid at once; the later ones of their orders.
  const whole = letter === 'order_unpaid' || letter === 'order_paid';
  const total = whole
    ? { currency: purchase.currency, minor: purchase.total_minor }
    : { currency: orders[0]!.paid_currency, minor: orders.reduce((sum, one) => sum + one.paid_minor, 0n) };
  const until = orders[0]!.accept_by;
  const path = whole || orders.length > 1 ? `/purchases/${id}` : `/orders/${orders[0]!.id}`;
  return {
    name,
    orders: list.format(orders.map(({ number }) => number)),
    store: list.format(stores),
    total: formatMoney(total, locale),
    ...parcel,
    until: until ? day(until) : '',
    link: `${pageFor(house, locale, path)}?key=${encodeURIComponent(secret)}`,
    ...(slip ? { line: slip.line, due: day(new Date(`${slip.dueDate}T00:00:00Z`)) } : {}),
  };
}
