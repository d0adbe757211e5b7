import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { guest, system, visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { perform } from '#platform/perform';
import { question } from '#platform/work';
import { openTestTown } from '../mailbox-for-tests.ts';
import type { TestTown } from '../mailbox-for-tests.ts';
import { appointStaff } from '../desk/staff.ts';
import { applicationOf } from './application.ts';
import { addressOfStore } from './dossier.ts';
import { bringLogo, editStore } from './edit-store.ts';
import { enrolStore } from './enrol-store.ts';
import { openStore } from './open-store.ts';
import { bringPaper, removePaper, showPaper } from './papers.ts';
import { payoutAccountOf, payoutAccountPage, setPayoutAccount } from './payout-account.ts';
import { saveApplication } from './save-application.ts';
import { storeAt, storesOf } from './store.ts';
import { reopenApplication, submitApplication, withdrawApplication } from './submit-application.ts';

let town: TestTown;
let mei: Actor;
let desk: Actor;
let luc: Actor;
let store: string;

const refused = (no: string, more: object = {}) => ({ ok: false, refusal: { no, ...more } });
let keys = 0;
const as = (by: Actor) => ({ key: `application ${++keys}`, by });
const rows = async (text: string) => (await town.house.db.query(text)).rows as Record<string, unknown>[];
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const save = (step: object, by = mei, at = store) =>
  perform(town.house, as(by), saveApplication, { store: at, ...step });
const application = (by = mei, at = store) => question(town.house, by, applicationOf, { store: at });
const shenzhen = { name: 'Lin Mei', street: '深南大道1号', city: '深圳市', region: '广东省', postalCode: '518000' };

beforeAll(async () => {
  town = await openTestTown();
  const people = await Promise.all(
    ['mei@shenzhen.example', 'desk@entrepot.example', 'luc@lyon.example'].map((email) => town.proven(email)),
  );
  must(
    await perform(town.house, as(system), appointStaff, {
      person: people[1]!.id,
      roles: ['admission'],
      why: 'The first of the desk.',
    }),
  );
  [mei, desk, luc] = (await Promise.all(people.map((one) => one.actor()))) as [Actor, Actor, Actor];
});
afterAll(() => town.close());

test('a store is begun by a person, from a country that is admitted, with a name and a currency', async () => {
  const open = (input: object, by = mei) =>
    perform(town.house, as(by), openStore, {
      name: 'Mei Kettles',
      kind: 'company',
      country: 'cn',
      currency: 'cny',
      ...input,
    } as never);
  expect(await open({}, visitor)).toEqual(refused('only_people_open_stores'));
  expect(await open({}, guest('g'.repeat(32)))).toEqual(refused('only_people_open_stores'));
  expect(await open({ name: '' })).toEqual(refused('name_is_missing'));
  expect(await open({ country: 'ZZ' })).toEqual(refused('country_not_known', { country: 'ZZ' }));
  expect(await open({ currency: 'ZZZ' })).toMatchObject(refused('currency_not_known'));
  const begun = must(await open({}));
  expect(begun.slug).toBe('mei-kettles');
  store = begun.store;
  expect(must(await open({}, luc)).slug).toBe('mei-kettles-2');
  expect(must(await open({ name: 'Support' }, luc)).slug).toMatch(/^support-[0-9a-f]{8}$/);
  expect(await open({ name: '水壶', slug: 'mei-kettles' }, luc)).toEqual(refused('store_address_is_taken'));
  expect(await open({ name: '水壶', slug: 'help' }, luc)).toEqual(refused('store_address_is_taken'));
  for (const slug of ['水壶', 'a', 'mei kettles', '-mei', 'x'.repeat(49)])
    expect(await open({ slug }, luc)).toEqual(refused('store_address_is_wrong', { least: 3, most: 48 }));
  expect(must(await open({ name: 'Чайники Мэй' }, luc)).slug).toBe('chainiki-mei');
  expect(must(await open({ name: '水壶', slug: ' Shui-Hu ' }, luc)).slug).toBe('shui-hu');
  expect(must(await open({ name: '水壶' }, luc)).slug).toMatch(/^store-[0-9a-f]{8}$/);
  expect(await open({}, luc)).toEqual(refused('finish_your_other_stores_first', { most: 5 }));

  // While it is a draft its address is changed, and the one before is free again.
  expect(await save({ slug: 'shui-hu' })).toEqual(refused('store_address_is_taken'));
  for (const slug of ['kettles-of-mei', 'mei-kettles']) expect(await save({ slug })).toMatchObject({ ok: true });
  expect(await rows(`select slug from parties.slugs where slug like '%kettles%' order by slug`)).toEqual([
    { slug: 'mei-kettles' },
    { slug: 'mei-kettles-2' },
  ]);

  // A draft is seen by its owner and the desk, not by the shop.
  expect(await application()).toMatchObject({ state: 'draft', country: 'CN', currency: 'CNY', desk: null });
  expect(await question(town.house, visitor, storeAt, { store: 'mei-kettles' })).toBeUndefined();
  expect(await application(luc)).toBeUndefined();
  expect(await application(visitor)).toBeUndefined();
  expect(await application(mei, 'nonsense')).toBeUndefined();
});

test('a kind of seller that no rule admits is refused', async () => {
  await town.house.db.query(
    `update parties.identity_rules set valid_to = '2026-01-01' where country = '*' and kind = 'person'`,
  );
  const asked = { name: 'Private', kind: 'person' as const, country: 'AQ', currency: 'USD' };
  expect(await perform(town.house, as(mei), openStore, asked)).toEqual(
    refused('nobody_is_admitted_from_there', { country: 'AQ', kind: 'person' }),
  );
  await town.house.db.query(
    `update parties.identity_rules set valid_to = null where country = '*' and kind = 'person'`,
  );
});

test('a step is refused for what is wrong in it, in this order, and nothing of it is saved', async () => {
  expect(await save({}, luc)).toEqual(refused('store_not_found'));
  expect(await save({}, mei, 'nonsense')).toEqual(refused('store_not_found'));
  const wrong = { name: ' ', country: 'ZZ', currency: 'ZZZ', identity: { cpf: '1' }, address: {}, phone: 'x' };
  expect(await save(wrong)).toEqual(refused('name_is_missing'));
  expect(await save({ ...wrong, name: 'Kettles', about: 'x'.repeat(2001) })).toEqual(
    refused('text_is_too_long', { most: 2000 }),
  );
  expect(await save({ ...wrong, name: 'Kettles' })).toEqual(refused('country_not_known', { country: 'ZZ' }));
  expect(await save({ ...wrong, name: 'Kettles', country: 'CN' })).toMatchObject(refused('currency_not_known'));
  const faced = { ...wrong, name: 'Kettles', country: 'CN', currency: 'CNY' };
  expect(await save(faced)).toEqual(refused('field_is_not_asked', { field: 'cpf' }));
  const number = (text: string) => save({ ...faced, identity: { register_number: text } });
  expect(await number('91110000600037342L')).toEqual(
    refused('field_is_wrong', { field: 'register_number', why: 'identifier_check_digit_wrong', example: '' }),
  );
  expect(await number('12')).toMatchObject(
    refused('field_is_wrong', { why: 'identifier_not_readable', example: '91110000600037341L' }),
  );
  expect(await save({ ...faced, identity: {} })).toMatchObject(refused('address_wrong'));
  expect(await save({ ...faced, identity: {}, address: shenzhen })).toMatchObject(refused('phone_is_wrong'));
  expect(await application()).toMatchObject({ name: 'Mei Kettles', identity: {}, address: null });
});

test('step by step: what is given stays, what is given empty is taken back, what is missing is said', async () => {
  expect((await application())!.missing).toEqual([
    'about',
    'identity.legal_name',
    'identity.register_number',
    'identity.representative',
    'address',
    'phone',
    'papers.business_licence',
    'papers.representative_identity',
  ]);
  must(await save({ about: 'Kettles since 1998.' }));
  must(await save({ identity: { legal_name: '深圳美壶有限公司', register_number: ' 9111 0000 6000 37341l ' } }));
  must(await save({ identity: { representative: 'Lin Mei' }, phone: '138 0013 8000' }));
  must(await save({ address: shenzhen }));
  must(await save({ identity: { representative: '' } }));
  expect(await application()).toMatchObject({
    about: 'Kettles since 1998.',
    identity: { legal_name: '深圳美壶有限公司', register_number: '91110000600037341L' },
    address: { country: 'CN', postalCode: '518000' },
    phone: '+8613800138000',
    missing: ['identity.representative', 'papers.business_licence', 'papers.representative_identity'],
  });
  expect(await question(town.house, system, addressOfStore, { store })).toMatchObject({
    address: { city: '深圳市' },
    phone: '+8613800138000',
  });
  expect(await perform(town.house, as(mei), submitApplication, { store })).toEqual(
    refused('something_is_missing', {
      missing: ['identity.representative', 'papers.business_licence', 'papers.representative_identity'],
    }),
  );
});

test('another country drops what is not asked there, and the address that is not there', async () => {
  const [second] = (await rows(`select store from parties.slugs where slug = 'mei-kettles-2'`)) as { store: string }[];
  const at = second!.store;
  must(
    await save(
      { identity: { legal_name: 'Kettle', register_number: '91110000600037341L' }, address: shenzhen },
      luc,
      at,
    ),
  );
  must(
    await save(
      { country: 'DE', currency: 'EUR', identity: { register_number: 'HRB 1234', vat_number: '136695976' } },
      luc,
      at,
    ),
  );
  expect(await application(luc, at)).toMatchObject({
    country: 'DE',
    identity: { legal_name: 'Kettle', register_number: 'HRB 1234', vat_number: 'DE136695976' },
    address: null,
  });
  expect((await application(luc, at))!.missing).toContain('payout_account');
  expect(await save({ identity: { lawful_goods: 'no' } }, luc, at)).toMatchObject(
    refused('field_is_wrong', { why: 'promise_is_yes_or_nothing' }),
  );
  must(await save({ kind: 'person', country: 'BR', currency: 'BRL' }, luc, at));
  expect(await save({ identity: { birth_date: '2026-03-03' } }, luc, at)).toMatchObject(
    refused('field_is_wrong', { why: 'not_a_day_in_the_past' }),
  );
  expect(await save({ identity: { identity_number: '390.533.447-06' } }, luc, at)).toMatchObject(
    refused('field_is_wrong', { why: 'identifier_check_digit_wrong' }),
  );
  must(await save({ identity: { birth_date: '1985-04-23', identity_number: '390.533.447-05' } }, luc, at));
  expect((await application(luc, at))!.identity).toEqual({ birth_date: '1985-04-23', identity_number: '39053344705' });
});

test('a paper is taken for what it is, kept sealed, shown to its owner and to the desk, which is noted', async () => {
  const bring = (bytes: Uint8Array, kind = 'business_licence', by = mei) =>
    bringPaper(town.call(by), { store, kind, bytes });
  expect(await bring(new Uint8Array())).toEqual(refused('paper_is_empty'));
  expect(await bring(Buffer.concat([png, Buffer.alloc(8 * 1024 * 1024)]))).toEqual(
    refused('paper_is_too_large', { most: 8 * 1024 * 1024 }),
  );
  expect(await bring(Buffer.from('<html>licence.png</html>'))).toMatchObject(refused('paper_is_of_no_known_kind'));
  expect(await bring(png, 'business_licence', luc)).toEqual(refused('store_not_found'));
  expect(await bring(png, 'love_letter')).toEqual(refused('paper_is_not_asked', { kind: 'love_letter' }));
  const { paper } = must(await bring(png));
  const [kept] = (await rows(`select file, type from parties.papers where id = '${paper}'`)) as {
    file: string;
    type: string;
  }[];
  expect(kept!.type).toBe('image/png');
  expect((await town.house.files.get(kept!.file))!.includes(png.subarray(8))).toBe(false);

  const show = (by: Actor) => showPaper(town.call(by), { store, paper });
  expect(must(await show(mei)).bytes.equals(png)).toBe(true);
  expect(await show(luc)).toEqual(refused('paper_not_found'));
  expect(await rows(`select 1 from platform.audit where deed = 'paper_seen'`)).toEqual([]);
  expect(must(await show(desk)).bytes.equals(png)).toBe(true);
  expect(await rows(`select actor, subject from platform.audit where deed = 'paper_seen'`)).toEqual([
    { actor: desk.id, subject: `store:${store}` },
  ]);

  expect(await perform(town.house, as(luc), removePaper, { store, paper })).toEqual(refused('store_not_found'));
  expect(await perform(town.house, as(mei), removePaper, { store, paper: 'nonsense' })).toEqual(
    refused('paper_not_found'),
  );
  must(await perform(town.house, as(mei), removePaper, { store, paper }));
  for (const kind of ['business_licence', 'representative_identity']) must(await bring(png, kind));
  const call = town.call(mei);
  const twice = await Promise.all([1, 2].map(() => bringPaper(call, { store, kind: 'business_licence', bytes: png })));
  expect(must(twice[0]!).paper).toBe(must(twice[1]!).paper);
});

test('an account for payouts is checked, sealed, and shown by its last four signs; owners hear of a change', async () => {
  const set = (input: object, by = mei) =>
    perform(town.house, as(by), setPayoutAccount, {
      store,
      holder: '深圳美壶有限公司',
      country: 'CN',
      currency: 'CNY',
      ...input,
    } as never);
  const good = { bank: '102584002215', number: '6222 0212 3456 7890 123' };
  expect(await set(good, luc)).toEqual(refused('store_not_found'));
  expect(await set({ ...good, holder: '' })).toEqual(refused('name_is_missing'));
  expect(await set({ ...good, country: 'ZZ' })).toEqual(refused('country_not_known', { country: 'ZZ' }));
  expect(await set({ ...good, currency: 'ZZZ' })).toMatchObject(refused('currency_not_known'));
  expect(await set({ country: 'DE' })).toEqual(refused('iban_is_needed', { country: 'DE' }));
  expect(await set({ iban: 'GB82WEST12345698765431' })).toEqual(refused('iban_is_wrong'));
  expect(await set({ bank: 'ICBC' })).toEqual(
    refused('bank_code_is_wrong', { called: 'CNAPS', example: '102584002215' }),
  );
  expect(await set({ bank: good.bank, number: '12' })).toMatchObject(refused('account_number_is_wrong'));
  expect(await set({ country: 'US', bank: '111000026', number: '12345678' })).toMatchObject(
    refused('bank_code_is_wrong'),
  );
  expect(await set({ country: 'MX', bank: '033', number: '032180000118359719' })).toMatchObject(
    refused('account_number_is_wrong'),
  );
  expect(must(await set(good))).toEqual({ last4: '0123' });
  expect(await question(town.house, system, payoutAccountOf, { store })).toMatchObject({
    account: { number: '6222021234567890123', bank: '102584002215', country: 'CN' },
    last4: '0123',
  });
  await town.letters();
  const before = town.mail.to('mei@shenzhen.example').length;
  expect(must(await set({ iban: 'DE89 3704 0044 0532 0130 00', currency: 'EUR' }))).toEqual({ last4: '3000' });
  await town.letters();
  expect(
    town.mail
      .to('mei@shenzhen.example')
      .slice(before)
      .map((one) => one.subject),
  ).toEqual(['Mei Kettles: the account for payouts was changed']);
  expect(await question(town.house, mei, payoutAccountPage, { store })).toMatchObject({
    account: { country: 'DE', last4: '3000' },
  });
  expect(JSON.stringify(await question(town.house, mei, payoutAccountPage, { store }))).not.toContain('370400');
  expect(await question(town.house, luc, payoutAccountPage, { store })).toBeUndefined();
});

test('the table tells nobody who the seller is', async () => {
  must(await save({ identity: { representative: 'Lin Mei' } }));
  const all = JSON.stringify(
    await rows(
      `select to_jsonb(x)::text from parties.dossiers x union all select to_jsonb(x)::text from parties.payout_accounts x union all select to_jsonb(x)::text from parties.papers x union all select to_jsonb(x)::text from parties.stores x`,
    ),
  );
  for (const secret of [
    '91110000600037341L',
    '深圳美壶',
    'Lin Mei',
    '深南大道',
    '13800138000',
    '6222021234567890123',
    'DE8937',
    '39053344705',
  ])
    expect(all).not.toContain(secret);
  // A seal that is moved to another store is noticed.
  const [other] = (await rows(`select store from parties.slugs where slug = 'mei-kettles-2'`)) as { store: string }[];
  await town.house.db.query(
    `update parties.dossiers set sealed = (select sealed from parties.dossiers where store = '${store}') where store = '${other!.store}'`,
  );
  await expect(question(town.house, system, addressOfStore, { store: other!.store })).rejects.toThrow(
    "another store's",
  );
});

test('sent in twice at once it is submitted once; then nothing changes until it is withdrawn', async () => {
  const both = await Promise.all([1, 2].map(() => perform(town.house, as(mei), submitApplication, { store })));
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.find((one) => !one.ok)).toEqual(refused('application_is_not_a_draft', { state: 'in_review' }));
  expect(await rows(`select 1 from platform.facts where name = 'parties.store_submitted'`)).toHaveLength(1);
  const inReview = refused('application_is_not_a_draft', { state: 'in_review' });
  expect(await save({ about: 'New.' })).toEqual(inReview);
  expect(await bringPaper(town.call(mei), { store, kind: 'business_licence', bytes: png })).toEqual(inReview);
  const [paper] = (await application())!.papers;
  expect(await perform(town.house, as(mei), removePaper, { store, paper: paper!.paper })).toEqual(inReview);
  expect(await perform(town.house, as(mei), editStore, { store, about: 'New.' })).toEqual(
    refused('application_is_being_reviewed'),
  );
  expect(await perform(town.house, as(mei), reopenApplication, { store })).toEqual(
    refused('application_was_not_refused', { state: 'in_review' }),
  );
  expect(await perform(town.house, as(luc), withdrawApplication, { store })).toEqual(refused('store_not_found'));
  expect(must(await perform(town.house, as(mei), withdrawApplication, { store }))).toEqual({ state: 'draft' });
  expect(await perform(town.house, as(mei), withdrawApplication, { store })).toEqual(
    refused('application_is_not_being_reviewed', { state: 'draft' }),
  );
});

