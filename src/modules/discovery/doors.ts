import { Type } from 'typebox';
import { cardsOf } from '#modules/catalogue';
import { door } from '#platform/door';
import type { Door } from '#platform/door';
import type { Asking } from '#platform/work';
import { search } from './search.ts';
import type { SearchInput } from './search.ts';

async function searchForDoor(ask: Asking, input: SearchInput & { size: number }) {
  const found = await search(ask, input);
  const cards = await cardsOf(ask, { products: found.products, locale: input.locale });
  return {
    cards,
    total: found.total,
    page: found.page,
    more: found.page * input.size < found.total + found.also,
    also: found.also,
    loosely: found.loosely,
    instead: found.instead ?? null,
    ...(input.counted && {
      facets: Object.fromEntries(found.facets),
      categories: Object.fromEntries(found.categories),
    }),
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
    says: 'Products on sale by words, in one language; those that have all of them first.',
    may: 'anyone',
    query: Type.Object({
      text: Type.String({ maxLength: 200, default: '' }),
      locale: Type.String({ minLength: 2, maxLength: 12, default: 'en' }),
      page: Type.Integer({ minimum: 1, maximum: 1000, default: 1 }),
      category: Type.Optional(Type.String({ maxLength: 80 })),
      size: Type.Integer({ minimum: 1, maximum: 100, default: 24 }),
      sort: Type.Optional(Type.Enum(['best', 'newest'])),
      counted: Type.Boolean({ default: false, description: 'Say how many there are by value and by category.' }),
    }),
    answer: Type.Object({
      cards: Type.Array(Card),
      total: Type.Integer(),
      page: Type.Integer(),
      more: Type.Boolean(),
      also: Type.Integer({ description: 'Those that have fewer of the words, after the others.' }),
      instead: Type.Unsafe<object | null>({
        type: ['object', 'null'],
        description: 'A word that was taken for a slip of the finger, and for which word.',
        properties: { typed: { type: 'string' }, meant: { type: 'string' } },
      }),
      facets: Type.Optional(Type.Record(Type.String(), Type.Integer())),
      categories: Type.Optional(Type.Record(Type.String(), Type.Integer())),
      loosely: Type.Boolean({ description: 'Nothing has all the words; these have some.' }),
    }),
    keep: 30,
    question: searchForDoor,
  }),
];
