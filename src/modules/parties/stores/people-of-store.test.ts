/** Those who work in a store: people who were invited, and programs with keys. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { isStaff, system, visitor, worksFor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { perform } from '#platform/perform';
import { question } from '#platform/work';
import { openTestTown } from '../mailbox-for-tests.ts';
import type { TestTown } from '../mailbox-for-tests.ts';
import { actorOfKey } from '../people/actor.ts';
import { me, personOf } from '../people/person.ts';
import { whoAsks } from '../people/who-asks.ts';
import { acceptInvitation, invitationAt, inviteStaff, withdrawInvitation } from './invite-staff.ts';
import { keysOfStore, makeKey, revokeKey } from './keys.ts';
import { changeMember, removeMember, staffOfStore } from './members.ts';
import { openStore } from './open-store.ts';
import { payoutAccountPage } from './payout-account.ts';

type Person = Awaited<ReturnType<TestTown['person']>>;
let town: TestTown;
let mei: Actor;
let wang: Person;
let luc: Person;
let store: string;

const refused = (no: string, more: object = {}) => ({ ok: false, refusal: { no, ...more } });
let keys = 0;
const as = (by: Actor) => ({ key: `people ${++keys}`, by });
const staff = (by = mei) => question(town.house, by, staffOfStore, { store });
const invite = (email: string, roles: string[], by = mei) =>
  perform(town.house, as(by), inviteStaff, { store, email, roles });
const accept = async (person: Person, token: string) =>
  perform(town.house, as(await person.actor()), acceptInvitation, { token });

beforeAll(async () => {
  town = await openTestTown();
  const [first, second, third] = await Promise.all(
    ['mei@shenzhen.example', 'wang@shenzhen.example', 'luc@lyon.example'].map((email) => town.person(email)),
  );
  [wang, luc] = [second!, third!];
  store = must(
    await perform(town.house, as(await first!.actor()), openStore, {
      name: 'Mei Kettles',
      kind: 'company',
      country: 'CN',
      currency: 'CNY',
    }),
  ).store;
  mei = await first!.actor();
});
afterAll(() => town.close());

test('an invitation is refused for these reasons, in this order', async () => {
  const stranger = await luc.actor();
  expect(await perform(town.house, as(mei), inviteStaff, { store: 'nonsense', email: 'x', roles: [] })).toEqual(
    refused('store_not_found'),
  );
  expect(await invite('wang', [], stranger)).toEqual(refused('store_not_found'));
  expect(await invite('wang', [])).toEqual(refused('email_is_wrong'));
  expect(await invite('wang@shenzhen.example', ['boss'])).toEqual(refused('role_is_not_known', { role: 'boss' }));
  expect(await invite('wang@shenzhen.example', [])).toEqual(refused('roles_are_missing'));
});

test('Wang is invited by letter, looks at it, accepts once, and works from his next request on', async () => {
  const { invitation } = must(await invite('Wang@Shenzhen.example', ['orders', 'products', 'orders']));
  expect(await invite('wang@shenzhen.example', ['finance'])).toEqual(refused('already_invited', { invitation }));
  await town.letters();
  const { token, subject, text } = town.mail.last('wang@shenzhen.example');
  expect(subject).toBe('Mei Kettles invites you');
  expect(text).toContain('mei asks you to work in the store Mei Kettles');
  expect(await question(town.house, visitor, invitationAt, { token })).toMatchObject({
    store,
    storeName: 'Mei Kettles',
    roles: ['products', 'orders'],
  });
  expect(await question(town.house, visitor, invitationAt, { token: 'nonsense' })).toBeUndefined();
  expect((await staff())!.invitations).toMatchObject([{ invitation, email: 'wang@shenzhen.example', isOver: false }]);

  expect(await perform(town.house, as(visitor), acceptInvitation, { token })).toEqual(refused('person_not_found'));
  expect(await accept(wang, 'nonsense')).toEqual(refused('invitation_not_found'));
  expect(worksFor(await wang.actor(), store, 'orders')).toBe(false);
  expect(must(await accept(wang, token)).roles).toEqual(['products', 'orders']);
  const now = await wang.actor();
  expect([worksFor(now, store, 'orders'), worksFor(now, store, 'products'), worksFor(now, store, 'finance')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(must(await accept(wang, token)).roles).toEqual(['products', 'orders']);
  expect(await accept(luc, token)).toEqual(refused('invitation_was_used'));
  // The letter came back, so the address is his.
  expect(await question(town.house, visitor, personOf, { person: wang.id })).toMatchObject({ emailConfirmed: true });
  expect(await invite('wang@shenzhen.example', ['finance'])).toEqual(refused('already_works_here'));
  expect(await question(town.house, now, me, {})).toMatchObject({
    stores: [{ store, slug: 'mei-kettles', roles: ['products', 'orders'] }],
  });
});

test('two invite the same person at once: one letter goes out', async () => {
  const both = await Promise.all([invite('ida@bergen.example', ['orders']), invite('ida@bergen.example', ['finance'])]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.find((one) => !one.ok)).toMatchObject(refused('already_invited'));
  await town.letters();
  expect(town.mail.to('ida@bergen.example')).toHaveLength(1);
});

test('two accept one letter at once: one of them works there', async () => {
  must(await invite('both@lyon.example', ['orders']));
  await town.letters();
  const { token } = town.mail.last('both@lyon.example');
  const people = await Promise.all(['one@lyon.example', 'two@lyon.example'].map((email) => town.person(email)));
  const both = await Promise.all(people.map((person) => accept(person, token)));
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.find((one) => !one.ok)).toEqual(refused('invitation_was_used'));
});

test('an invitation that was withdrawn or ran out opens nothing, and makes way for another', async () => {
  const { invitation } = must(await invite('kim@seoul.example', ['orders']));
  await town.letters();
  const first = town.mail.last('kim@seoul.example').token;
  expect(await perform(town.house, as(await luc.actor()), withdrawInvitation, { store, invitation })).toEqual(
    refused('store_not_found'),
  );
  expect(await perform(town.house, as(await wang.actor()), withdrawInvitation, { store, invitation })).toEqual(
    refused('only_its_people_may', { role: 'owner' }),
  );
  must(await perform(town.house, as(mei), withdrawInvitation, { store, invitation }));
  expect(await perform(town.house, as(mei), withdrawInvitation, { store, invitation })).toEqual(
    refused('invitation_not_found'),
  );
  expect(await accept(luc, first)).toEqual(refused('invitation_not_found'));

  must(await invite('kim@seoul.example', ['orders']));
  await town.letters();
  const second = town.mail.last('kim@seoul.example').token;
  town.house.clock.advance({ days: 7 });
  expect(await accept(luc, second)).toEqual(refused('invitation_is_over'));
  expect((await staff())!.invitations.find((one) => one.email === 'kim@seoul.example')).toMatchObject({ isOver: true });
  must(await invite('kim@seoul.example', ['finance']));
  expect((await staff())!.invitations.filter((one) => one.email === 'kim@seoul.example')).toHaveLength(1);
});

test('fifty letters a day are enough for one store, withdrawn ones included', async () => {
  const { store: other } = must(
    await perform(town.house, as(await luc.actor()), openStore, {
      name: 'Luc',
      kind: 'company',
      country: 'FR',
      currency: 'EUR',
    }),
  );
  await town.house.db.query(`
    insert into parties.invitations (store, id, email, roles, token_hash, invited_by, created_at, expires_at, ended_at)
    select '${other}', gen_random_uuid(), n || '@lyon.example', '{orders}', n::text, '', '${town.house.clock.now().toISOString()}', '2030-01-01', '2030-01-01'
      from generate_series(1, 50) n`);
  const ask = async () =>
    perform(town.house, as(await luc.actor()), inviteStaff, {
      store: other,
      email: 'last@lyon.example',
      roles: ['orders'],
    });
  expect(await ask()).toEqual(refused('too_many_invitations', { most: 50 }));
  town.house.clock.advance({ days: 1 });
  must(await ask());
});

test('roles are changed and people leave, but an owner is always left, also when two go at once', async () => {
  const change = (person: string, roles: string[], by = mei) =>
    perform(town.house, as(by), changeMember, { store, person, roles });
  const remove = (person: string, by = mei) => perform(town.house, as(by), removeMember, { store, person });
  expect(await change(wang.id, ['owner'], await luc.actor())).toEqual(refused('store_not_found'));
  expect(await change(wang.id, ['owner'], await wang.actor())).toEqual(
    refused('only_its_people_may', { role: 'owner' }),
  );
  expect(await change(wang.id, ['boss'])).toEqual(refused('role_is_not_known', { role: 'boss' }));
  expect(await change(luc.id, ['orders'])).toEqual(refused('member_not_found'));
  expect(await change(mei.id, ['orders'])).toEqual(refused('the_last_owner_stays'));
  expect(await remove(mei.id)).toEqual(refused('the_last_owner_stays'));
  expect(await remove(luc.id)).toEqual(refused('member_not_found'));
  expect(await remove(luc.id, await luc.actor())).toEqual(refused('store_not_found'));

  must(await change(wang.id, ['owner', 'finance']));
  const second = await wang.actor();
  const both = await Promise.all([remove(mei.id, second), remove(wang.id, mei)]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect((await staff(system))!.members.filter((one) => one.roles.includes('owner'))).toHaveLength(1);
  // Whoever is left lets the other in again, by the house's own hand here.
  const left = (await staff(system))!.members.find((one) => one.roles.includes('owner'))!.person;
  const gone = left === mei.id ? wang.id : mei.id;
  await town.house.db.query(
    `insert into parties.members (store, person, roles, since) values ('${store}', '${gone}', '{owner}', now())`,
  );
  must(await change(wang.id, ['finance', 'orders'], left === mei.id ? mei : second));
  must(await perform(town.house, as(mei), changeMember, { store, person: mei.id, roles: ['owner'] }));
});

test('whoever is removed may nothing from that moment, whatever is still kept of them in memory', async () => {
  const before = await wang.actor();
  expect(await question(town.house, before, payoutAccountPage, { store })).toEqual({ account: null });
  must(await perform(town.house, as(mei), removeMember, { store, person: wang.id }));
  expect(await question(town.house, before, payoutAccountPage, { store })).toBeUndefined();
  expect((await wang.actor()).stores).toEqual([]);
  await town.letters();
  expect(town.mail.last('wang@shenzhen.example').subject).toBe('You no longer work in Mei Kettles');
  expect(await staff(await luc.actor())).toBeUndefined();
});

test('a key is made by an owner, with roles that own nothing', async () => {
  const make = (input: object, by = mei) =>
    makeKey(town.call(by), { store, name: 'Warehouse', roles: ['orders'], ...input });
  expect(await make({ store: 'nonsense' })).toEqual(refused('store_not_found'));
  expect(await make({}, await luc.actor())).toEqual(refused('store_not_found'));
  expect(await make({ name: '' })).toEqual(refused('name_is_missing'));
  expect(await make({ roles: ['owner'] })).toEqual(refused('role_is_not_known', { role: 'owner' }));
  expect(await make({ roles: [] })).toEqual(refused('roles_are_missing'));
  expect(await make({ expiresAt: town.house.clock.now() })).toEqual(refused('end_is_in_the_past'));
});

test('a key opens what its roles open and no more, is shown once, and is kept as a hash', async () => {
  const form = town.call(mei, { key: 'the key form' });
  const made = must(await makeKey(form, { store, name: 'Warehouse', roles: ['orders'] }));
  expect(must(await makeKey(form, { store, name: 'Warehouse', roles: ['orders'] }))).toEqual(made);
  expect(await makeKey(form, { store, name: 'Another', roles: ['orders'] })).toEqual(
    refused('key_used_for_something_else'),
  );
  const { rows } = await town.house.db.query(
    `select to_jsonb(x)::text as t from parties.keys x union all select answer from platform.performed`,
  );
  expect(JSON.stringify(rows)).not.toContain(made.secret.slice(40));

  const actor = (await actorOfKey(town.house, made.secret))!;
  expect(actor).toEqual({
    id: made.key,
    kind: 'person',
    name: 'Warehouse',
    stores: [{ store, roles: ['orders'] }],
    staff: [],
  });
  expect([worksFor(actor, store, 'orders'), worksFor(actor, store, 'finance'), isStaff(actor, 'admin')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(
    await perform(town.house, as(actor), openStore, { name: 'Mine', kind: 'person', country: 'CN', currency: 'CNY' }),
  ).toEqual(refused('only_people_open_stores'));
  expect(await makeKey(town.call(actor), { store, name: 'Child', roles: ['orders'] })).toEqual(
    refused('only_its_people_may', { role: 'owner' }),
  );
  expect(await question(town.house, actor, payoutAccountPage, { store })).toBeUndefined();
  expect(await question(town.house, actor, me, {})).toBeUndefined();
  const [shown] = (await question(town.house, mei, keysOfStore, { store }))!.keys;
  expect(shown).toMatchObject({
    key: made.key,
    name: 'Warehouse',
    hint: made.secret.slice(-4),
    usedAt: town.house.clock.now(),
    revokedAt: null,
  });
  expect(await question(town.house, actor, keysOfStore, { store })).toBeUndefined();

  expect(await perform(town.house, as(mei), revokeKey, { store, key: 'nonsense' })).toEqual(refused('key_not_found'));
  must(await perform(town.house, as(mei), revokeKey, { store, key: made.key }));
  must(await perform(town.house, as(mei), revokeKey, { store, key: made.key }));
  expect(await actorOfKey(town.house, made.secret)).toBeUndefined();
  expect(await actorOfKey(town.house, `entrepot_key_${'x'.repeat(65)}`)).toBeUndefined();
});

test('a key ends on its day', async () => {
  const expiresAt = new Date(town.house.clock.now().getTime() + 60_000);
  const { secret } = must(
    await makeKey(town.call(mei), { store, name: 'For a minute', roles: ['products'], expiresAt }),
  );
  expect(await actorOfKey(town.house, secret)).toBeDefined();
  town.house.clock.advance({ minutes: 1 });
  expect(await actorOfKey(town.house, secret)).toBeUndefined();
});

test('the API knows who asks by key, by session, by cookie, or not at all', async () => {
  const { secret, key } = must(await makeKey(town.call(mei), { store, name: 'ERP', roles: ['orders'] }));
  const ask = (headers: Record<string, string>) => whoAsks(town.house, { headers, ip: '203.0.113.9' });
  expect(await ask({ authorization: `Bearer ${secret}` })).toMatchObject({
    id: key,
    stores: [{ store, roles: ['orders'] }],
  });
  expect(await ask({ authorization: `bearer ${luc.token}` })).toMatchObject({ id: luc.id });
  expect(
    await ask({
      cookie: `entrepot_locale=pt-BR; entrepot_session=${luc.token}`,
      'idempotency-key': 'k1',
      'user-agent': 'curl',
    }),
  ).toMatchObject({
    id: luc.id,
    door: { key: 'k1', from: { address: '203.0.113.9', agent: 'curl' } },
  });
  expect(await ask({ cookie: `entrepot_guest=${'g'.repeat(32)}` })).toMatchObject({
    kind: 'guest',
    id: 'g'.repeat(32),
  });
  expect(await ask({ cookie: `entrepot_guest=short; other` })).toMatchObject({ kind: 'visitor' });
  expect(await ask({ authorization: 'Bearer nonsense', cookie: `entrepot_session=${luc.token}` })).toMatchObject({
    kind: 'visitor',
  });
  expect(await ask({})).toMatchObject({ kind: 'visitor', id: '' });
});

test('a session is asked of the database once in five seconds, not with each request', async () => {
  const query = town.house.db.query;
  let asked = 0;
  (town.house.db as { query: typeof query }).query = (statement) => {
    asked += 1;
    return query(statement);
  };
  try {
    town.house.clock.advance({ seconds: 60 });
    for (let n = 0; n < 50; n++) await luc.actor();
    expect(asked).toBe(1);
    town.house.clock.advance({ seconds: 5 });
    await luc.actor();
    expect(asked).toBe(2);
  } finally {
    (town.house.db as { query: typeof query }).query = query;
  }
});
