import { Type } from 'typebox';
import { door } from '#platform/door';
import type { Door } from '#platform/door';
import { Anything, Uuid } from '#platform/shapes';
import type { Asking } from '#platform/work';
import { setDigitalGood } from './digital-goods.ts';
import { draftProduct } from './draft-product.ts';
import { dropProposal, editProduct } from './edit-product.ts';
import { addPicture } from './pictures.ts';
import type { OwnProduct } from './product-row.ts';
import { productForSeller, productsOfStore } from './seller-questions.ts';
import { setStock } from './set-stock.ts';
import { listingBody, Locale, Page, StoreProductShape } from './shapes.ts';
import { recallProduct, relistProduct, submitProduct, withdrawProduct } from './submit-product.ts';

const ofStore = '/stores/{store}/products';
const one = `${ofStore}/{product}`;

/** JSON knows no bigint: prices here are far below 2^53, beyond which they would lose digits. */
async function productForDoor(ask: Asking, input: OwnProduct): Promise<Record<string, unknown> | undefined> {
  const found = await productForSeller(ask, input);
  if (!found) return undefined;
  return JSON.parse(
    JSON.stringify(found, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
  ) as Record<string, unknown>;
}

const Edited = Type.Object({
  product: Uuid,
  variants: Type.Array(Uuid),
  waits: Type.Boolean({ description: 'A part of the change waits for the desk.' }),
});
const State = Type.Object({ state: Type.String() });
const Nothing = Type.Object({});

const notThere = { product_not_found: 404 } as const;
const wrong = { category_not_found: 422, listing_is_wrong: 422 } as const;
const steps = { ...notThere, product_is_not_in_that_state: 409 } as const;
const edits = { ...notThere, ...wrong, product_is_in_review: 409, listing_is_not_complete: 422 } as const;

const list: Door[] = [
  door({
    method: 'GET',
    path: ofStore,
    says: 'The products of a store, last changed first, 50 to a page.',
    may: 'store',
    query: Type.Object({
      locale: Locale,
      page: Page,
      state: Type.Optional(Type.String()),
      text: Type.Optional(Type.String({ maxLength: 200 })),
    }),
    answer: Type.Object({
      products: Type.Array(StoreProductShape),
      page: Type.Integer(),
      more: Type.Boolean(),
      states: Type.Unsafe<Record<string, number>>({ type: 'object', additionalProperties: { type: 'integer' } }),
    }),
    question: productsOfStore,
  }),
  door({
    method: 'GET',
    path: one,
    says: 'The whole of a listing, with what still lacks.',
    may: 'store',
    answer: Anything,
    question: productForDoor,
  }),
  door({
    method: 'POST',
    path: ofStore,
    says: "Begins a listing. Prices are in the store's currency.",
    may: 'store',
    body: Type.Object({ ...listingBody, category: Type.String() }),
    answer: Type.Object({ product: Uuid, variants: Type.Array(Uuid) }),
    refusals: { store_not_found: 404, ...wrong },
    deed: draftProduct,
  }),
  door({
    method: 'PATCH',
    path: one,
    says: 'Changes a listing. Of a reviewed one, prices, codes, weights and sizes at once; the rest when the desk has looked.',
    may: 'store',
    body: Type.Object(listingBody),
    answer: Edited,
    refusals: edits,
    deed: editProduct,
  }),
  door({
    method: 'DELETE',
    path: `${one}/proposal`,
    says: 'Takes back a change that the desk has not decided.',
    may: 'store',
    answer: Nothing,
    refusals: { ...notThere, nothing_is_proposed: 409 },
    deed: dropProposal,
  }),
];

const lifeDoors: Door[] = [
  door({
    method: 'POST',
    path: `${one}/submission`,
    says: 'Gives a draft to the desk.',
    may: 'store',
    answer: State,
    refusals: { ...steps, store_is_not_open: 409, listing_is_not_complete: 422 },
    deed: submitProduct,
  }),
  door({
    method: 'DELETE',
    path: `${one}/submission`,
    says: 'Takes a draft back from the desk.',
    may: 'store',
    answer: State,
    refusals: steps,
    deed: recallProduct,
  }),
  door({
    method: 'POST',
    path: `${one}/withdrawal`,
    says: 'Takes a product out of the shop.',
    may: 'store',
    answer: State,
    refusals: steps,
    deed: withdrawProduct,
  }),
  door({
    method: 'DELETE',
    path: `${one}/withdrawal`,
    says: 'Puts a withdrawn product back into the shop.',
    may: 'store',
    answer: State,
    refusals: steps,
    deed: relistProduct,
  }),
];

const parts: Door[] = [
  door({
    method: 'PUT',
    path: `${one}/stock`,
    says: 'So many of each variant are on the shelf, those that orders hold included.',
    may: 'store',
    body: Type.Object({
      lines: Type.Array(Type.Object({ variant: Uuid, onHand: Type.Integer({ minimum: 0 }) }), {
        minItems: 1,
        maxItems: 200,
      }),
    }),
    answer: Nothing,
    refusals: { ...notThere, quantity_is_wrong: 400, variant_not_found: 404, orders_hold_more: 409 },
    deed: setStock,
  }),
  door({
    method: 'POST',
    path: `${one}/pictures`,
    says: 'Adds a picture: JPEG, PNG or WebP, at least 200 pixels on each side, at most 8 MB, in base64.',
    may: 'store',
    body: Type.Object({ data: Type.String({ minLength: 1 }) }),
    answer: Type.Object({ hash: Type.String(), width: Type.Integer(), height: Type.Integer(), waits: Type.Boolean() }),
    refusals: {
      ...edits,
      picture_is_missing: 400,
      picture_is_too_large: 413,
      picture_is_not_readable: 422,
      picture_is_too_small: 422,
      picture_has_too_many_pixels: 422,
    },
    deed: addPicture,
  }),
  door({
    method: 'PUT',
    path: `${one}/variants/{variant}/digital`,
    says: 'What buyers of a digital variant are given: a text, or a file in base64.',
    may: 'store',
    body: Type.Object({
      text: Type.Optional(Type.String()),
      file: Type.Optional(
        Type.Object({ name: Type.String(), type: Type.Optional(Type.String()), data: Type.String() }),
      ),
    }),
    answer: Nothing,
    refusals: {
      ...notThere,
      variant_not_found: 404,
      product_is_not_digital: 409,
      give_a_text_or_a_file: 400,
      text_is_too_long: 422,
      file_is_too_large: 413,
    },
    deed: setDigitalGood,
  }),
];

/** What the people of a store do with its products. */
export const sellerDoors: Door[] = [...list, ...lifeDoors, ...parts];
