import { Type } from 'typebox';
import { door } from '#platform/door';
import type { Door } from '#platform/door';
import { Maybe, Uuid, When } from '#platform/shapes';
import { questionLife } from './question.ts';
import { questionsForDesk } from './questions-for-desk.ts';
import { questionsOfProduct } from './questions-of-product.ts';
import { questionsOfStore } from './questions-of-store.ts';

export const Locale = Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 20, default: 'en' });
export const State = Type.Union(questionLife.states.map((state) => Type.Literal(state)));
const Page = Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 }));
const Search = Type.Optional(Type.String({ maxLength: 100 }));

const shown = {
  question: Uuid,
  text: Type.String(),
  by: Type.String({ description: "The asker's first name." }),
  at: When,
};

export const readingDoors: readonly Door[] = [
  door({
    method: 'GET',
    path: '/products/{product}/questions',
    says: 'Questions about a product and their answers, the most helpful first, five to a page.',
    may: 'anyone',
    query: Type.Object({ text: Search, page: Page }),
    answer: Type.Object({
      questions: Type.Array(
        Type.Object({
          ...shown,
          state: State,
          answer: Maybe(Type.Object({ text: Type.String(), at: When, edited: Type.Boolean() })),
          helpful: Type.Integer(),
          unhelpful: Type.Integer(),
          isMine: Type.Boolean(),
          found: Maybe(Type.Boolean()),
        }),
      ),
      page: Type.Integer(),
      more: Type.Boolean(),
      total: Type.Integer(),
    }),
    question: questionsOfProduct,
  }),
  door({
    method: 'GET',
    path: '/stores/{store}/questions',
    says: "A store's questions: those that wait, oldest first, or those it answered, newest first; 20 to a page.",
    may: 'store',
    query: Type.Object({
      locale: Locale,
      view: Type.Optional(Type.Union([Type.Literal('waiting'), Type.Literal('answered')])),
      text: Search,
      product: Type.Optional(Uuid),
      page: Page,
    }),
    answer: Type.Object({
      questions: Type.Array(
        Type.Object({
          ...shown,
          product: Uuid,
          title: Type.String(),
          answer: Maybe(
            Type.Object({
              text: Type.String(),
              by: Type.String(),
              at: When,
              edited: Type.Boolean(),
              mayEdit: Type.Boolean(),
              mayTakeBack: Type.Boolean(),
            }),
          ),
          helpful: Type.Integer(),
          unhelpful: Type.Integer(),
        }),
      ),
      page: Type.Integer(),
      more: Type.Boolean(),
      waiting: Type.Integer(),
    }),
    question: questionsOfStore,
  }),
  door({
    method: 'GET',
    path: '/desk/questions',
    says: 'All questions in a state, the newest first, 50 to a page.',
    may: 'staff',
    query: Type.Object({ state: Type.Optional(State), text: Search, page: Page }),
    answer: Type.Object({
      questions: Type.Array(
        Type.Object({
          ...shown,
          product: Uuid,
          store: Uuid,
          state: State,
          answer: Maybe(Type.String()),
          hiddenWhy: Maybe(Type.String()),
          hiddenBy: Maybe(Type.String()),
        }),
      ),
      page: Type.Integer(),
      more: Type.Boolean(),
    }),
    question: questionsForDesk,
  }),
];
