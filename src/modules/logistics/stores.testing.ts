/** What the tests of this department need beside it: a store with its people. */
import { newId } from '#kernel/id';
import { must } from '#kernel/result';
import type { Result } from '#kernel/result';
import { enrol, enrolStore } from '#modules/parties';
import { system } from '#platform/actor';
import type { Actor, StaffRole, StoreRole } from '#platform/actor';
import { perform } from '#platform/perform';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import type { Deed, Question } from '#platform/work';

/** Performs as somebody, under a key of its own. */
export const doing = <Input, Answer, Refusal extends { no: string }>(
  house: TestHouse,
  by: Actor,
  deed: Deed<Input, Result<Answer, Refusal>>,
  input: Input,
) => perform(house, { key: newId(house.clock.now()), by }, deed, input);

export const asks = <Input, Answer>(house: TestHouse, by: Actor, ask: Question<Input, Answer>, input: Input) =>
  question(house, by, ask, input);

export const staff = (...roles: StaffRole[]): Actor => ({
  id: 'rita',
  kind: 'person',
  name: 'Rita',
  stores: [],
  staff: roles,
});

export const worker = (store: string, ...roles: StoreRole[]): Actor => ({
  id: 'wei',
  kind: 'person',
  name: 'Wei',
  stores: [{ store, roles }],
  staff: [],
});

/** Mei opens a store in Shenzhen that sells in yuan. */
export async function openMeisStore(house: TestHouse): Promise<{ store: string; mei: Actor }> {
  const { person } = must(
    await doing(house, system, enrol, {
      email: `mei.${newId(house.clock.now())}@example.com`,
      name: 'Mei Chen',
      locale: 'en',
      country: 'CN',
      currency: 'CNY',
    }),
  );
  const { store } = must(
    await doing(house, system, enrolStore, {
      owner: person,
      name: 'Mei Kettle Works',
      kind: 'company',
      country: 'CN',
      currency: 'CNY',
      city: 'Shenzhen',
      why: 'A test.',
    }),
  );
  return {
    store,
    mei: { id: person, kind: 'person', name: 'Mei Chen', stores: [{ store, roles: ['owner'] }], staff: [] },
  };
}
