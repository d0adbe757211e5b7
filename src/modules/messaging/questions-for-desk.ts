import { isStaff } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { containing } from './containing.ts';
import type { QuestionState } from './question.ts';

export interface DeskQuestion {
  question: string;
  product: string;
  store: string;
  state: QuestionState;
  text: string;
  by: string;
  at: Date;
  answer: string | null;
  hiddenWhy: string | null;
  hiddenBy: string | null;
}

const perPage = 50;

/** All questions in a state, the newest first; undefined for whoever does not look after listings. */
export async function questionsForDesk(
  ask: Asking,
  {
    state = 'asked',
    text = '',
    page = 1,
  }: { state?: QuestionState | undefined; text?: string | undefined; page?: number | undefined },
): Promise<{ questions: DeskQuestion[]; page: number; more: boolean } | undefined> {
  if (!isStaff(ask.by, 'listings')) return undefined;
  const rows = await ask.many<DeskQuestion>(sql`
    select id as question, product, store, state, text, asker_name as by, asked_at as at, answer,
           hidden_why as "hiddenWhy", hidden_by as "hiddenBy"
      from messaging.questions
     where state = ${state} and (text ilike ${containing(text)} or answer ilike ${containing(text)})
     order by asked_at desc, id desc
     limit ${perPage + 1} offset ${(page - 1) * perPage}`);
  return { questions: rows.slice(0, perPage), page, more: rows.length > perPage };
}
