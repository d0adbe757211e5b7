/** A question about a product: from its asking to its answer, and out of sight where the desk says so. */
import { isId } from '#kernel/id';
import { life } from '#kernel/life';
import type { States } from '#kernel/life';
import { worksFor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';

export const questionLife = life({
  asked: { answer: 'answered', hide: 'hidden' },
  answered: { take_back: 'asked', hide: 'hidden' },
  hidden: { show: 'asked', show_with_answer: 'answered' },
});
export type QuestionState = States<typeof questionLife>;

/** How many of one person's questions about a product may wait at a time. */
export const mostWaiting = 3;
/** How many questions one person may ask in a day. */
export const mostInADay = 10;
/** An answer can be taken back for so long; its letter leaves when that is over, so that nobody gets one that was undone. */
export const undoMs = 5 * 60_000;
/** An answer can be changed for so many days; then buyers have relied on it. */
export const editDays = 30;

export interface QuestionRow {
  id: string;
  product: string;
  store: string;
  asker: string;
  state: QuestionState;
  answer: string | null;
  answered_by: string | null;
  answered_name: string | null;
  answered_at: Date | null;
}

/** Reads one question and locks it until the deed is over. */
export async function lockQuestion(work: Work, question: string): Promise<QuestionRow | undefined> {
  if (!isId(question)) return undefined;
  return work.one<QuestionRow>(sql`
    select id, product, store, asker, state, answer, answered_by, answered_name, answered_at
      from messaging.questions
     where id = ${question}
       for update`);
}

/** Answering is the work of those who know the goods, and of those who know the orders. */
export function mayAnswer(by: Actor, store: string): boolean {
  return worksFor(by, store, 'products') || worksFor(by, store, 'orders');
}

export function editableUntil(answeredAt: Date): Date {
  return new Date(answeredAt.getTime() + editDays * 86_400_000);
}

export function undoableUntil(answeredAt: Date): Date {
  return new Date(answeredAt.getTime() + undoMs);
}

/** What facts say of a question. */
export function named({ id, product, store }: QuestionRow): { question: string; product: string; store: string } {
  return { question: id, product, store };
}
