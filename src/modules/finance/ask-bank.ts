/** What is asked of the bank outside any deed: to pay, and what became of it. */
import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import type { PayoutAccount } from '#modules/parties';
import { system } from '#platform/actor';
import { unseal } from '#platform/crypto';
import type { House } from '#platform/house';
import { enqueue, every, job } from '#platform/jobs';
import { perform } from '#platform/perform';
import { PartnerRefuses } from '#platform/partner';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking, Work } from '#platform/work';
import { transferMoney, transfersUnder } from './bank-api.ts';
import type { BankTransfer } from './bank-api.ts';
import { payoutLife } from './payout.ts';
import type { PayoutState } from './payout.ts';
import { rejectPayout, settlePayout } from './settle-payout.ts';

interface ToPay {
  store: string;
  currency: string;
  minor: bigint;
  state: PayoutState;
  holder: string;
  account: string;
}

async function toPay(ask: Asking, { payout }: { payout: string }): Promise<ToPay | undefined> {
  return ask.one<ToPay>(sql`
    select store, currency, minor, state, holder, account from finance.payouts where payout = ${payout} and settled_at is null`);
}

/**
 * Asks the bank to pay. When it does not answer, the payout is `unknown` and nothing is assumed: the next try first asks
 * what the bank knows under the payout's id, and only what it never heard of is asked anew.
 */
export const askBank = job<{ payout: string }>('finance.ask_bank', async (house, { payout }, info) => {
  const wanted = await question(house, system, toPay, { payout });
  if (!wanted) return;
  let told: BankTransfer;
  try {
    const known = wanted.state === 'requested' && info.attempt === 1 ? undefined : await newestUnder(house, payout);
    told = known ?? (await pay(house, payout, wanted));
  } catch (error) {
    if (error instanceof PartnerRefuses) {
      await info.perform(rejectPayout, { payout, why: error.message });
      return;
    }
    await perform(house, { key: `${info.id}:${info.attempt}`, by: system }, loseSight, { payout });
    throw error;
  }
  await info.perform(settlePayout, { payout, told });
});

async function pay(house: House, payout: string, { currency, minor, holder, account }: ToPay): Promise<BankTransfer> {
  const opened = JSON.parse(unseal(house, account)) as { payout: string; account: PayoutAccount['account'] };
  if (opened.payout !== payout) throw new Error(`The account of payout ${payout} is another payout's.`);
  try {
    return await transferMoney(house, {
      payout,
      amount: { currency, minor },
      account: opened.account,
      holder,
      text: `Entrepot payout ${payout}`,
    });
  } catch (error) {
    // It was there already: an answer of long ago that we never got.
    const known =
      error instanceof PartnerRefuses && error.status === 409 ? await newestUnder(house, payout) : undefined;
    if (known) return known;
    throw error;
  }
}

async function newestUnder(house: House, payout: string): Promise<BankTransfer | undefined> {
  return (await transfersUnder(house, payout)).at(-1);
}

async function loseSight(
  work: Work,
  { payout }: { payout: string },
): Promise<Result<undefined, { no: 'payout_is_not_waiting' }>> {
  const lost = await work.run(
    sql`update finance.payouts set state = 'unknown' where payout = ${payout} and state = 'requested'`,
  );
  return lost > 0 ? ok() : refuse({ no: 'payout_is_not_waiting' });
}

/** Words of the bank get lost: what is open for long is asked for, whatever state it is in. */
export const askForOpen = every('finance.ask_for_open_payouts', { minutes: 15 }, async (house) => {
  await perform(house, { key: newId(house.clock.now()), by: system }, pickOpen, {});
});

async function pickOpen(work: Work): Promise<Result<{ asked: number }, never>> {
  const due = await work.many<{ payout: string }>(sql`
    select payout from finance.payouts where settled_at is null and look_at <= ${work.now} order by look_at limit 200`);
  for (const { payout } of due) await lookAgain(work, payout);
  return ok({ asked: due.length });
}

/** The bank is asked anew, and again an hour later if it still says nothing. */
export async function lookAgain(work: Work, payout: string): Promise<void> {
  await work.run(
    sql`update finance.payouts set look_at = ${new Date(work.now.getTime() + 3_600_000)} where payout = ${payout}`,
  );
  enqueue(work, askAgain({ payout }), { subject: payout });
}

/** Asks what became of a payout. One that the bank never heard of is asked for; one that it still has stays as it is. */
export const askAgain = job<{ payout: string }>('finance.ask_bank_again', async (house, { payout }, info) => {
  const wanted = await question(house, system, toPay, { payout });
  if (!wanted || payoutLife.final(wanted.state)) return;
  let told = await newestUnder(house, payout);
  try {
    told ??= await pay(house, payout, wanted);
  } catch (error) {
    if (!(error instanceof PartnerRefuses)) throw error;
    await info.perform(rejectPayout, { payout, why: error.message });
    return;
  }
  await info.perform(settlePayout, { payout, told });
});
