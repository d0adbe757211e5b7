/** The letter to a store whose payout came back, in its reader's language. Written and sent by a job, outside any deed. */
import { formatMoney } from '#kernel/money';
import { personOf } from '#modules/parties';
import { system } from '#platform/actor';
import { job } from '#platform/jobs';
import { filled } from '#platform/mail';
import type { Draft } from '#platform/mail';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking } from '#platform/work';
import en from './letters/en.json' with { type: 'json' };
import ptBR from './letters/pt-BR.json' with { type: 'json' };

const letters: Readonly<Record<string, Draft>> = { en, 'pt-BR': ptBR };

interface Returned {
  currency: string;
  minor: bigint;
  holder: string;
  last4: string;
  problem: string | null;
}

async function returned(ask: Asking, { payout }: { payout: string }): Promise<Returned | undefined> {
  return ask.one<Returned>(
    sql`select currency, minor, holder, last4, problem from finance.payouts where payout = ${payout}`,
  );
}

export const letterOfRejection = job<{ payout: string; person: string }>(
  'finance.letter_of_rejection',
  async (house, { payout, person }) => {
    const [reader, about] = await Promise.all([
      question(house, system, personOf, { person }),
      question(house, system, returned, { payout }),
    ]);
    if (!reader || !about) return;
    const values: Record<string, string> = {
      name: reader.name,
      amount: formatMoney(about, reader.locale),
      holder: about.holder,
      last4: about.last4,
      why: about.problem ?? '',
      link: `${house.config.publicUrl}/seller/payouts`,
    };
    await house.mail.send({ to: reader.email, ...filled(letters[reader.locale] ?? letters['en']!, values) });
  },
);
