import { Type } from 'typebox';
import { door } from '#platform/door';
import type { Door } from '#platform/door';
import { storeCards } from './cards.ts';
import { categoryPage, sorts } from './category-page.ts';
import { categoryForm, categoryTree } from './category-tree.ts';
import { productPage } from './product-page.ts';
import { AttributeShape, CardPageShape, CategoryPageShape, Locale, Named, Page, ProductShape } from './shapes.ts';

const Tree = Type.Array(
  Type.Unsafe<object>({ type: 'object', additionalProperties: true, description: 'id, name, leaf, children' }),
);

/** What anybody may look at. */
export const shopDoors: Door[] = [
  door({
    method: 'GET',
    path: '/products/{product}',
    says: 'A product on sale: words, options, prices, what is left, what customs and carriers ask.',
    may: 'anyone',
    query: Type.Object({ locale: Locale }),
    answer: ProductShape,
    keep: 15,
    question: productPage,
  }),
  door({
    method: 'GET',
    path: '/categories',
    says: 'The tree of categories.',
    may: 'anyone',
    query: Type.Object({ locale: Locale }),
    answer: Tree,
    keep: 300,
    question: categoryTree,
  }),
  door({
    method: 'GET',
    path: '/categories/{category}',
    says: 'What is asked of goods of a category.',
    may: 'anyone',
    query: Type.Object({ locale: Locale }),
    answer: Type.Object({
      id: Type.String(),
      name: Type.String(),
      path: Type.Array(Named),
      hs: Type.Unsafe<string | null>({
        type: ['string', 'null'],
        description: 'What such goods are usually declared as.',
      }),
      attributes: Type.Array(AttributeShape),
    }),
    keep: 300,
    question: categoryForm,
  }),
  door({
    method: 'GET',
    path: '/categories/{category}/products',
    says: 'What is on sale in a category and below it, 24 to a page. By price only within one currency.',
    may: 'anyone',
    query: Type.Object({
      locale: Locale,
      page: Page,
      sort: Type.Optional(Type.Enum([...sorts])),
      currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
    }),
    answer: CategoryPageShape,
    refusals: { category_not_found: 404, say_in_which_currency: 400 },
    keep: 30,
    question: categoryPage,
  }),
  door({
    method: 'GET',
    path: '/storefronts/{store}/products',
    says: 'What a store has on sale, newest first, 24 to a page.',
    may: 'anyone',
    query: Type.Object({ locale: Locale, page: Page }),
    answer: CardPageShape,
    keep: 30,
    question: storeCards,
  }),
];
