/** Talk: questions and answers about products, and the words of letters. */
import type { Module } from '#platform/house';
import { letters } from './letters.ts';
import { doors } from './doors.ts';
import { personal } from './personal.ts';
import { questionLife } from './question.ts';
import { letterOfQuestion } from './question-letters.ts';

export { answerQuestion, editAnswer, takeBackAnswer } from './answer-question.ts';
export { askQuestion } from './ask-question.ts';
export type { AskQuestionRefusal } from './ask-question.ts';
export * from './facts.ts';
export { hideQuestion, showQuestion } from './hide-question.ts';
export { judgeAnswer } from './judge-answer.ts';
export { languageFor, sendLetter } from './letters.ts';
export type { LetterName } from './letters.ts';
export { questionLife } from './question.ts';
export type { QuestionState } from './question.ts';
export { questionsForDesk } from './questions-for-desk.ts';
export { questionsOfProduct, questionsPerPage } from './questions-of-product.ts';
export type { QuestionShown, QuestionsOfProduct } from './questions-of-product.ts';
export { questionsOfStore, questionsWaiting, storePerPage } from './questions-of-store.ts';
export type { QuestionsOfStore, StoreQuestion } from './questions-of-store.ts';

export const messaging: Module = {
  name: 'messaging',
  migrations: new URL('./migrations/', import.meta.url),
  doors,
  personal,
  jobs: [letterOfQuestion],
  letters,
  lives: [{ table: 'messaging.questions', life: questionLife }],
};
