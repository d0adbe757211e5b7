/** Stores with something to sell, for benches of buying: no pictures, ordinary deeds. */
import { newId } from '#kernel/id';
import { must } from '#kernel/result';
import type { Result } from '#kernel/result';
import { draftProduct, listProduct, submitProduct, addPicture } from '#modules/catalogue';
import { fetchRates } from '#modules/exchange';
import { setCarriage } from '#modules/logistics';
import { enrol, enrolStore } from '#modules/parties';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import type { House } from '#platform/house';
import { perform } from '#platform/perform';
import type { Deed } from '#platform/work';
import { samplePicture } from '../stories/sample-picture.ts';

/** Opens a store in yuan and lists one kettle; answers the kettle's variant. */
export async function openStall(house: House, name: string, stock: number): Promise<string> {
  const does = async <I, A, R extends { no: string }>(by: Actor, deed: Deed<I, Result<A, R>>, input: I): Promise<A> =>
    must(await perform(house, { key: newId(house.clock.now()), by }, deed, input));
  const about = { email: `${name}@bench.example`, name, locale: 'en', country: 'CN', currency: 'CNY' };
  const { person } = await does(system, enrol, about);
  const { store } = await does(system, enrolStore, {
    owner: person,
    name,
    kind: 'company',
    country: 'CN',
    currency: 'CNY',
    why: 'A bench needs a store.',
  });
  const owner: Actor = { id: person, kind: 'person', name, stores: [{ store, roles: ['owner'] }], staff: [] };
  const zone = {
    name: 'Everywhere',
    countries: ['*'],
    base: 3000n,
    perKg: 0n,
    freeFrom: null,
    maxGrams: null,
    days: [10, 20] as const,
  };
  await does(owner, setCarriage, { store, zones: [zone] });
  const listing = {
    category: 'kettles',
    titles: { en: `Kettle of ${name}`, 'pt-BR': `Chaleira de ${name}` },
    descriptions: { en: 'Boils.', 'pt-BR': 'Ferve.' },
    attributes: { capacity: 1.5 },
    hs: '851610',
    origin: 'CN',
    variants: [{ tiers: [{ from: 1, minor: 20_000 }], grams: 900, sizeMm: [230, 190, 240], onHand: stock }],
  };
  const { product, variants } = await does(owner, draftProduct, { store, ...listing });
  await does(owner, addPicture, { product, data: await samplePicture() });
  await does(owner, submitProduct, { product });
  await does(system, listProduct, { product });
  return variants[0]!;
}

/** Today's rates, which a worker would bring within the hour. */
export async function bringRates(house: House): Promise<void> {
  await fetchRates(house);
}
