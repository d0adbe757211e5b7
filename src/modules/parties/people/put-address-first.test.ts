import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { perform } from '#platform/perform';
import { question } from '#platform/work';
import { openTestTown } from '../mailbox-for-tests.ts';
import type { TestTown } from '../mailbox-for-tests.ts';
import { addAddress, addressesOfPerson } from './addresses.ts';
import { putAddressFirst } from './put-address-first.ts';

let town: TestTown;
let ana: Actor;
beforeAll(async () => {
  town = await openTestTown();
  ana = await (await town.person('ana@saopaulo.example')).actor();
});
afterAll(() => town.close());

let keys = 0;
const as = (by: Actor) => ({ key: `first ${++keys}`, by });
const first = (by: Actor, id: string) => perform(town.house, as(by), putAddressFirst, { id });

test('one address is offered first, and only its owner says which', async () => {
  const berlin = { country: 'DE', name: 'Ana', street: 'Torstraße 1', city: 'Berlin', postalCode: '10119' };
  const home = must(await perform(town.house, as(ana), addAddress, berlin));
  const work = must(await perform(town.house, as(ana), addAddress, { ...berlin, street: 'Torstraße 2' }));
  const order = async () =>
    (await question(town.house, ana, addressesOfPerson, {})).map(({ id, first }) => [id, first]);

  expect(await first(visitor, work.id)).toEqual({ ok: false, refusal: { no: 'person_not_found' } });
  const luc = await (await town.person('luc@lyon.example')).actor();
  expect(await first(luc, work.id)).toEqual({ ok: false, refusal: { no: 'address_not_found' } });
  expect(await first(ana, 'none')).toEqual({ ok: false, refusal: { no: 'address_not_found' } });
  expect(await order()).toEqual([
    [home.id, true],
    [work.id, false],
  ]);

  for (const _again of [1, 2]) {
    expect(await first(ana, work.id)).toEqual({ ok: true, value: { id: work.id } });
    expect(await order()).toEqual([
      [work.id, true],
      [home.id, false],
    ]);
  }
});
