/** Letters about questions: to the store that one waits, to the asker that it is answered, to both that the desk hid it. */
import { titlesOf } from '#modules/catalogue';
import { pageFor, personOf, storesOf } from '#modules/parties';
import { system } from '#platform/actor';
import { job } from '#platform/jobs';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking } from '#platform/work';
import { languageFor, sendLetter } from './letters.ts';
import type { QuestionState } from './question.ts';

interface About {
  product: string;
  store: string;
  asker: string;
  asker_name: string;
  state: QuestionState;
  text: string;
  answer: string | null;
  hidden_why: string | null;
}

type QuestionLetter = 'store_question' | 'question_answered' | 'question_hidden';
/** What the question must be for its letter to be true still. */
const holds: Readonly<Record<QuestionLetter, QuestionState>> = {
  store_question: 'asked',
  question_answered: 'answered',
  question_hidden: 'hidden',
};

async function about(ask: Asking, { question: id }: { question: string }): Promise<About | undefined> {
  return ask.one<About>(sql`
    select product, store, asker, asker_name, state, text, answer, hidden_why from messaging.questions where id = ${id}`);
}

export const letterOfQuestion = job<{ question: string; letter: QuestionLetter; person: string }>(
  'messaging.letter_of_question',
  async (house, { question: id, letter, person }, info) => {
    const [reader, it] = await Promise.all([
      question(house, system, personOf, { person }),
      question(house, system, about, { question: id }),
    ]);
    if (!reader || !it || it.state !== holds[letter]) return;
    const locale = languageFor(reader.locale);
    const [[title], [store]] = await Promise.all([
      question(house, system, titlesOf, { products: [it.product], locale }),
      question(house, system, storesOf, { stores: [it.store] }),
    ]);
    const isAsker = person === it.asker;
    const values = {
      name: reader.name,
      product: title?.title ?? '',
      store: store?.name ?? '',
      asker: it.asker_name,
      question: it.text,
      answer: it.answer ?? '',
      why: it.hidden_why ?? '',
      link: pageFor(house, locale, isAsker ? `/products/${it.product}#questions` : '/seller/questions'),
    };
    await sendLetter(house, { id: info.id, to: reader.email, locale, letter, values });
  },
);
