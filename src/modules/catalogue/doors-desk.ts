import { Type } from 'typebox';
import { door } from '#platform/door';
import type { Door } from '#platform/door';
import { Uuid } from '#platform/shapes';
import { productsForStaff, reviewQueue } from './desk-questions.ts';
import { listProduct, refuseProduct, resumeProduct, suspendProduct } from './review-product.ts';
import { takeBackDecision } from './take-back-decision.ts';
import { DeskProductShape, Locale, Page } from './shapes.ts';

const one = '/desk/products/{product}';
const State = Type.Object({ state: Type.String() });
const Why = Type.Object({
  why: Type.String({ minLength: 1, maxLength: 2000, description: 'One sentence that both sides get to read.' }),
});

const decisions = {
  only_staff_for_listings_may_decide: 403,
  say_why: 400,
  product_not_found: 404,
  product_is_not_in_that_state: 409,
  digital_goods_are_missing: 422,
} as const;

/** What the desk decides about listings. */
export const deskDoors: Door[] = [
  door({
    method: 'GET',
    path: '/desk/reviews',
    says: 'New listings and changes that wait for a decision, oldest first, 50 to a page.',
    may: 'staff',
    query: Type.Object({ locale: Locale, page: Page }),
    answer: Type.Object({ products: Type.Array(DeskProductShape), waiting: Type.Integer(), more: Type.Boolean() }),
    refusals: { only_staff_for_listings_may_look: 403 },
    question: reviewQueue,
  }),
  door({
    method: 'GET',
    path: '/desk/products',
    says: 'Products by store, state or words of the title.',
    may: 'staff',
    query: Type.Object({
      locale: Locale,
      page: Page,
      store: Type.Optional(Uuid),
      state: Type.Optional(Type.String()),
      text: Type.Optional(Type.String({ maxLength: 200 })),
    }),
    answer: Type.Object({ products: Type.Array(DeskProductShape), more: Type.Boolean() }),
    refusals: { only_staff_for_listings_may_look: 403 },
    question: productsForStaff,
  }),
  door({
    method: 'POST',
    path: `${one}/listing`,
    says: 'Nothing is wrong with it: it goes on sale, or the proposed change takes effect.',
    may: 'staff',
    body: Type.Object({ why: Type.Optional(Type.String({ maxLength: 2000 })) }),
    answer: State,
    refusals: decisions,
    deed: listProduct,
  }),
  door({
    method: 'POST',
    path: `${one}/refusal`,
    says: 'Something is wrong with it: it goes back to the seller, with the reason.',
    may: 'staff',
    body: Why,
    answer: State,
    refusals: decisions,
    deed: refuseProduct,
  }),
  door({
    method: 'DELETE',
    path: `${one}/decision`,
    says: 'Takes back what the asker decided within the last ten minutes: it waits again in its old place.',
    may: 'staff',
    answer: State,
    refusals: {
      only_staff_for_listings_may_decide: 403,
      product_not_found: 404,
      nothing_to_take_back: 409,
      only_who_decided_may_take_it_back: 403,
      too_late_to_take_it_back: 409,
      product_was_changed_since: 409,
    },
    deed: takeBackDecision,
  }),
  door({
    method: 'POST',
    path: `${one}/suspension`,
    says: 'Takes a product out of the shop.',
    may: 'staff',
    body: Why,
    answer: State,
    refusals: decisions,
    deed: suspendProduct,
  }),
  door({
    method: 'DELETE',
    path: `${one}/suspension`,
    says: 'Puts a suspended product back into the shop.',
    may: 'staff',
    body: Why,
    answer: State,
    refusals: decisions,
    deed: resumeProduct,
  }),
];
