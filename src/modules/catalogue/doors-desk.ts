import { Type } from 'typebox';
import { door } from '#platform/door';
import type { Door } from '#platform/door';
import { Maybe, Uuid } from '#platform/shapes';
import { categoriesForDesk } from './categories-for-desk.ts';
import { rename } from './rename.ts';
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

const Names = Type.Record(Type.String(), Type.String());

/** What the desk keeps of categories. */
const categoryDoors: Door[] = [
  door({
    method: 'GET',
    path: '/desk/categories',
    says: 'All categories with their names in every language, what is asked of goods in them, and how many are on sale.',
    may: 'staff',
    answer: Type.Object({
      categories: Type.Array(
        Type.Object({
          id: Type.String(),
          names: Names,
          depth: Type.Integer(),
          hs: Maybe(Type.String()),
          products: Type.Integer(),
          attributes: Type.Array(
            Type.Object({
              code: Type.String(),
              names: Names,
              kind: Type.String(),
              unit: Type.String(),
              required: Type.Boolean(),
              choices: Type.Array(Names),
            }),
          ),
        }),
      ),
    }),
    refusals: { only_staff_for_rules_may_look: 403 },
    question: categoriesForDesk,
  }),
  door({
    method: 'POST',
    path: '/desk/categories/{category}/names',
    says: 'Names a category, one of its attributes or one of their choices, in some languages. An empty name gives way to the house’s own.',
    may: 'staff',
    body: Type.Object({
      attribute: Type.Optional(Type.String({ maxLength: 100 })),
      choice: Type.Optional(Type.String({ maxLength: 100 })),
      names: Type.Record(Type.String(), Type.String({ maxLength: 200 })),
      why: Type.String({ minLength: 1, maxLength: 500 }),
    }),
    answer: Type.Object({ changed: Type.Integer() }),
    refusals: {
      only_staff_for_rules_may: 403,
      category_not_found: 404,
      attribute_not_found: 404,
      choice_not_found: 404,
      language_is_not_known: 422,
      name_is_too_long: 422,
      english_name_is_missing: 422,
      nothing_is_different: 409,
      say_why: 400,
    },
    deed: rename,
  }),
];

/** What the desk decides about listings. */
export const deskDoors: Door[] = [
  ...categoryDoors,
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
