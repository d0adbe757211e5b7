import { Type } from 'typebox';
import { door } from '#platform/door';
import type { Door } from '#platform/door';
import { Uuid, When } from '#platform/shapes';
import { answerQuestion, editAnswer, takeBackAnswer } from './answer-question.ts';
import { askQuestion } from './ask-question.ts';
import { Locale, readingDoors, State } from './doors-reading.ts';
import { textDoors } from './doors-texts.ts';
import { hideQuestion, showQuestion } from './hide-question.ts';
import { judgeAnswer } from './judge-answer.ts';

const Moved = Type.Object({ state: State });
const Written = Type.Object({ text: Type.String({ maxLength: 4000 }) });
const Why = Type.Object({ why: Type.String({ minLength: 1, maxLength: 500 }) });

const notThere = { question_not_found: 404 } as const;
const written = {
  text_is_too_short: 422,
  text_is_too_long: 422,
  text_holds_a_mail_address: 422,
  text_holds_a_phone_number: 422,
  text_holds_a_link: 422,
} as const;
const decided = {
  only_staff_for_listings_may_decide: 403,
  say_why: 422,
  text_is_too_long: 422,
  ...notThere,
  not_your_own_store: 403,
  question_is_not_in_that_state: 409,
} as const;

const changing: Door[] = [
  door({
    method: 'POST',
    path: '/products/{product}/questions',
    says: 'Asks about a product on sale. The store is told by letter.',
    may: 'person',
    body: Type.Object({ text: Type.String({ maxLength: 4000 }), locale: Locale }),
    answer: Type.Object({ question: Uuid }),
    refusals: {
      sign_in_to_ask: 403,
      product_not_found: 404,
      it_is_your_own_product: 403,
      ...written,
      you_asked_that_already: 409,
      your_questions_wait_for_answers: 429,
      enough_questions_for_today: 429,
    },
    deed: askQuestion,
  }),
  door({
    method: 'POST',
    path: '/questions/{question}/answer',
    says: 'Answers a question for its store. It can be taken back for five minutes.',
    may: 'store',
    body: Written,
    answer: Type.Object({ state: State, undoUntil: When }),
    refusals: { ...notThere, question_does_not_wait: 409, ...written },
    deed: answerQuestion,
  }),
  door({
    method: 'PUT',
    path: '/questions/{question}/answer',
    says: 'Changes an answer within thirty days. Readers see that it was changed.',
    may: 'store',
    body: Written,
    answer: Moved,
    refusals: { ...notThere, question_is_not_answered: 409, answer_is_settled: 409, ...written },
    deed: editAnswer,
  }),
  door({
    method: 'DELETE',
    path: '/questions/{question}/answer',
    says: 'Takes an answer back within five minutes: the question waits again.',
    may: 'store',
    answer: Moved,
    refusals: { ...notThere, question_is_not_answered: 409, too_late_to_take_back: 409 },
    deed: takeBackAnswer,
  }),
  door({
    method: 'PUT',
    path: '/questions/{question}/verdict',
    says: 'Says whether an answer helped; the last word counts.',
    may: 'person',
    body: Type.Object({ helpful: Type.Boolean() }),
    answer: Type.Object({ helpful: Type.Integer(), unhelpful: Type.Integer() }),
    refusals: { sign_in_to_judge: 403, ...notThere, it_is_your_own_answer: 403 },
    deed: judgeAnswer,
  }),
  door({
    method: 'POST',
    path: '/desk/questions/{question}/hiding',
    says: 'Takes a question with its answer off the page, with a sentence for both sides.',
    may: 'staff',
    body: Why,
    answer: Moved,
    refusals: decided,
    deed: hideQuestion,
  }),
  door({
    method: 'DELETE',
    path: '/desk/questions/{question}/hiding',
    says: 'Puts a hidden question back.',
    may: 'staff',
    body: Why,
    answer: Moved,
    refusals: decided,
    deed: showQuestion,
  }),
];

export const doors: readonly Door[] = [...readingDoors, ...changing, ...textDoors];
