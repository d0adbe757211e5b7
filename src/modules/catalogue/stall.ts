/** A store with goods to try things on: for the tests of this department and its neighbours. */
import { newId } from '#kernel/id';
import { must } from '#kernel/result';
import type { Result } from '#kernel/result';
import { enrol, enrolStore } from '#modules/parties';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import type { House } from '#platform/house';
import { perform } from '#platform/perform';
import type { Deed } from '#platform/work';
import { draftProduct } from './draft-product.ts';
import type { ListingInput } from './listing-input.ts';
import { listProduct } from './review-product.ts';
import { submitProduct } from './submit-product.ts';

export const desk: Actor = { id: 'ines', kind: 'person', name: 'Inês, the desk', stores: [], staff: ['listings'] };

export interface Stall {
  store: string;
  seller: Actor;
}

/** An open store, without the long way through admission. */
export async function openStall(house: House, { currency = 'CNY', name = 'Mei, Shenzhen' } = {}): Promise<Stall> {
  const about = { name, locale: 'en', country: 'CN', currency };
  const { person } = await does(house, system, enrol, { ...about, email: `${newId(house.clock.now())}@stall.example` });
  const { store } = await does(house, system, enrolStore, {
    ...about,
    owner: person,
    kind: 'company',
    why: 'A stall for a test.',
  });
  return { store, seller: { id: person, kind: 'person', name, stores: [{ store, roles: ['products'] }], staff: [] } };
}

/** A kettle that lacks nothing. */
export const kettle: ListingInput = {
  category: 'kettles',
  brand: 'Heron',
  titles: { en: 'Glass kettle with thermometer', 'pt-BR': 'Chaleira de vidro com termômetro' },
  descriptions: { en: 'Boils a litre in three minutes.', 'pt-BR': 'Ferve um litro em três minutos.' },
  attributes: { capacity: 1.7, material: 'glass', power: 2200, cordless: true },
  hs: '8516.10',
  origin: 'CN',
  variants: [
    {
      sku: 'HK-17',
      tiers: [
        { from: 1, minor: 19900n },
        { from: 10, minor: 17900n },
      ],
      grams: 1450,
      sizeMm: [260, 220, 240],
      onHand: 50,
    },
  ],
};

/** Does a deed once, and gives its value; throws when it is refused. */
export async function does<Input, Answer, Refusal extends { no: string }>(
  house: House,
  by: Actor,
  deed: Deed<Input, Result<Answer, Refusal>>,
  input: Input,
): Promise<Answer> {
  return must(await perform(house, { key: newId(house.clock.now()), by }, deed, input));
}

/** The same, giving the answer as it is, refused or not. */
export function tries<Input, Answer, Refusal extends { no: string }>(
  house: House,
  by: Actor,
  deed: Deed<Input, Result<Answer, Refusal>>,
  input: Input,
): Promise<Result<Answer, Refusal | { no: 'key_used_for_something_else' }>> {
  return perform(house, { key: newId(house.clock.now()), by }, deed, input);
}

/** Drafts, submits and reviews a product: it is on sale afterwards. */
export async function sells(
  house: House,
  { store, seller }: Stall,
  input: ListingInput = kettle,
): Promise<{ product: string; variants: string[] }> {
  const drafted = await does(house, seller, draftProduct, { store, ...input });
  await does(house, seller, submitProduct, { product: drafted.product });
  await does(house, desk, listProduct, { product: drafted.product });
  return drafted;
}