test('an owner changes the face of a store and brings its sign', async () => {
  must(await perform(town.house, as(mei), editStore, { store, name: 'Mei & Daughters' }));
  expect(await perform(town.house, as(mei), editStore, { store, name: '' })).toEqual(refused('name_is_missing'));
  expect(await bringLogo(town.call(mei), { store, bytes: Buffer.from('no picture') })).toEqual(
    refused('picture_is_not_readable'),
  );
  expect(await bringLogo(town.call(luc), { store, bytes: png })).toEqual(refused('store_not_found'));
  const { logo } = must(await bringLogo(town.call(mei), { store, bytes: png }));
  expect((await town.house.files.get(logo))!.subarray(8, 12).toString('latin1')).toBe('WEBP');
  expect(await question(town.house, mei, storesOf, { stores: [store, 'nonsense', store] })).toMatchObject([
    { store, name: 'Mei & Daughters', logo, slug: 'mei-kettles' },
    { store },
  ]);
});

test('the house brings over a store that was verified elsewhere', async () => {
  const enrol = (by: Actor, more: object = {}) =>
    perform(town.house, as(by), enrolStore, {
      owner: luc.id,
      name: 'Olist 42',
      kind: 'company',
      country: 'BR',
      currency: 'BRL',
      city: 'Campinas',
      why: 'Brought over.',
      ...more,
    } as never);
  expect(await enrol(desk)).toEqual(refused('only_the_house_may'));
  expect(await enrol(system, { owner: 'nonsense' })).toEqual(refused('person_not_found'));
  const identity = { legal_name: 'Olist 42 Ltda', register_number: '16727230000197', shoe_size: '42' };
  const { store: brought } = must(await enrol(system, { identity }));
  expect(await question(town.house, visitor, storeAt, { store: 'olist-42' })).toMatchObject({
    store: brought,
    state: 'open',
    city: 'Campinas',
    shown: { fields: [{ value: 'Olist 42 Ltda' }, { value: '16727230000197' }], address: [] },
  });
  expect((await application(system, brought))!.identity).toEqual({
    legal_name: 'Olist 42 Ltda',
    register_number: '16727230000197',
  });
});
