import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { system } from '#platform/actor';
import { perform } from '#platform/perform';
import { question } from '#platform/work';
import { appointStaff } from '../desk/staff.ts';
import { goodPassword, openTestTown } from '../mailbox-for-tests.ts';
import type { TestTown } from '../mailbox-for-tests.ts';
import { enrolStore } from '../stores/enrol-store.ts';
import { addAddress } from './addresses.ts';
import { confirmEmail } from './confirm-email.ts';
import { askCopy, copiesOf, copyOf } from './copy.ts';
import { allowFootprints, footprintsOf, whoAllowsFootprints } from './footprints.ts';
import { askToLeave, leavingOf, stayAfterAll } from './leave.ts';
import { personOf } from './person.ts';
import { signIn } from './sign-in.ts';

let town: TestTown;
beforeAll(async () => {
  town = await openTestTown();
});
afterAll(() => town.close());

const refused = (no: string) => ({ ok: false, refusal: { no } });
const subjectsTo = (email: string) => town.mail.to(email).map(({ subject }) => subject);
let keys = 0;
const by = <T>(actor: T) => ({ key: `leave ${++keys}`, by: actor });
const password = { password: goodPassword };
const home = {
  country: 'BR',
  name: 'Ana',
  street: 'Rua das Canárias',
  number: '7',
  city: 'São Paulo',
  region: 'SP',
  postalCode: '01310-100',
  district: 'Bela Vista',
};

test('looking around may be kept only from when somebody says so, and no longer once they say so', async () => {
  const ana = await (await town.person('foot@lyon.example')).actor();
  const since = () => question(town.house, ana, footprintsOf, {});
  const allowing = () => question(town.house, system, whoAllowsFootprints, { people: [ana.id] });
  expect(await since()).toEqual({ since: undefined });
  must(await perform(town.house, by(ana), allowFootprints, { allowed: true }));
  const from = town.house.clock.now();
  town.house.clock.advance({ days: 1 });
  must(await perform(town.house, by(ana), allowFootprints, { allowed: true }));
  expect([await since(), await allowing()]).toEqual([{ since: from }, [ana.id]]);
  must(await perform(town.house, by(ana), allowFootprints, { allowed: false }));
  expect([await since(), await allowing()]).toEqual([{ since: undefined }, []]);
  expect(await perform(town.house, by(system), allowFootprints, { allowed: true })).toEqual(
    refused('person_not_found'),
  );
});

test('a copy holds what every department knows, is told by letter, is for its person alone, and runs out', async () => {
  const person = await town.person('copy@lyon.example');
  const ana = await person.actor();
  const other = await (await town.person('other@lyon.example')).actor();
  must(await perform(town.house, by(ana), addAddress, home));
  const { copy } = must(await perform(town.house, by(ana), askCopy, {}));
  expect(await perform(town.house, by(ana), askCopy, {})).toMatchObject(refused('a_copy_was_asked_for_today'));
  expect(await question(town.house, ana, copyOf, { copy })).toBeUndefined();
  await town.letters();
  expect(subjectsTo('copy@lyon.example')).toContain('Your copy is ready');

  expect(await question(town.house, ana, copiesOf, {})).toMatchObject({
    copies: [{ copy, readyAt: expect.any(Date) }],
  });
  const all = JSON.parse((await question(town.house, ana, copyOf, { copy }))!) as Record<string, unknown>;
  expect(all).toMatchObject({
    parties: { about: { email: 'copy@lyon.example' }, addresses: [{ address: { street: 'Rua das Canárias' } }] },
    trade: { orders: [], cart: [], wishes: [] },
    payments: { payments: [] },
  });
  expect(JSON.stringify(all)).not.toContain('argon2');
  expect(await question(town.house, other, copyOf, { copy })).toBeUndefined();
  expect(await question(town.house, other, copiesOf, {})).toEqual({ copies: [] });
  const { rows } = await town.house.db.query(`select body from parties.copies where id = '${copy}'`);
  expect(JSON.stringify(rows)).not.toContain('Canárias');

  town.house.clock.advance({ days: 7 });
  expect(await question(town.house, ana, copyOf, { copy })).toBeUndefined();
});

test('whoever leaves proves who they are, may think better of it for seven days, and is forgotten then', async () => {
  const email = 'gone@lyon.example';
  const person = await town.person(email, 'Gone Girl');
  await town.letters();
  must(await perform(town.house, by(system), confirmEmail, { token: town.mail.last(email).token }));
  const ana = await person.actor();
  must(await perform(town.house, by(ana), addAddress, home));
  expect(await askToLeave(town.call(ana), { password: 'not the password' })).toEqual(refused('password_is_wrong'));
  const { due } = must(await askToLeave(town.call(ana), password));
  expect(due.getTime() - town.house.clock.now().getTime()).toBe(7 * 86_400_000);
  must(await perform(town.house, by(ana), stayAfterAll, {}));
  expect(await question(town.house, ana, leavingOf, {})).toEqual({ due: undefined });
  town.house.clock.advance({ days: 8 });
  await town.letters();
  expect(await signIn(town.call(), { email, ...password })).toMatchObject({ ok: true });

  must(await askToLeave(town.call(await person.actor()), password));
  town.house.clock.advance({ days: 6 });
  await town.letters();
  expect(await question(town.house, system, personOf, { person: person.id })).toMatchObject({ email });
  town.house.clock.advance({ days: 1, seconds: 1 });
  await town.letters();

  expect(await person.actor()).toMatchObject({ kind: 'visitor' });
  expect(await signIn(town.call(), { email, ...password })).toEqual(refused('email_or_password_is_wrong'));
  expect(await question(town.house, system, personOf, { person: person.id })).toMatchObject({
    name: '–',
    hasPassword: false,
  });
  const { rows } = await town.house.db.query(`
    select t::text from parties.people t where id = '${person.id}'
    union all select t::text from parties.addresses t where person = '${person.id}'
    union all select t::text from parties.emails t where person = '${person.id}'
    union all select t::text from parties.links t where person = '${person.id}'`);
  expect(JSON.stringify(rows)).not.toMatch(/gone|canárias/i);
  expect(subjectsTo(email)).toContain('Your account is deleted');
  // The address is free for whoever signs up with it.
  expect(await town.person(email)).toMatchObject({ id: expect.not.stringMatching(person.id) });
});

test('who owns a store or works at the desk stays, and is told why', async () => {
  const mei = await town.person('mei@lyon.example');
  const store = {
    owner: mei.id,
    name: 'Kettles',
    about: '',
    kind: 'company',
    country: 'CN',
    currency: 'CNY',
    city: 'Shenzhen',
    why: 'for the test',
  };
  must(await perform(town.house, by(system), enrolStore, store as never));
  expect(await askToLeave(town.call(await mei.actor()), password)).toEqual({
    ok: false,
    refusal: { no: 'a_store_is_yours', store: 'Kettles' },
  });
  const ines = await town.person('ines@lyon.example');
  must(await perform(town.house, by(system), appointStaff, { person: ines.id, roles: ['admin'], why: 'for the test' }));
  expect(await askToLeave(town.call(await ines.actor()), password)).toEqual(refused('staff_do_not_leave'));
});
