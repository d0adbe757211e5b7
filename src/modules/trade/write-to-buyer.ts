import { formatMoney } from '#kernel/money';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { pageFor } from '#modules/parties';
import { paymentsOf } from '#modules/payments';
import { system } from '#platform/actor';
import { enqueue, job } from '#platform/jobs';
import { filled } from '#platform/mail';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking, Work } from '#platform/work';
import en from './letters/en.json' with { type: 'json' };
import ptBR from './letters/pt-BR.json' with { type: 'json' };
import { isUuid } from './order-page.ts';

const letters: Readonly<Record<string, typeof en>> = { en, 'pt-BR': ptBR };

/** By then the provider has said how to pay, and who pays at once has paid: one letter says it all. */
const waitMs = 60_000;

/**
 * Who ordered on our pages is sent the way back to the purchase: without an account there is no other. Where orders come
 * by the API, whoever sends them writes to their buyers themselves.
 */
export async function writeToBuyer(
  work: Work,
  { purchase }: { purchase: string },
): Promise<Result<object, { no: 'purchase_not_found' }>> {
  const found = isUuid(purchase)
    ? await work.one<{ id: string }>(
        sql`select id from trade.purchases where id = ${purchase} and buyer = ${work.by.id}`,
      )
    : undefined;
  if (!found) return refuse({ no: 'purchase_not_found' });
  enqueue(work, letterOfPurchase({ purchase }), { at: new Date(work.now.getTime() + waitMs), subject: purchase });
  return ok({});
}

interface PurchaseRow {
  email: string;
  name: string;
  locale: string;
  currency: string;
  total_minor: bigint;
  secret: string;
}

interface OrderRow {
  number: string;
  state: string;
}

async function told(ask: Asking, { purchase }: { purchase: string }) {
  const [about, orders, payments] = await Promise.all([
    ask.one<PurchaseRow>(
      sql`select email, name, locale, currency, total_minor, secret from trade.purchases where id = ${purchase}`,
    ),
    ask.many<OrderRow>(sql`select number, state from trade.orders where purchase = ${purchase} order by id`),
    paymentsOf(ask, { purchase }),
  ]);
  return about && { ...about, orders, slip: payments.find((one) => one.state === 'waiting')?.boleto };
}

export const letterOfPurchase = job<{ purchase: string }>('trade.letter_of_purchase', async (house, { purchase }) => {
  const about = await question(house, system, told, { purchase });
  const open = about?.orders.filter(({ state }) => state !== 'lapsed' && state !== 'cancelled') ?? [];
  // Cancelled within the minute: nothing is left to say.
  if (!about || open.length === 0) return;
  const { email, name, locale, currency, total_minor, secret, slip } = about;
  const unpaid = open.some(({ state }) => state === 'placed');
  const letter = unpaid ? (slip ? 'slip' : 'unpaid') : 'paid';
  const day = (text: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`));
  const values = {
    name,
    orders: new Intl.ListFormat(locale).format(open.map((one) => one.number)),
    total: formatMoney({ currency, minor: total_minor }, locale),
    link: `${pageFor(house, locale, `/purchases/${purchase}`)}?key=${encodeURIComponent(secret)}`,
    ...(slip ? { line: slip.line, due: day(slip.dueDate) } : {}),
  };
  await house.mail.send({ to: email, ...filled((letters[locale] ?? en)[letter], values) });
});
