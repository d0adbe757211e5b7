/** The letters to a store about its payouts: paid, or come back. Sent by a job, outside any deed. */
import { formatMoney } from '#kernel/money';
import { languageFor, sendLetter } from '#modules/messaging';
import { personOf, readersOfStore } from '#modules/parties';
import { system } from '#platform/actor';
import { enqueue, job } from '#platform/jobs';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking, Work } from '#platform/work';

interface PayoutToTell {
  currency: string;
  minor: bigint;
  holder: string;
  last4: string;
  problem: string | null;
}

type PayoutLetter = 'store_payout_paid' | 'store_payout_back';

async function toTell(ask: Asking, { payout }: { payout: string }): Promise<PayoutToTell | undefined> {
  return ask.one<PayoutToTell>(
    sql`select currency, minor, holder, last4, problem from finance.payouts where payout = ${payout}`,
  );
}

/** All whose work is the store's money are told, whoever asked for the payout. */
export async function tellStore(
  work: Work,
  { payout, store, letter }: { payout: string; store: string; letter: PayoutLetter },
): Promise<void> {
  for (const person of await readersOfStore(work, { store, roles: ['finance'] }))
    enqueue(work, letterOfPayout({ payout, person, letter }), { subject: payout });
}

export const letterOfPayout = job<{ payout: string; person: string; letter: PayoutLetter }>(
  'finance.letter_of_payout',
  async (house, { payout, person, letter }, info) => {
    const [reader, about] = await Promise.all([
      question(house, system, personOf, { person }),
      question(house, system, toTell, { payout }),
    ]);
    if (!reader || !about) return;
    const locale = languageFor(reader.locale);
    const values = {
      name: reader.name,
      amount: formatMoney(about, locale),
      holder: about.holder,
      last4: about.last4,
      why: about.problem ?? '',
      link: `${house.config.publicUrl}/seller/payouts`,
    };
    await sendLetter(house, { id: info.id, to: reader.email, locale, letter, values });
  },
);
