/** What the people of a store see of its questions: those to answer, oldest first, and those they answered, newest first. */
import { titlesOf } from '#modules/catalogue';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { containing } from './containing.ts';
import { editableUntil, mayAnswer, undoableUntil } from './question.ts';

export interface StoreQuestion {
  question: string;
  product: string;
  title: string;
  text: string;
  by: string;
  at: Date;
  answer: {
    text: string;
    by: string;
    at: Date;
    edited: boolean;
    mayEdit: boolean;
    mayTakeBack: boolean;
  } | null;
  helpful: number;
  unhelpful: number;
}

export interface QuestionsOfStore {
  questions: StoreQuestion[];
  page: number;
  more: boolean;
  /** All that wait, whatever is searched for. */
  waiting: number;
}

export const storePerPage = 20;

interface Row {
  id: string;
  product: string;
  text: string;
  asker_name: string;
  asked_at: Date;
  answer: string | null;
  answered_name: string | null;
  answered_at: Date | null;
  edited_at: Date | null;
  helpful: number;
  unhelpful: number;
}

interface Wanted {
  store: string;
  locale: string;
  view?: 'waiting' | 'answered' | undefined;
  text?: string | undefined;
  /** Only questions about this product. */
  product?: string | undefined;
  /** Only what was answered since then. */
  since?: Date | undefined;
  page?: number | undefined;
}

/** Undefined for whoever does not answer there. */
export async function questionsOfStore(
  ask: Asking,
  { store, locale, view = 'waiting', text = '', product, since, page = 1 }: Wanted,
): Promise<QuestionsOfStore | undefined> {
  if (!mayAnswer(ask.by, store)) return undefined;
  const oldestFirst = view === 'waiting';
  const [rows, count] = await Promise.all([
    ask.many<Row>(sql`
      select id, product, text, asker_name, asked_at, answer, answered_name, answered_at, edited_at, helpful, unhelpful
        from messaging.questions
       where store = ${store} and state = ${view === 'waiting' ? 'asked' : 'answered'}
         and (text ilike ${containing(text)} or answer ilike ${containing(text)})
         and (${product ?? null}::uuid is null or product = ${product ?? null})
         and (${since ?? null}::timestamptz is null or answered_at > ${since ?? null})
       order by case when ${oldestFirst} then asked_at end, answered_at desc, id
       limit ${storePerPage + 1} offset ${(page - 1) * storePerPage}`),
    questionsWaiting(ask, { store }),
  ]);
  const found = rows.slice(0, storePerPage);
  const titles = await titlesOf(ask, { products: found.map((row) => row.product), locale });
  const titleOf = new Map(titles.map((one) => [one.product, one.title]));
  return {
    questions: found.map((row) => shown(row, titleOf.get(row.product) ?? '', ask.now)),
    page,
    more: rows.length > storePerPage,
    waiting: count?.waiting ?? 0,
  };
}

function shown(row: Row, title: string, now: Date): StoreQuestion {
  const { id, product, text, asker_name, asked_at, answer, answered_name, answered_at, edited_at } = row;
  const said = answer !== null && answered_at !== null;
  return {
    question: id,
    product,
    title,
    text,
    by: asker_name,
    at: asked_at,
    answer: said
      ? {
          text: answer,
          by: answered_name ?? '',
          at: answered_at,
          edited: edited_at !== null,
          mayEdit: now <= editableUntil(answered_at),
          mayTakeBack: now < undoableUntil(answered_at),
        }
      : null,
    helpful: row.helpful,
    unhelpful: row.unhelpful,
  };
}

/** How many wait, and since when; undefined for whoever does not answer there. */
export async function questionsWaiting(
  ask: Asking,
  { store }: { store: string },
): Promise<{ waiting: number; oldest: Date | null } | undefined> {
  if (!mayAnswer(ask.by, store)) return undefined;
  return ask.one<{ waiting: number; oldest: Date | null }>(sql`
    select count(*)::int as waiting, min(asked_at) as oldest from messaging.questions where store = ${store} and state = 'asked'`);
}
