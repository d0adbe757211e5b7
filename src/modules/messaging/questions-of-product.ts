import { isId } from '#kernel/id';
import { isStaff } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { containing } from './containing.ts';
import type { QuestionState } from './question.ts';

export interface QuestionShown {
  question: string;
  state: QuestionState;
  text: string;
  /** The asker's first name. */
  by: string;
  at: Date;
  answer: { text: string; at: Date; edited: boolean } | null;
  helpful: number;
  unhelpful: number;
  /** The reader's own question. */
  isMine: boolean;
  /** The reader's own word on the answer. */
  found: boolean | null;
  /** The desk's sentence, for the desk. */
  hiddenWhy: string | null;
}

export interface QuestionsOfProduct {
  questions: QuestionShown[];
  page: number;
  more: boolean;
  /** Of those that this reader may see, before any search. */
  total: number;
}

export const questionsPerPage = 5;

interface Row {
  id: string;
  state: QuestionState;
  text: string;
  asker: string;
  asker_name: string;
  asked_at: Date;
  answer: string | null;
  answered_at: Date | null;
  edited_at: Date | null;
  helpful: number;
  unhelpful: number;
  found: boolean | null;
  hidden_why: string | null;
}

/**
 * Answered questions, the most helpful first; before them the reader's own that still wait. Staff for listings see all,
 * because what nobody has answered can be out of place too.
 */
export async function questionsOfProduct(
  ask: Asking,
  { product, text = '', page = 1 }: { product: string; text?: string | undefined; page?: number | undefined },
): Promise<QuestionsOfProduct> {
  if (!isId(product)) return { questions: [], page, more: false, total: 0 };
  const reader = ask.by.kind === 'person' && isId(ask.by.id) ? ask.by.id : null;
  const all = isStaff(ask.by, 'listings');
  const [rows, count] = await Promise.all([
    ask.many<Row>(sql`
      select q.id, q.state, q.text, q.asker, q.asker_name, q.asked_at, q.answer, q.answered_at, q.edited_at, q.helpful, q.unhelpful,
             (select v.helpful from messaging.verdicts v where v.question = q.id and v.person = ${reader}) as found, q.hidden_why
        from messaging.questions q
       where q.product = ${product}
         and (q.state = 'answered' or (q.state = 'asked' and q.asker = ${reader}) or ${all})
         and (q.text ilike ${containing(text)} or q.answer ilike ${containing(text)})
       order by q.state = 'answered', q.helpful - q.unhelpful desc, q.asked_at desc, q.id desc
       limit ${questionsPerPage + 1} offset ${(page - 1) * questionsPerPage}`),
    ask.one<{ total: number }>(sql`
      select count(*)::int as total
        from messaging.questions q
       where q.product = ${product} and (q.state = 'answered' or (q.state = 'asked' and q.asker = ${reader}) or ${all})`),
  ]);
  return {
    questions: rows.slice(0, questionsPerPage).map((row) => shown(row, { reader, all })),
    page,
    more: rows.length > questionsPerPage,
    total: count!.total,
  };
}

function shown(row: Row, { reader, all }: { reader: string | null; all: boolean }): QuestionShown {
  const { id, state, text, asker_name, asked_at, answer, answered_at, edited_at, helpful, unhelpful, found } = row;
  return {
    question: id,
    state,
    text,
    by: asker_name,
    at: asked_at,
    answer: answer !== null && answered_at ? { text: answer, at: answered_at, edited: edited_at !== null } : null,
    helpful,
    unhelpful,
    isMine: row.asker === reader,
    found,
    hiddenWhy: all ? row.hidden_why : null,
  };
}
