/** What nobody reports is asked: webhooks are lost, answers never come, providers forget. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { newId } from '#kernel/id';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { enqueue, every, job } from '#platform/jobs';
import { perform } from '#platform/perform';
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { noteAsk } from './evidence.ts';
import { paymentExpired } from './facts.ts';
import { isOpen, nextLook, paymentLife } from './payment.ts';
import { providerOf } from './providers/index.ts';
import type { ProviderPayment } from './providers/provider.ts';
import { refundReference } from './refund-at-provider.ts';
import { reportPayment } from './report-payment.ts';
import type { PaymentRow } from './report-payment.ts';
import { reportRefund } from './report-refund.ts';
import { taskNames, toCreate, toLook, toRefund } from './tasks.ts';
import type { PaymentPlace } from './tasks.ts';

const batch = 40;
const atOnce = 4;
/** At most so many in one go; the rest is due again in half a minute. */
const mostRounds = 25;

/** Asks for what is due to be asked: payments, then refunds. A slow or dead provider slows nothing but this. */
export const settleByAsking = every('payments.settle_by_asking', { seconds: 30 }, async (house) => {
  for (let round = 0, found = batch; found === batch && round < mostRounds; round++) {
    const { rows } = await house.db.query(sql`
      select purchase, id, method, provider, state, currency, amount, expires_at, late_until, looks
        from payments.payments where look_at <= ${house.clock.now()} order by look_at limit ${batch}`);
    found = (await sideBySide(house, rows as PaymentRow[], look)) ? rows.length : 0;
  }
  const { rows } = await house.db.query(sql`
    select r.purchase, r.refund, r.id, r.state, r.attempt, p.provider
      from payments.refund_parts r join payments.payments p on p.purchase = r.purchase and p.id = r.payment
     where r.look_at <= ${house.clock.now()} order by r.look_at limit ${batch * mostRounds}`);
  await sideBySide(house, rows as PartRow[], lookAtRefund);
});

