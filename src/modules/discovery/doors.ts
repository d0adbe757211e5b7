import { Type } from 'typebox';
import { cardsOf } from '#modules/catalogue';
import { door } from '#platform/door';
import type { Door } from '#platform/door';
import type { Asking } from '#platform/work';
import { perPage, search } from './search.ts';
import type { SearchInput } from './search.ts';

async function searchForDoor(ask: Asking, input: SearchInput) {
  const found = await search(ask, input);
  const cards = await cardsOf(ask, { products: found.products, locale: input.locale });
  return {
    cards,
    total: found.total,
    page: found.page,
    more: found.page * perPage < found.total + found.also,
    loosely: found.loosely,
  };
}

const Card = Type.Object({
  product: Type.String(),
  store: Type.String(),
  category: Type.String(),
  title: Type.String(),
  brand: Type.String(),
  currency: Type.String(),
  fromMinor: Type.Integer({ description: 'Minor units of the currency.' }),
  varies: Type.Boolean(),
  minimum: Type.Integer(),
  digital: Type.Boolean(),
  soldOut: Type.Boolean(),
  picture: Type.Unsafe<object | null>({
    type: ['object', 'null'],
    properties: { hash: { type: 'string' }, width: { type: 'integer' }, height: { type: 'integer' } },
  }),
});

export const doors: Door[] = [
  door({
    method: 'GET',
    path: '/search',
    says: 'Products on sale by words, in one language, 24 to a page.',
    may: 'anyone',
    query: Type.Object({
      text: Type.String({ maxLength: 200, default: '' }),
      locale: Type.String({ minLength: 2, maxLength: 12, default: 'en' }),
      page: Type.Integer({ minimum: 1, maximum: 1000, default: 1 }),
      category: Type.Optional(Type.String({ maxLength: 80 })),
      sort: Type.Optional(Type.Enum(['best', 'newest'])),
    }),
    answer: Type.Object({
      cards: Type.Array(Card),
      total: Type.Integer(),
      page: Type.Integer(),
      more: Type.Boolean(),
      loosely: Type.Boolean({ description: 'Nothing has all the words; these have some.' }),
    }),
    keep: 30,
    question: searchForDoor,
  }),
];
