import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { perform } from '#platform/perform';
import { question } from '#platform/work';
import { openTestTown } from '../mailbox-for-tests.ts';
import type { TestTown } from '../mailbox-for-tests.ts';
import { addAddress, addressesOfPerson, editAddress, keepAddress, removeAddress } from './addresses.ts';
import { editPerson, me, personOf } from './person.ts';

let town: TestTown;
let ana: Actor;
beforeAll(async () => {
  town = await openTestTown();
  ana = await (await town.person('ana@saopaulo.example')).actor();
});
afterAll(() => town.close());

const refused = (no: string, more: object = {}) => ({ ok: false, refusal: { no, ...more } });
let keys = 0;
const as = (by: Actor) => ({ key: `address ${++keys}`, by });
const list = (by = ana) => question(town.house, by, addressesOfPerson, {});

const paulista = {
  country: 'br',
  name: 'Ana',
  street: 'Avenida Paulista',
  number: '1578',
  district: 'Bela Vista',
  city: 'São Paulo',
  region: 'São Paulo',
  postalCode: '01310200',
  phone: '11 98765-4321',
};

test("an address is kept in its country's own form, and the first one is offered first", async () => {
  const home = must(await perform(town.house, as(ana), addAddress, paulista));
  expect(home.first).toBe(true);
  expect(home.phone).toBe('+5511987654321');
  expect(home.address).toMatchObject({ country: 'BR', region: 'SP', postalCode: '01310-200' });
  const work = must(
    await perform(town.house, as(ana), addAddress, {
      country: 'CN',
      name: '林美',
      street: '深南大道1号',
      city: '深圳市',
      region: '广东省',
      postalCode: '518000',
      first: true,
    }),
  );
  expect((await list()).map(({ id, first }) => [id, first])).toEqual([
    [work.id, true],
    [home.id, false],
  ]);
});

test('what is wrong with an address is refused, all fields at once, in order of asking', async () => {
  expect(await perform(town.house, as(visitor), addAddress, paulista)).toEqual(refused('person_not_found'));
  expect(await perform(town.house, as(ana), addAddress, { ...paulista, country: 'ZZ' })).toMatchObject(
    refused('country_unknown'),
  );
  expect(await perform(town.house, as(ana), addAddress, { ...paulista, street: '', postalCode: '1' })).toMatchObject({
    refusal: {
      no: 'address_wrong',
      problems: [
        { field: 'postalCode', no: 'postal_code_wrong' },
        { field: 'street', no: 'missing' },
      ],
    },
  });
  expect(await perform(town.house, as(ana), addAddress, { ...paulista, phone: 'ring twice' })).toMatchObject(
    refused('phone_is_wrong'),
  );
});

test('an address is written anew, moved to the front, struck out; nobody touches those of another', async () => {
  const [first, second] = await list();
  const luc = await (await town.person('luc@lyon.example')).actor();
  expect(await perform(town.house, as(luc), editAddress, { ...paulista, id: second!.id })).toEqual(
    refused('address_not_found'),
  );
  expect(await perform(town.house, as(luc), removeAddress, { id: second!.id })).toEqual(refused('address_not_found'));
  expect(await perform(town.house, as(ana), removeAddress, { id: 'nonsense' })).toEqual(refused('address_not_found'));
  expect(await perform(town.house, as(ana), editAddress, { ...paulista, id: second!.id, city: '' })).toMatchObject(
    refused('address_wrong'),
  );
  const edited = must(
    await perform(town.house, as(ana), editAddress, { ...paulista, id: second!.id, number: '1600', first: true }),
  );
  expect(edited).toMatchObject({ id: second!.id, first: true, address: { number: '1600' } });
  expect((await list()).map(({ id, first }) => [id, first])).toEqual([
    [second!.id, true],
    [first!.id, false],
  ]);
  must(await perform(town.house, as(ana), removeAddress, { id: second!.id }));
  expect((await list()).map(({ id, first }) => [id, first])).toEqual([[first!.id, true]]);
  expect(await list(luc)).toEqual([]);
  expect(await list(visitor)).toEqual([]);
});

test('fifty addresses are enough, also when the last two come at once', async () => {
  const many = await (await town.person('many@saopaulo.example')).actor();
  for (let n = 0; n < 48; n++) must(await perform(town.house, as(many), addAddress, paulista));
  const last = await Promise.all([1, 2, 3].map(() => perform(town.house, as(many), addAddress, paulista)));
  expect(last.filter((one) => one.ok)).toHaveLength(2);
  expect(last.find((one) => !one.ok)).toEqual(refused('too_many_addresses', { most: 50 }));
  expect((await list(many)).filter((one) => one.first)).toHaveLength(1);
});

test('a person changes what is said of them; the next request carries the new name', async () => {
  const person = await town.person('rui@porto.example', 'Rui');
  const rui = await person.actor();
  expect(await perform(town.house, as(visitor), editPerson, { name: 'Nobody' })).toEqual(refused('person_not_found'));
  expect(await perform(town.house, as(rui), editPerson, { name: ' ' })).toEqual(refused('name_is_missing'));
  must(
    await perform(town.house, as(rui), editPerson, {
      name: 'Rui Costa',
      locale: 'pt-BR',
      currency: 'eur',
      country: 'pt',
    }),
  );
  expect(await question(town.house, rui, personOf, { person: person.id })).toMatchObject({
    name: 'Rui Costa',
    locale: 'pt-BR',
    currency: 'EUR',
    country: 'PT',
  });
  expect((await person.actor()).name).toBe('Rui Costa');
  expect(await question(town.house, rui, me, {})).toMatchObject({ person: person.id, stores: [], staff: [] });
  expect(await question(town.house, visitor, me, {})).toBeUndefined();
});

test('an address typed for an order is kept once, however often it is typed', async () => {
  const bia = await (await town.person('bia@saopaulo.example')).actor();
  const { phone: _phone, ...typed } = paulista;
  const kept = must(await perform(town.house, as(bia), keepAddress, typed));
  expect(must(await perform(town.house, as(bia), keepAddress, { ...typed, postalCode: '01310-200' }))).toEqual(kept);
  expect(await list(bia)).toHaveLength(1);
  must(await perform(town.house, as(bia), keepAddress, { ...typed, number: '7' }));
  expect(await list(bia)).toHaveLength(2);
  expect(await perform(town.house, as(bia), keepAddress, { ...typed, city: '' })).toMatchObject(
    refused('address_wrong'),
  );
  expect(await perform(town.house, as(visitor), keepAddress, typed)).toEqual(refused('person_not_found'));
});