/** Some at a time; one that breaks does not keep the others waiting. Returns whether none broke. */
async function sideBySide<T extends { id: string }>(
  house: House,
  all: readonly T[],
  each: (house: House, one: T) => Promise<unknown>,
): Promise<boolean> {
  const waiting = [...all];
  let whole = true;
  const work = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      await each(house, one).catch((error: unknown) => {
        whole = false;
        house.log.error({ id: one!.id, err: error }, 'what the provider says could not be taken in');
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return whole;
}

/** One payment at once, when the buyer comes back from the provider's page or the desk wants to know. */
export const lookAtProvider = job<PaymentPlace>(taskNames.look, async (house, { purchase, payment }) => {
  const { rows } = await house.db.query(sql`
    select purchase, id, method, provider, state, currency, amount, expires_at, late_until, looks
      from payments.payments where purchase = ${purchase} and id = ${payment} and state <> 'paid'`);
  for (const row of rows as PaymentRow[]) await look(house, row);
});

async function look(house: House, row: PaymentRow): Promise<void> {
  const key = { key: newId(house.clock.now()), by: system };
  let told: ProviderPayment | undefined;
  try {
    told = await providerOf(row.provider).find(house, row.id);
    // Its time is over and it still waits there: we end it, so that nobody pays into nothing.
    if (told?.status === 'pending' && isOpen(row.state) && house.clock.now() >= row.expires_at) {
      const ended = await providerOf(row.provider).cancel(house, told.id);
      told = ended.status === 'cancelled' ? { ...ended, status: 'expired' } : ended;
    }
  } catch (error) {
    house.log.warn({ payment: row.id, err: error }, 'the provider could not be asked of a payment');
    await perform(house, key, unanswered, { ...row, error: error instanceof Error ? error.message : String(error) });
    return;
  }
  if (told) await perform(house, key, answered, { row, told });
  else await perform(house, key, unheardOf, row);
}

async function answered(work: Work, { row, told }: { row: PaymentRow; told: ProviderPayment }) {
  await noteAsk(work, row, told.status, told.failure);
  return reportPayment(work, { provider: row.provider, told });
}

/** After its expiry a payment whose provider is silent does not hold up the order for longer than this. */
const silenceMs = 15 * 60_000;

/** No answer: it is asked again, and expires by our own clock when its time has been over for a while. */
async function unanswered(
  work: Work,
  { error, ...row }: PaymentRow & { error: string },
): Promise<Result<undefined, never>> {
  await noteAsk(work, row, 'no_answer', error);
  const over = isOpen(row.state) && work.now.getTime() >= row.expires_at.getTime() + silenceMs;
  if (over) await expire(work, row, new Date(work.now.getTime() + 60 * 60_000));
  else await lookLater(work, row, nextLook({ ...row, now: work.now }) ?? new Date(work.now.getTime() + 60 * 60_000));
  return ok();
}

/** The provider has never heard of it: it is told again while there is time, else the payment's time is over. */
async function unheardOf(work: Work, row: PaymentRow): Promise<Result<undefined, never>> {
  await noteAsk(work, row, 'not_known');
  const inTime = work.now < row.expires_at;
  if (!isOpen(row.state)) await lookLater(work, row, null);
  else if (!inTime) await expire(work, row, null);
  else {
    await lookLater(work, row, nextLook({ ...row, now: work.now }));
    if (row.state === 'unknown') enqueue(work, toCreate({ purchase: row.purchase, payment: row.id }));
  }
  return ok();
}

async function expire(work: Work, { purchase, id: payment, state }: PaymentRow, lookAt: Date | null): Promise<void> {
  const expired = paymentLife.after(state, 'expire');
  if (!expired) return;
  const changed = await work.run(sql`
    update payments.payments set state = ${expired}, customer = null, look_at = ${lookAt}, looks = looks + 1
     where purchase = ${purchase} and id = ${payment} and state = ${state}`);
  if (changed > 0) announce(work, paymentExpired({ payment, purchase }));
}

async function lookLater(work: Work, { purchase, id, state }: PaymentRow, at: Date | null): Promise<void> {
  await work.run(sql`
    update payments.payments set look_at = ${at}, looks = looks + 1
     where purchase = ${purchase} and id = ${id} and state = ${state}`);
}

interface PartRow {
  purchase: string;
  refund: string;
  id: string;
  state: string;
  attempt: number;
  provider: string;
}

async function lookAtRefund(house: House, row: PartRow): Promise<void> {
  const key = { key: newId(house.clock.now()), by: system };
  try {
    const told = await providerOf(row.provider).findRefund(house, refundReference(row.id, row.attempt));
    if (told) await perform(house, key, reportRefund, { provider: row.provider, told });
    else await perform(house, key, askForRefundAgain, row);
  } catch (error) {
    house.log.warn({ part: row.id, err: error }, 'the provider could not be asked of a refund');
    await perform(house, key, lookAtPartLater, row);
  }
}

async function askForRefundAgain(work: Work, row: PartRow): Promise<Result<undefined, never>> {
  await lookAtPartLater(work, row);
  if (row.state !== 'sent') enqueue(work, toRefund({ purchase: row.purchase, refund: row.refund, part: row.id }));
  return ok();
}

async function lookAtPartLater(work: Work, { purchase, refund, id }: PartRow): Promise<Result<undefined, never>> {
  await work.run(sql`
    update payments.refund_parts set look_at = ${new Date(work.now.getTime() + 10 * 60_000)}, looks = looks + 1
     where purchase = ${purchase} and refund = ${refund} and id = ${id} and look_at is not null`);
  return ok();
}

export type AskAgainRefusal = { no: 'nothing_to_ask' };

/**
 * The buyer came back from the provider's page and wants to know: what is open is asked at once, rather than at its next
 * look. At most every ten seconds, because pages ask as often as they are loaded.
 */
export async function askAgain(
  work: Work,
  { purchase }: { purchase: string },
): Promise<Result<{ asked: number }, AskAgainRefusal>> {
  const soon = new Date(work.now.getTime() + 2 * 60_000);
  const asked = await work.many<{ id: string }>(sql`
    update payments.payments set look_at = ${soon}, asked_at = ${work.now}
     where purchase = ${purchase} and state in ('waiting', 'unknown') and (asked_at is null or asked_at < ${new Date(work.now.getTime() - 10_000)})
    returning id`);
  if (asked.length === 0) return refuse({ no: 'nothing_to_ask' });
  for (const { id } of asked) enqueue(work, toLook({ purchase, payment: id }));
  return ok({ asked: asked.length });
}
