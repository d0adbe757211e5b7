import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { must, refuse } from '#kernel/result';
import { draftProduct } from '#modules/catalogue';
import { allowFootprints, enrol, enrolStore, personSignedIn } from '#modules/parties';
import { guest, system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { perform } from '#platform/perform';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { footprintReactions } from '../footprints/reactions.ts';
import { forgetFootprints, personal, productsLookedAt, strikeOldFootprints } from '../footprints/footprints-of.ts';
import { keepFootprints } from '../footprints/keep-footprints.ts';
import { learnHourly } from './learn.ts';
import { alsoLookedAt, forYou, goesWith, popularIn } from './shelves.ts';
import { noteVisits } from '../visits.ts';

let house: TestHouse;
let goods: string[];
let ana: Actor;
const as = (by: Actor) => ({ key: newId(house.clock.now()), by });
async function came(who: string, path: readonly number[], deed: 'looked' | 'carted' | 'bought' = 'looked') {
  for (const n of path) {
    house.clock.advance({ seconds: 1 });
    const footprints = [{ who, product: goods[n]!, deed, at: house.clock.now() }];
    must(await perform(house, as(system), keepFootprints, { footprints }));
  }
}
const lookedAt = async (by: Actor) => (await question(house, by, productsLookedAt, {})).products;
const hours = async (n: number) => {
  house.clock.advance({ hours: n });
  await learnHourly.run(house);
  house.clock.advance({ minutes: 1 });
};

beforeAll(async () => {
  house = await openTestHouse();
  const about = { name: 'Mei', locale: 'en', country: 'CN', currency: 'CNY' };
  const { person } = must(await perform(house, as(system), enrol, { ...about, email: 'mei@shop.example' }));
  const opened = { ...about, owner: person, kind: 'company' as const, why: 'A store for a test.' };
  const { store } = must(await perform(house, as(system), enrolStore, opened));
  const mei: Actor = { id: person, kind: 'person', name: 'Mei', stores: [{ store, roles: ['owner'] }], staff: [] };
  goods = [];
  for (let n = 0; n < 5; n++)
    goods.push(must(await perform(house, as(mei), draftProduct, { store, category: 'kettles' })).product);
  const buyer = must(await perform(house, as(system), enrol, { ...about, name: 'Ana', email: 'ana@lyon.example' }));
  ana = { id: buyer.person, kind: 'person', name: 'Ana', stores: [], staff: [] };
});
afterAll(() => house.close());

test('of a person nothing is kept until they allow it; of a guest what their browser let through; of no product ever', async () => {
  await came(ana.id, [0]);
  expect(await lookedAt(ana)).toEqual([]);
  must(await perform(house, as(ana), allowFootprints, { allowed: true }));
  await came(ana.id, [0, 1, 0]);
  expect(await lookedAt(ana)).toEqual([goods[0], goods[1]]);
  const strange = [{ who: ana.id, product: newId(house.clock.now()), deed: 'looked' as const, at: house.clock.now() }];
  expect(must(await perform(house, as(system), keepFootprints, { footprints: strange }))).toEqual({ kept: 0 });
  expect(await perform(house, as(ana), keepFootprints, { footprints: [] })).toEqual(
    refuse({ no: 'only_the_house_may' }),
  );
  const held = await question(house, system, personal.held, { person: ana.id });
  expect(held['footprints']).toMatchObject([{ product: goods[1] }, { product: goods[0] }]);
});

test('what others looked at, what goes together, what is for Ana and because of what, an hour later', async () => {
  for (let n = 0; n < 4; n++) {
    await came(`guest ${n}`, [0, 1, 2]);
    await came(`guest ${n}`, [3, 4], 'carted');
  }
  expect(await question(house, ana, forYou, { most: 5 })).toMatchObject({ found: [] });
  await hours(1);
  const also = await question(house, ana, alsoLookedAt, { product: goods[0]!, most: 2 });
  expect(also.products).toEqual([goods[1], goods[2]]);
  expect(await question(house, ana, goesWith, { products: [goods[3]!], most: 5 })).toEqual({ products: [goods[4]] });
  const { found } = await question(house, ana, forYou, { most: 1 });
  expect(found).toEqual([{ product: goods[2], because: expect.toBeOneOf([goods[0], goods[1]]) }]);
  expect((await question(house, guest('nobody'), forYou, { most: 5 })).found).toEqual([]);
});

test('popular is by country; where a country has looked at nothing, by all', async () => {
  const day = house.clock.now().toISOString().slice(0, 10);
  const visits = [
    { product: goods[0]!, day, country: 'BR', looks: 9 },
    { product: goods[1]!, day, country: 'BR', looks: 30 },
    { product: goods[2]!, day, country: 'FR', looks: 50 },
  ];
  must(await perform(house, as(system), noteVisits, { visits }));
  await hours(1);
  const shown = async (country: string) => (await question(house, ana, popularIn, { country, most: 3 })).products;
  expect(await shown('BR')).toEqual([goods[1], goods[0]]);
  expect(await shown('JP')).toEqual([goods[2], goods[1], goods[0]]);
});

test('a guest’s footprints join the account that allows it; cleared, forbidden and old ones are gone', async () => {
  const signsIn = async (who: string) => {
    const adopt = footprintReactions.find(({ name }) => name === 'discovery.adopt_footprints')!;
    expect(adopt.to).toBe(personSignedIn.fact);
    await perform(
      house,
      as(system),
      async (work) => {
        await adopt.run(work, { person: ana.id, guest: who } as never, {} as never);
        return { ok: true as const, value: {} };
      },
      {},
    );
  };
  await came('known guest', [4]);
  await signsIn('known guest');
  expect((await lookedAt(ana))[0]).toBe(goods[4]);
  expect(await lookedAt(guest('known guest'))).toEqual([]);
  expect(must(await perform(house, as(ana), forgetFootprints, {}))).toEqual({ forgotten: 3 });
  expect(await question(house, ana, forYou, { most: 5 })).toEqual({ found: [], lately: [] });
  await came(ana.id, [1]);
  house.clock.advance({ days: 90 });
  await strikeOldFootprints.run(house);
  expect(await lookedAt(ana)).toEqual([]);
});
