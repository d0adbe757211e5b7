import { isId, newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { cardsOf } from '#modules/catalogue';
import { readersOfStore } from '#modules/parties';
import { announce } from '#platform/facts';
import { enqueue } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { questionAsked } from './facts.ts';
import { mostInADay, mostWaiting } from './question.ts';
import { letterOfQuestion } from './question-letters.ts';
import { writtenText } from './written-text.ts';
import type { WrittenRefusal } from './written-text.ts';

/** Listed in the order in which they are checked. */
export type AskQuestionRefusal =
  | { no: 'sign_in_to_ask' }
  | { no: 'product_not_found' }
  | { no: 'it_is_your_own_product' }
  | WrittenRefusal
  | { no: 'you_asked_that_already' }
  | { no: 'your_questions_wait_for_answers'; most: number }
  | { no: 'enough_questions_for_today'; most: number };

/**
 * Somebody wants to know something of a product on sale. Its store is told by letter. The limits are a brake: two
 * questions of the same instant may both pass.
 */
export async function askQuestion(
  work: Work,
  { product, text, locale }: { product: string; text: string; locale: string },
): Promise<Result<{ question: string }, AskQuestionRefusal>> {
  const { by, now } = work;
  if (by.kind !== 'person' || !isId(by.id)) return refuse({ no: 'sign_in_to_ask' });
  const [card] = await cardsOf(work, { products: [product], locale });
  if (!card) return refuse({ no: 'product_not_found' });
  if (by.stores.some(({ store }) => store === card.store)) return refuse({ no: 'it_is_your_own_product' });
  const written = writtenText(text, { least: 8, most: 800 });
  if (!written.ok) return written;
  const asked = await askedBefore(work, { product, text: written.value });
  if (asked.same) return refuse({ no: 'you_asked_that_already' });
  if (asked.waiting >= mostWaiting) return refuse({ no: 'your_questions_wait_for_answers', most: mostWaiting });
  if (asked.today >= mostInADay) return refuse({ no: 'enough_questions_for_today', most: mostInADay });

  const question = newId(now);
  work.send(sql`
    insert into messaging.questions (id, product, store, asker, asker_name, locale, text, state, asked_at)
    values (${question}, ${product}, ${card.store}, ${by.id}, ${firstName(by.name)}, ${locale}, ${written.value}, 'asked', ${now})`);
  for (const person of await readersOfStore(work, { store: card.store, roles: ['products', 'orders'] }))
    enqueue(work, letterOfQuestion({ question, letter: 'store_question', person }), { subject: question });
  announce(work, questionAsked({ question, product, store: card.store }));
  return ok({ question });
}

async function askedBefore(work: Work, { product, text }: { product: string; text: string }) {
  const dayAgo = new Date(work.now.getTime() - 86_400_000);
  const row = await work.one<{ same: boolean; waiting: number; today: number }>(sql`
    select coalesce(bool_or(product = ${product} and lower(text) = lower(${text})), false) as same,
           (count(*) filter (where product = ${product} and state = 'asked'))::int as waiting,
           (count(*) filter (where asked_at > ${dayAgo}))::int as today
      from messaging.questions
     where asker = ${work.by.id} and state <> 'hidden' and (product = ${product} or asked_at > ${dayAgo})`);
  return row!;
}

/** Strangers read it, so it says no more of a person than how a neighbour calls them. */
function firstName(name: string): string {
  return name.trim().split(/\s+/)[0]!.slice(0, 40);
}
