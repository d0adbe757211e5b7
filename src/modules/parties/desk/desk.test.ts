import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { isStaff, system, visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { perform } from '#platform/perform';
import { question } from '#platform/work';
import type { Work } from '#platform/work';
import type { Result } from '#kernel/result';
import { openTestTown } from '../mailbox-for-tests.ts';
import type { TestTown } from '../mailbox-for-tests.ts';
import { enrol } from '../people/enrol.ts';
import { seed, seedRules } from '../seed.ts';
import { applicationOf } from '../stores/application.ts';
import { identityAsked } from '../stores/identity-rules.ts';
import { openStore } from '../stores/open-store.ts';
import { bringPaper } from '../stores/papers.ts';
import { saveApplication } from '../stores/save-application.ts';
import { storeAt, storeLife, storesOf } from '../stores/store.ts';
import type { StoreState } from '../stores/store.ts';
import { reopenApplication, submitApplication, withdrawApplication } from '../stores/submit-application.ts';
import { admitStore } from './admit-store.ts';
import { auditTrail } from './audit-of.ts';
import { sellersAsked } from './identity-preview.ts';
import { identityRules, problemOf, setIdentityRule } from './identity-rules.ts';
import { storesByState, storesForDesk } from './queue.ts';
import { askForMore, refuseStore } from './refuse-store.ts';
import { appointStaff, dismissStaff, staffOfPlatform } from './staff.ts';
import { resumeStore, suspendStore, verifyStore } from './suspend-store.ts';

type Person = Awaited<ReturnType<TestTown['person']>>;
let town: TestTown;
let mei: Actor;
let desk: Actor;
let admin: Person;
let rita: Actor;

const refused = (no: string, more: object = {}) => ({ ok: false, refusal: { no, ...more } });
let keys = 0;
const as = (by: Actor) => ({ key: `desk ${++keys}`, by });
const rows = async (text: string) => (await town.house.db.query(text)).rows as Record<string, unknown>[];
const paper = Buffer.from('%PDF-1.7 a licence');
const why = 'The papers agree with the register.';

/** A store of Mei's, filled in and handed in. */
async function submitted(name: string, number = '91110000600037341L'): Promise<string> {
  const by = mei;
  const { store } = must(
    await perform(town.house, as(by), openStore, { name, kind: 'company', country: 'CN', currency: 'CNY' }),
  );
  const step = {
    store,
    about: 'Kettles.',
    identity: { legal_name: '深圳美壶有限公司', register_number: number, representative: 'Lin Mei' },
    address: { name: 'Lin Mei', street: '深南大道1号', city: '深圳市', region: '广东省', postalCode: '518000' },
    phone: '13800138000',
  };
  must(await perform(town.house, as(by), saveApplication, step));
  for (const kind of ['business_licence', 'representative_identity'])
    must(await bringPaper(town.call(by), { store, kind, bytes: paper }));
  must(await perform(town.house, as(by), submitApplication, { store }));
  return store;
}

beforeAll(async () => {
  town = await openTestTown();
  const people = await Promise.all(
    ['mei@shenzhen.example', 'desk@entrepot.example', 'admin@entrepot.example', 'rita@entrepot.example'].map((email) =>
      town.proven(email),
    ),
  );
  admin = people[2]!;
  must(
    await perform(town.house, as(system), appointStaff, {
      person: admin.id,
      roles: ['admin'],
      why: 'The first admin.',
    }),
  );
  must(
    await perform(town.house, as(system), appointStaff, {
      person: people[1]!.id,
      roles: ['admission'],
      why: 'For admissions.',
    }),
  );
  must(
    await perform(town.house, as(system), appointStaff, { person: people[3]!.id, roles: ['rules'], why: 'For rules.' }),
  );
  [mei, desk, rita] = (await Promise.all([people[0]!, people[1]!, people[3]!].map((one) => one.actor()))) as [
    Actor,
    Actor,
    Actor,
  ];
});
afterAll(() => town.close());

test('a decision is refused for these reasons, in this order, whatever it decides', async () => {
  const store = await submitted('Guards');
  const itself = { admitStore, refuseStore, askForMore, suspendStore, resumeStore, verifyStore };
  for (const [name, decide] of Object.entries(itself)) {
    const attempt = (by: Actor, at: string, sentence: string) =>
      perform<{ store: string; why: string }, unknown, { no: string }>(town.house, as(by), decide as never, {
        store: at,
        why: sentence,
      });
    expect(await attempt(mei, 'nonsense', ''), name).toEqual(refused('only_admission_may'));
    expect(await attempt(rita, 'nonsense', ''), name).toEqual(refused('only_admission_may'));
    expect(await attempt(desk, 'nonsense', ' '), name).toEqual(refused('reason_is_missing'));
    expect(await attempt(desk, 'nonsense', 'x'.repeat(2001)), name).toEqual(
      refused('text_is_too_long', { most: 2000 }),
    );
    expect(await attempt(desk, 'nonsense', why), name).toEqual(refused('store_not_found'));
  }
  const own = await perform(town.house, as(desk), openStore, {
    name: 'My own',
    kind: 'company',
    country: 'CN',
    currency: 'CNY',
  });
  expect(await perform(town.house, as(desk), admitStore, { store: must(own).store, why })).toEqual(
    refused('not_your_own_store'),
  );
  for (const [decide, no] of [
    [suspendStore, 'store_is_not_open'],
    [resumeStore, 'store_is_not_suspended'],
    [verifyStore, 'store_has_not_opened'],
  ] as const) {
    expect(
      await perform<{ store: string; why: string }, unknown, { no: string }>(town.house, as(desk), decide as never, {
        store,
        why,
      }),
    ).toEqual(refused(no, { state: 'in_review' }));
  }
});

test('Mei is asked for more, refused, and at last admitted; both sides read why, and what buyers must know is shown', async () => {
  const store = await submitted('Mei Kettles');
  expect(must(await perform(town.house, as(desk), askForMore, { store, why: 'The licence is not readable.' }))).toEqual(
    { state: 'draft' },
  );
  must(await perform(town.house, as(mei), submitApplication, { store }));
  expect(must(await perform(town.house, as(desk), refuseStore, { store, why: 'The licence ran out.' }))).toEqual({
    state: 'refused',
  });
  expect(await perform(town.house, as(mei), saveApplication, { store, about: 'x' })).toEqual(
    refused('application_is_not_a_draft', { state: 'refused' }),
  );
  must(await perform(town.house, as(mei), reopenApplication, { store }));
  must(await perform(town.house, as(mei), submitApplication, { store }));
  expect(await question(town.house, visitor, storeAt, { store: 'mei-kettles' })).toBeUndefined();

  const both = await Promise.all(
    [admitStore, refuseStore].map((decide) =>
      perform<{ store: string; why: string }, unknown, { no: string }>(town.house, as(desk), decide as never, {
        store,
        why,
      }),
    ),
  );
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  if (!both[0]!.ok) {
    must(await perform(town.house, as(mei), reopenApplication, { store }));
    must(await perform(town.house, as(mei), submitApplication, { store }));
    must(await perform(town.house, as(desk), admitStore, { store, why }));
  }
  expect(await question(town.house, visitor, storeAt, { store: 'mei-kettles' })).toMatchObject({
    state: 'open',
    city: '深圳市',
    since: town.house.clock.now(),
    shown: {
      fields: [
        { field: 'legal_name', value: '深圳美壶有限公司' },
        { field: 'register_number', value: '91110000600037341L' },
      ],
      address: expect.arrayContaining([expect.stringContaining('深南大道1号')]),
    },
  });
  expect(JSON.stringify(await question(town.house, visitor, storeAt, { store: 'mei-kettles' }))).not.toMatch(
    /Lin Mei|13800138000/,
  );

  const seen = (await question(town.house, mei, applicationOf, { store }))!.decisions.map((one) => one.why);
  expect(seen.slice(-2)).toEqual(['The licence ran out.', 'The licence is not readable.']);
  await town.letters();
  const subjects = town.mail.to('mei@shenzhen.example').map((one) => one.subject);
  expect(subjects).toEqual(
    expect.arrayContaining([
      'Mei Kettles: something is missing',
      'Mei Kettles was not admitted',
      'Mei Kettles is open',
    ]),
  );
  const refusals = town.mail.to('mei@shenzhen.example').filter((one) => one.subject.endsWith('not admitted'));
  expect(refusals.some(({ text }) => text.includes('The licence ran out.'))).toBe(true);
  const trail = (await question(town.house, desk, auditTrail, { subject: `store:${store}` }))!.lines;
  expect(trail.map((one) => one.deed)).toEqual(
    expect.arrayContaining(['store_admitted', 'store_refused', 'store_more_asked']),
  );
  expect(trail.every((one) => one.name === 'desk' && one.why.length > 3)).toBe(true);
  expect(
    await rows(`select 1 from platform.facts where name = 'parties.store_admitted' and body ->> 'store' = '${store}'`),
  ).toHaveLength(1);
});

test('the life, exhaustively: every deed in every state does what the table says, and nothing else', async () => {
  const [{ store }] = (await rows(`select store from parties.slugs where slug = 'guards'`)) as [{ store: string }];
  const deeds: Record<
    string,
    { by: Actor; deed: (work: Work, input: never) => Promise<Result<unknown, { no: string }>> }
  > = {
    submit: { by: mei, deed: submitApplication },
    withdraw: { by: mei, deed: withdrawApplication },
    reopen: { by: mei, deed: reopenApplication },
    admit: { by: desk, deed: admitStore },
    refuse: { by: desk, deed: refuseStore },
    ask_for_more: { by: desk, deed: askForMore },
    suspend: { by: desk, deed: suspendStore },
    resume: { by: desk, deed: resumeStore },
  };
  expect(Object.keys(deeds).sort()).toEqual([...storeLife.deeds].sort());
  const to = async (state: StoreState) => {
    // The database lets nobody jump, so the check is lifted for the preparation only.
    await town.house.db.query(
      `alter table parties.stores disable trigger user; update parties.stores set state = '${state}' where id = '${store}'; alter table parties.stores enable trigger user`,
    );
  };
  for (const state of storeLife.states) {
    for (const name of storeLife.deeds) {
      await to(state);
      const { by, deed } = deeds[name]!;
      const said = await perform<never, unknown, { no: string }>(town.house, as(by), deed, { store, why } as never);
      const expected = storeLife.after(state, name as never) as string | undefined;
      const [after] = await rows(`select state from parties.stores where id = '${store}'`);
      expect([state, name, said.ok, after!['state']]).toEqual([state, name, expected !== undefined, expected ?? state]);
    }
  }
  await to('draft');
  await expect(town.house.db.query(`update parties.stores set state = 'open' where id = '${store}'`)).rejects.toThrow(
    'illegal step',
  );
});

test('a suspended store is shown as suspended, and goes on', async () => {
  const [{ store }] = (await rows(`select store from parties.slugs where slug = 'mei-kettles'`)) as [{ store: string }];
  must(await perform(town.house, as(desk), suspendStore, { store, why: 'Counterfeit goods.' }));
  expect(await question(town.house, visitor, storesOf, { stores: [store] })).toMatchObject([{ state: 'suspended' }]);
  must(await perform(town.house, as(desk), resumeStore, { store, why: 'The goods are gone.' }));
  expect(await question(town.house, visitor, storesOf, { stores: [store] })).toMatchObject([{ state: 'open' }]);
  await town.letters();
  // Letters of what was done before may come in between; these two come once.
  const news = ['Mei Kettles is open again', 'Mei Kettles is suspended'];
  const told = town.mail.to('mei@shenzhen.example').map((one) => one.subject);
  expect(told.filter((subject) => news.includes(subject)).sort()).toEqual(news);
});

test('the queue: the longest waiting first, searched, paged, with what one seller has elsewhere', async () => {
  town.house.clock.advance({ minutes: 1 });
  const early = await submitted('50% Kettles');
  await perform(town.house, as(mei), withdrawApplication, { store: early });
  town.house.clock.advance({ minutes: 1 });
  const late = await submitted('Teapots_');
  town.house.clock.advance({ minutes: 1 });
  must(await perform(town.house, as(mei), submitApplication, { store: early }));
  const queue = (input: object, by = desk) => question(town.house, by, storesForDesk, input);
  expect((await queue({}))!.stores.map((one) => one.name)).toEqual(['Teapots_', '50% Kettles']);
  expect((await queue({ text: '0%' }))!.stores.map((one) => one.store)).toEqual([early]);
  expect((await queue({ text: '%' }))!.total).toBe(1);
  expect((await queue({ text: '_' }))!.stores.map((one) => one.store)).toEqual([late]);
  expect((await queue({ state: 'open', country: 'CN' }))!.stores.map((one) => one.name)).toEqual(['Mei Kettles']);
  expect((await queue({ country: 'BR' }))!.total).toBe(0);
  expect(await queue({}, mei)).toBeUndefined();
  expect(await queue({}, rita)).toBeUndefined();
  expect((await question(town.house, desk, storesByState, {}))!.states).toEqual(
    expect.arrayContaining([{ state: 'in_review', count: 2 }]),
  );

  await town.house.db.query(`
    insert into parties.stores (id, slug, name, kind, country, currency, state, created_at)
    select gen_random_uuid(), 'many-' || n, 'Many ' || n, 'company', 'FR', 'EUR', 'draft', '2026-01-01'::timestamptz + n * interval '1 minute' from generate_series(1, 30) n`);
  const pages = await Promise.all([1, 2, 3].map((page) => queue({ state: 'draft', country: 'FR', page })));
  expect(pages.map((page) => page!.stores.length)).toEqual([25, 5, 0]);
  expect(pages[0]).toMatchObject({ total: 30, pages: 2, page: 1 });
  expect(pages[1]!.stores[0]!.name).toBe('Many 26');

  const [view, theirs] = [
    await question(town.house, desk, applicationOf, { store: early }),
    await question(town.house, mei, applicationOf, { store: early }),
  ];
  expect(view!.desk!.sameSeller.map((one) => one.name)).toEqual(expect.arrayContaining(['Mei Kettles', 'Teapots_']));
  expect(view!.desk!.owners).toMatchObject([{ email: 'mei@shenzhen.example', emailConfirmed: false }]);
  expect(view!.identity).toMatchObject({ register_number: '91110000600037341L' });
  expect(theirs!.desk).toBeNull();
});

test('half a year later the store is to be verified again', async () => {
  const due = async () =>
    (await question(town.house, desk, storesForDesk, { toVerify: true }))!.stores.map((one) => one.name);
  expect(await due()).toEqual([]);
  town.house.clock.advance({ days: 180 });
  expect(await due()).toEqual(['Mei Kettles']);
  expect((await question(town.house, desk, storesByState, {}))!.toVerify).toBe(1);
  const [{ store }] = (await rows(`select store from parties.slugs where slug = 'mei-kettles'`)) as [{ store: string }];
  const { verifyAgainAt } = must(
    await perform(town.house, as(desk), verifyStore, { store, why: 'Still in the register.' }),
  );
  expect(verifyAgainAt.getTime() - town.house.clock.now().getTime()).toBe(180 * 86_400_000);
  expect(await due()).toEqual([]);
});

test('staff are appointed and dismissed by admins, with a reason; the last admin stays', async () => {
  town.house.clock.advance({ seconds: 6 });
  const chief = { ...desk, id: admin.id, name: 'admin', staff: ['admin' as const] };
  const appoint = (input: object, by: Actor = chief) =>
    perform(town.house, as(by), appointStaff, { roles: ['money'], why: 'They count well.', ...input });
  const dismiss = (person: string, by: Actor = chief) =>
    perform(town.house, as(by), dismissStaff, { person, why: 'They left.' });
  expect(await appoint({ person: mei.id }, desk)).toEqual(refused('only_an_admin_may'));
  expect(await appoint({ person: mei.id, why: '' })).toEqual(refused('reason_is_missing'));
  expect(await appoint({ person: mei.id, roles: ['king'] })).toEqual(refused('role_is_not_known', { role: 'king' }));
  expect(await appoint({ person: mei.id, roles: [] })).toEqual(refused('roles_are_missing'));
  expect(await appoint({ person: 'nonsense' })).toEqual(refused('person_not_found'));
  // An address that nobody proved names nobody.
  expect(await appoint({ email: 'mei@shenzhen.example' })).toEqual(refused('person_not_found'));
  expect(await appoint({ person: admin.id, roles: ['money'] })).toEqual(refused('the_last_admin_stays'));
  expect(await dismiss(admin.id)).toEqual(refused('the_last_admin_stays'));
  expect(await dismiss(mei.id)).toEqual(refused('staff_not_found'));
  expect(await dismiss(rita.id, desk)).toEqual(refused('only_an_admin_may'));

  const second = must(
    await perform(town.house, as(chief), enrol, {
      email: 'second@entrepot.example',
      name: 'Second',
      locale: 'en',
      country: 'FR',
      currency: 'EUR',
    }),
  ).person;
  expect(must(await appoint({ email: 'second@entrepot.example', roles: ['admin', 'money'] }))).toEqual({
    person: second,
    roles: ['money', 'admin'],
  });
  // Each dismisses the other at the same moment: one admin is left.
  const other = { ...chief, id: second, name: 'Second' };
  const both = await Promise.all([dismiss(second), dismiss(admin.id, other)]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.find((one) => !one.ok)).toEqual(refused('the_last_admin_stays'));
  expect(
    (await question(town.house, chief, staffOfPlatform, {}))!.staff.filter((one) => one.roles.includes('admin')),
  ).toHaveLength(1);
  expect(await question(town.house, desk, staffOfPlatform, {})).toBeUndefined();
  expect((await question(town.house, chief, auditTrail, { text: 'they COUNT' }))!.lines).toMatchObject([
    { deed: 'staff_appointed', subject: `person:${second}` },
  ]);
});

test('roles of staff take effect with the next request, and end with it', async () => {
  const eve = await town.proven('eve@entrepot.example');
  const appoint = (roles: string[]) =>
    perform(town.house, as(system), appointStaff, { person: eve.id, roles, why: 'A trial.' });
  expect(isStaff(await eve.actor(), 'money')).toBe(false);
  must(await appoint(['money']));
  expect(isStaff(await eve.actor(), 'money')).toBe(true);
  must(await perform(town.house, as(system), dismissStaff, { person: eve.id, why: 'The trial is over.' }));
  expect(isStaff(await eve.actor(), 'money')).toBe(false);
});

test('the audit trail is paged, whole for admins, of one store for admissions', async () => {
  const chief = { ...desk, staff: ['admin' as const] };
  const first = (await question(town.house, chief, auditTrail, {}))!;
  expect(first.lines).toHaveLength(Math.min(50, first.lines.length));
  const ids = first.lines.map((one) => one.id);
  expect(ids).toEqual([...ids].sort().reverse());
  const after = (await question(town.house, chief, auditTrail, { before: ids[2] }))!.lines;
  expect(after[0]!.id).toBe(ids[3]);
  expect(await question(town.house, desk, auditTrail, {})).toBeUndefined();
  expect(await question(town.house, mei, auditTrail, { subject: 'store:x' })).toBeUndefined();
  await expect(town.house.db.query(`update parties.decisions set why = 'no'`)).rejects.toThrow('written once');
});

test('the rules that come with the house are whole, hold today, and seeding again changes nothing', async () => {
  for (const rule of seedRules()) expect(problemOf(rule), rule.countries[0]).toBeUndefined();
  const count = async () => (await rows(`select count(*)::int as n from parties.identity_rules`))[0]!['n'];
  const before = await count();
  await seed(town.house);
  expect(await count()).toBe(before);
  const asked = (country: string, kind: 'company' | 'person') =>
    question(town.house, visitor, identityAsked, { country, kind });
  expect((await asked('CN', 'company'))!.mark).toBe('register_number');
  expect((await asked('DE', 'company'))!.payoutAccount).toBe(true);
  expect(await asked('AQ', 'person')).toMatchObject({ country: '*', validTo: null });
});

test('what is asked is changed at the desk from a day ahead, by staff for rules, with a source and a reason', async () => {
  const rule = {
    country: 'CL',
    kind: 'company' as const,
    validFrom: '2027-01-01',
    source: 'Ley 19.496',
    why: 'Chile asks for the RUT.',
    fields: [{ field: 'legal_name', as: 'text', must: true, label: { en: 'Name' } }],
    papers: [],
    payoutAccount: false,
    mark: 'legal_name',
    shown: ['legal_name'],
  };
  const set = (input: object, by = rita) => perform(town.house, as(by), setIdentityRule, { ...rule, ...input });
  expect(await set({}, desk)).toEqual(refused('only_rules_staff_may'));
  expect(await set({ why: '' })).toEqual(refused('reason_is_missing'));
  expect(await set({ country: 'ZZ' })).toEqual(refused('country_not_known', { country: 'ZZ' }));
  expect(await set({ validFrom: '2026-01-01' })).toMatchObject(refused('day_is_not_ahead'));
  expect(await set({ source: ' ' })).toEqual(refused('rule_has_no_source'));
  expect(await set({ fields: [{ ...rule.fields[0], as: 'cl_rut' }] })).toEqual(
    refused('nobody_can_check_this', { field: 'legal_name', as: 'cl_rut' }),
  );
  expect(await set({ fields: [rule.fields[0], rule.fields[0]] })).toEqual(
    refused('field_is_there_twice', { field: 'legal_name' }),
  );
  expect(await set({ mark: 'rut' })).toEqual(refused('mark_is_no_field', { mark: 'rut' }));
  must(await set({}));
  expect(await set({ validFrom: '2026-12-01' })).toEqual(refused('later_rule_is_there', { from: '2027-01-01' }));
  must(await set({ validFrom: '2027-06-01' }));
  const asked = () => question(town.house, visitor, identityAsked, { country: 'CL', kind: 'company' });
  expect((await asked())!.country).toBe('*');
  town.house.clock.set(new Date('2027-01-01T00:00Z'));
  expect(await asked()).toMatchObject({ country: 'CL', validTo: '2027-06-01' });
  expect(
    (await question(town.house, rita, identityRules, {}))!.rules.filter((one) => one.country === 'CL'),
  ).toHaveLength(2);
  expect(await question(town.house, mei, identityRules, {})).toBeUndefined();
  town.house.clock.set(new Date('2027-06-02T00:00Z'));
  const known = async (past: boolean) =>
    (await question(town.house, rita, identityRules, { past }))!.rules.filter((one) => one.country === 'CL').length;
  expect([await known(false), await known(true)]).toEqual([1, 2]);
});

test('before what is asked changes, the desk is told whom it meets', async () => {
  const count = async (country: string) => {
    const said = await question(town.house, rita, sellersAsked, { country, kind: 'company' });
    return said.ok ? said.value : said.refusal;
  };
  const [{ n: inChina }] = (await rows(
    `select count(*)::int as n from parties.stores where kind = 'company' and country = 'CN'`,
  )) as [{ n: number }];
  const all = Object.values(await count('CN'));
  expect(all.reduce((sum, one) => sum + one, 0)).toBe(inChina);
  expect(inChina).toBeGreaterThan(0);
  // China has a rule of its own, so that the one for all others does not meet it.
  const [{ n: others }] = (await rows(`
    select count(*)::int as n from parties.stores s
     where kind = 'company' and not exists (select from parties.identity_rules r where r.country = s.country and r.kind = 'company')`)) as [
    { n: number },
  ];
  expect(Object.values(await count('*')).reduce((sum, one) => sum + one, 0)).toBe(others);
  expect(await question(town.house, mei, sellersAsked, { country: 'CN', kind: 'company' })).toEqual(
    refused('only_rules_staff_may'),
  );
});

test('enrolling is for admins and refuses what is wrong, in this order', async () => {
  const input = { email: 'no address', name: '', locale: 'en', country: 'FR', currency: 'EUR' };
  expect(await perform(town.house, as(desk), enrol, input)).toEqual(refused('only_an_admin_may'));
  expect(await perform(town.house, as(system), enrol, input)).toEqual(refused('email_is_wrong'));
  expect(await perform(town.house, as(system), enrol, { ...input, email: 'second@entrepot.example' })).toEqual(
    refused('name_is_missing'),
  );
  expect(
    await perform(town.house, as(system), enrol, { ...input, email: 'Second@entrepot.example', name: 'Second' }),
  ).toEqual(refused('email_is_taken'));
});
