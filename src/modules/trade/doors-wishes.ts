/** Doors of the wish list. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Maybe, MoneyShape, Uuid, When } from '#platform/shapes';
import { addWish, removeWish, saveForLater, wishToCart } from './wish.ts';
import { plain } from './door-views.ts';
import { wishesOf } from './wishes-of.ts';
import type { Asking } from '#platform/work';

const Wished = Type.Object({ product: Uuid, variant: Uuid });
const wishStatus = { who_are_you: 401, not_for_sale: 404, wishes_are_full: 409 } as const;

export const wishDoors = [
  door({
    method: 'GET',
    path: '/wishes',
    says: 'The wish list, the newest first: what one cost then and costs now, and whether it can be had.',
    may: 'anyone',
    query: Type.Object({
      currency: Type.String({ pattern: '^[A-Z]{3}$' }),
      locale: Type.Optional(Type.String({ minLength: 2, maxLength: 12 })),
      page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    answer: Type.Object({
      more: Type.Boolean(),
      wishes: Type.Array(
        Type.Object({
          ...Wished.properties,
          title: Type.String(),
          options: Type.String(),
          store: Type.String(),
          quantity: Type.Integer(),
          now: MoneyShape,
          was: Maybe(MoneyShape),
          stock: Type.Union(['there', 'few', 'none', 'not_for_sale'].map((one) => Type.Literal(one))),
          left: Type.Integer(),
          digital: Type.Boolean(),
          since: When,
        }),
      ),
    }),
    question: async (ask: Asking, { locale = 'en', ...input }: { currency: string; locale?: string; page?: number }) =>
      plain(await wishesOf(ask, { locale, ...input })),
  }),
  door({
    method: 'POST',
    path: '/wishes',
    says: 'Lays a product on the wish list: the variant that is named, or the first that can be had.',
    may: 'anyone',
    body: Type.Object({ product: Uuid, variant: Type.Optional(Uuid) }),
    answer: Wished,
    refusals: wishStatus,
    deed: addWish,
  }),
  door({
    method: 'DELETE',
    path: '/wishes/{variant}',
    says: 'Strikes a variant off the wish list.',
    may: 'anyone',
    answer: Wished,
    refusals: { wish_not_found: 404 },
    deed: removeWish,
  }),
  door({
    method: 'POST',
    path: '/wishes/{variant}/cart-line',
    says: 'Off the wish list, into the cart.',
    may: 'anyone',
    answer: Type.Object({ variant: Uuid, quantity: Type.Integer() }),
    refusals: {
      wish_not_found: 404,
      who_are_you: 401,
      quantity_is_wrong: 400,
      not_for_sale: 404,
      less_than_the_minimum: 422,
      not_so_many_left: 409,
      cart_is_full: 409,
    },
    deed: wishToCart,
  }),
  door({
    method: 'POST',
    path: '/cart/lines/{variant}/wish',
    says: 'Out of the cart, on the wish list.',
    may: 'anyone',
    answer: Wished,
    refusals: { not_in_the_cart: 404, ...wishStatus },
    deed: saveForLater,
  }),
];
