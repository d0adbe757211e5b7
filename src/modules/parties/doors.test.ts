/** The whole way of a person and a store through the API's doors, as HTTP: what comes out fits what the doors say. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { system } from '#platform/actor';
import { openApi } from '#platform/api';
import { perform } from '#platform/perform';
import { goodPassword, openTestTown } from './mailbox-for-tests.ts';
import type { TestTown } from './mailbox-for-tests.ts';
import { doors } from './doors.ts';
import { appointStaff } from './desk/staff.ts';
import { signInAs } from './people/sessions.ts';
import { whoAsks } from './people/who-asks.ts';

let town: TestTown;
let api: Awaited<ReturnType<typeof openApi>>;
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

beforeAll(async () => {
  town = await openTestTown();
  api = await openApi(town.house, { whoAsks });
});
afterAll(async () => {
  await api.close();
  await town.close();
});

/** Status and body of a request; `as` is a session's token or a key. */
async function ask(
  method: string,
  path: string,
  { as, body, ...headers }: { as?: string | undefined; body?: object; [header: string]: unknown } = {},
) {
  const answer = await api.inject({
    method: method as 'GET',
    url: `/api/v1${path}`,
    headers: { ...(as ? { authorization: `Bearer ${as}` } : {}), ...(headers as Record<string, string>) },
    ...(body ? { payload: body } : {}),
  });
  const said = answer.json() as Record<string, unknown> & { error?: { no: string; says: string; where?: object[] } };
  return { status: answer.statusCode, said, no: said.error?.no };
}

const luc = { email: 'luc@lyon.example', password: goodPassword, name: 'Luc', country: 'FR', currency: 'EUR' };

test('a person comes in, is known, keeps addresses, and leaves', async () => {
  const first = await ask('POST', '/people', { body: luc, 'idempotency-key': 'one sign-up' });
  expect(first).toMatchObject({
    status: 200,
    said: { person: expect.any(String), expiresAt: expect.stringMatching(/^2026-04-01T/) },
  });
  const again = await ask('POST', '/people', { body: luc, 'idempotency-key': 'one sign-up' });
  expect(again.said['person']).toBe(first.said['person']);
  expect(await ask('POST', '/people', { body: { ...luc, email: 'x@y' } })).toMatchObject({
    status: 422,
    no: 'email_is_wrong',
  });
  expect(await ask('POST', '/people', { body: { ...luc, email: 'luc@two.example', password: 'short' } })).toMatchObject(
    { status: 422, no: 'password_is_too_short' },
  );
  expect(await ask('POST', '/people', { body: { email: 'a@b.example' } })).toMatchObject({
    status: 400,
    no: 'input_is_wrong',
  });

  expect(await ask('POST', '/sessions', { body: { email: luc.email, password: 'wrong' } })).toMatchObject({
    status: 401,
    no: 'email_or_password_is_wrong',
  });
  const session = await ask('POST', '/sessions', { body: luc });
  const as = session.said['token'] as string;
  expect(await ask('GET', '/me')).toMatchObject({ status: 401, no: 'sign_in_first' });
  expect(await ask('GET', '/me', { as })).toMatchObject({
    status: 200,
    said: {
      email: luc.email,
      emailConfirmed: false,
      country: 'FR',
      stores: [],
      staff: [],
      since: expect.stringContaining('2026-03-02'),
    },
  });
  expect(await ask('PATCH', '/me', { as, body: { locale: 'pt-BR' } })).toMatchObject({
    status: 200,
    said: { locale: 'pt-BR', name: 'Luc' },
  });
  expect((await ask('GET', '/me/sessions', { as })).said['sessions']).toHaveLength(3);

  const address = {
    country: 'FR',
    name: 'Luc',
    street: '1 rue de la République',
    city: 'Lyon',
    postalCode: '69001',
    phone: '0612345678',
  };
  const added = await ask('POST', '/me/addresses', { as, body: address });
  expect(added).toMatchObject({
    status: 200,
    said: { first: true, phone: '+33612345678', address: { postalCode: '69001' } },
  });
  expect(await ask('POST', '/me/addresses', { as, body: { ...address, postalCode: 'x' } })).toMatchObject({
    status: 422,
    no: 'address_wrong',
  });
  const id = added.said['id'] as string;
  expect(await ask('PUT', `/me/addresses/${id}`, { as, body: { ...address, city: 'Villeurbanne' } })).toMatchObject({
    status: 200,
    said: { id },
  });
  expect((await ask('GET', '/me/addresses', { as })).said['addresses']).toMatchObject([
    { id, address: { city: 'Villeurbanne' } },
  ]);
  expect(await ask('DELETE', `/me/addresses/${id}`, { as })).toMatchObject({ status: 200 });
  expect(await ask('DELETE', '/sessions/current', { as })).toMatchObject({ status: 200, said: { ended: 1 } });
  expect(await ask('GET', '/me', { as })).toMatchObject({ status: 401 });
});

test('passwords and addresses are changed and forgotten through the doors', async () => {
  const as = (await ask('POST', '/sessions', { body: luc })).said['token'] as string;
  expect(await ask('POST', '/me/confirmation-letters', { as })).toMatchObject({ status: 200, said: { sent: true } });
  await town.letters();
  const { token } = town.mail.last(luc.email);
  expect(await ask('POST', '/people/confirmations', { body: { token } })).toMatchObject({
    status: 200,
    said: { email: luc.email },
  });
  expect(await ask('POST', '/people/confirmations', { body: { token } })).toMatchObject({
    status: 410,
    no: 'link_was_used',
  });
  expect(await ask('POST', '/people/confirmations', { body: { token: 'nonsense' } })).toMatchObject({
    status: 404,
    no: 'link_is_wrong',
  });
  expect(await ask('PUT', '/me/password', { as, body: { password: 'wrong', next: 'x' } })).toMatchObject({
    status: 403,
    no: 'password_is_wrong',
  });
  expect(
    await ask('PUT', '/me/password', { as, body: { password: goodPassword, next: 'a brand new word' } }),
  ).toMatchObject({ status: 200 });
  expect(await ask('PUT', '/me/email', { as, body: { password: 'a brand new word', email: luc.email } })).toMatchObject(
    { status: 409, no: 'that_is_your_address' },
  );
  expect(await ask('POST', '/password-resets', { body: { email: luc.email } })).toMatchObject({
    status: 200,
    said: { sent: true },
  });
  await town.letters();
  const reset = town.mail.last(luc.email);
  expect(reset.text).toContain('http://localhost:4000/pt-BR/reset-password?token=');
  expect(
    await ask('POST', '/password-resets/choices', { body: { token: reset.token, password: goodPassword } }),
  ).toMatchObject({ status: 200 });
  expect(await ask('GET', '/me', { as })).toMatchObject({ status: 401 });
});

test('a stranger who knocks too often hears when to come again', async () => {
  const last = await Promise.all(
    Array.from({ length: 12 }, () =>
      ask('POST', '/sessions', { body: { email: 'guessed@lyon.example', password: 'guess' } }),
    ),
  );
  const tooMany = last.filter((one) => one.status === 429);
  expect(tooMany).toHaveLength(2);
  expect(tooMany[0]!.said.error).toMatchObject({ no: 'too_many_tries', again: expect.stringMatching(/Z$/) });
});

test('a store goes through the doors from the first step to the last, with its people, keys and account', async () => {
  const mei = (await ask('POST', '/people', { body: { ...luc, email: 'mei@shenzhen.example', name: 'Mei' } }))
    .said as unknown as { person: string; token: string };
  const clerk = (await ask('POST', '/people', { body: { ...luc, email: 'clerk@entrepot.example', name: 'Clerk' } }))
    .said as unknown as { person: string; token: string };
  must(
    await perform(town.house, { key: 'clerk', by: system }, appointStaff, {
      person: clerk.person,
      roles: ['admission', 'admin', 'rules'],
      why: 'All of it.',
    }),
  );
  const [as, staff] = [mei.token, await signInAs(town.house, clerk.person)];

  expect(await ask('GET', '/sellers/requirements?country=cn&kind=company')).toMatchObject({
    status: 200,
    said: { rule: { country: 'CN', fields: expect.any(Array) }, account: { iban: false, called: 'CNAPS' } },
  });
  const begun = await ask('POST', '/stores', {
    as,
    body: { name: 'Mei Kettles', kind: 'company', country: 'CN', currency: 'CNY' },
  });
  const store = begun.said['store'] as string;
  expect(begun).toMatchObject({ status: 200, said: { slug: 'mei-kettles' } });
  expect(
    await ask('POST', '/stores', { body: { name: 'X', kind: 'company', country: 'CN', currency: 'CNY' } }),
  ).toMatchObject({ status: 401 });
  const at = `/stores/${store}`;
  expect(await ask('GET', '/stores/mei-kettles')).toMatchObject({ status: 404 });
  expect(await ask('GET', `${at}/application`)).toMatchObject({ status: 401 });
  expect(await ask('POST', `${at}/application/submission`, { as })).toMatchObject({
    status: 409,
    no: 'something_is_missing',
    said: { error: { missing: expect.arrayContaining(['about']) } },
  });
  const step = {
    about: 'Kettles since 1998.',
    identity: { legal_name: '深圳美壶有限公司', register_number: '91110000600037341L', representative: 'Lin Mei' },
    address: { name: 'Lin Mei', street: '深南大道1号', city: '深圳市', region: '广东省', postalCode: '518000' },
    phone: '13800138000',
  };
  expect(await ask('PATCH', `${at}/application`, { as, body: { identity: { register_number: '1' } } })).toMatchObject({
    status: 422,
    no: 'field_is_wrong',
  });
  expect(await ask('PATCH', `${at}/application`, { as, body: step })).toMatchObject({ status: 200 });
  const papers = [];
  for (const kind of ['business_licence', 'representative_identity'])
    papers.push(await ask('POST', `${at}/papers`, { as, body: { kind, content: png } }));
  expect(papers.map((one) => one.status)).toEqual([200, 200]);
  const paper = papers[0]!.said['paper'] as string;
  expect(await ask('GET', `${at}/papers/${paper}`, { as: staff })).toMatchObject({
    status: 200,
    said: { type: 'image/png', content: png },
  });
  expect(
    await ask('GET', `${at}/papers/${paper}`, {
      as: (await ask('POST', '/sessions', { body: luc })).said['token'] as string,
    }),
  ).toMatchObject({ status: 404, no: 'paper_not_found' });
  expect(await ask('POST', `${at}/application/submission`, { as })).toMatchObject({
    status: 200,
    said: { state: 'in_review' },
  });
  expect(await ask('DELETE', `${at}/application/submission`, { as })).toMatchObject({
    status: 200,
    said: { state: 'draft' },
  });
  expect(await ask('POST', `${at}/application/submission`, { as })).toMatchObject({ status: 200 });
  expect(await ask('GET', `${at}/application`, { as })).toMatchObject({
    status: 200,
    said: { state: 'in_review', missing: [], openedAt: null, desk: null, identity: { representative: 'Lin Mei' } },
  });

  expect(await ask('GET', '/desk/stores', { as })).toMatchObject({ status: 403, no: 'not_allowed' });
  expect(await ask('GET', '/desk/stores?text=kettles&page=1', { as: staff })).toMatchObject({
    status: 200,
    said: { total: 1, stores: [{ store, submittedAt: expect.stringContaining('2026-03'), verifyAgainAt: null }] },
  });
  expect(await ask('GET', '/desk/stores/counts', { as: staff })).toMatchObject({ status: 200, said: { toVerify: 0 } });
  expect(await ask('GET', `/desk/stores/${store}`, { as: staff })).toMatchObject({
    status: 200,
    said: { desk: { owners: [{ name: 'Mei' }], sameSeller: [] } },
  });
  expect(await ask('POST', `/desk/stores/${store}/request`, { as: staff, body: { why: '' } })).toMatchObject({
    status: 400,
  });
  expect(
    await ask('POST', `/desk/stores/${store}/admission`, { as: staff, body: { why: 'All in order.' } }),
  ).toMatchObject({ status: 200, said: { state: 'open' } });
  expect(
    await ask('POST', `/desk/stores/${store}/admission`, { as: staff, body: { why: 'All in order.' } }),
  ).toMatchObject({ status: 409, no: 'application_is_not_being_reviewed' });
  expect(
    await ask('POST', `/desk/stores/${store}/suspension`, { as: staff, body: { why: 'A complaint.' } }),
  ).toMatchObject({ status: 200, said: { state: 'suspended' } });
  expect(
    await ask('DELETE', `/desk/stores/${store}/suspension`, { as: staff, body: { why: 'It was nothing.' } }),
  ).toMatchObject({ status: 200, said: { state: 'open' } });
  expect(
    await ask('POST', `/desk/stores/${store}/verification`, { as: staff, body: { why: 'Looked again.' } }),
  ).toMatchObject({ status: 200, said: { verifyAgainAt: expect.stringMatching(/^2026-/) } });
  expect(await ask('GET', `/desk/audit?subject=store:${store}`, { as: staff })).toMatchObject({
    status: 200,
    said: {
      next: null,
      lines: expect.arrayContaining([expect.objectContaining({ deed: 'store_suspended', why: 'A complaint.' })]),
    },
  });
  expect(await ask('GET', '/stores/mei-kettles')).toMatchObject({
    status: 200,
    said: { state: 'open', shown: { fields: [{ value: '深圳美壶有限公司' }, {}] }, logo: null },
  });

  expect(await ask('PATCH', at, { as, body: { about: 'Now also teapots.' } })).toMatchObject({ status: 200 });
  const logo = (await ask('PUT', `${at}/logo`, { as, body: { content: png } })).said['logo'];
  expect(await ask('GET', at)).toMatchObject({ said: { about: 'Now also teapots.', logo } });
  expect(
    await ask('PUT', `${at}/payout-account`, {
      as,
      body: { holder: 'Mei', country: 'DE', currency: 'EUR', iban: 'DE89370400440532013000' },
    }),
  ).toMatchObject({ status: 200, said: { last4: '3000' } });
  expect(await ask('GET', `${at}/payout-account`, { as })).toMatchObject({
    status: 200,
    said: { account: { last4: '3000', holder: 'Mei' } },
  });

  const invited = await ask('POST', `${at}/invitations`, {
    as,
    body: { email: 'wang@shenzhen.example', roles: ['orders'] },
  });
  expect(invited).toMatchObject({ status: 200 });
  await town.letters();
  const { token } = town.mail.last('wang@shenzhen.example');
  expect(await ask('GET', `/invitations/${token}`)).toMatchObject({ status: 200, said: { storeName: 'Mei Kettles' } });
  const wang = (await ask('POST', '/people', { body: { ...luc, email: 'wang@shenzhen.example', name: 'Wang' } }))
    .said as unknown as { person: string; token: string };
  expect(await ask('POST', `/invitations/${token}/acceptance`, { as: wang.token })).toMatchObject({
    status: 200,
    said: { store, roles: ['orders'] },
  });
  expect(await ask('GET', `${at}/staff`, { as })).toMatchObject({
    status: 200,
    said: { members: [{ name: 'Mei', roles: ['owner'] }, { name: 'Wang' }], invitations: [] },
  });
  expect(await ask('PUT', `${at}/staff/${wang.person}`, { as, body: { roles: ['finance'] } })).toMatchObject({
    status: 200,
    said: { roles: ['finance'] },
  });
  expect(await ask('GET', `${at}/payout-account`, { as: wang.token })).toMatchObject({ status: 200 });
  expect(await ask('DELETE', `${at}/staff/${wang.person}`, { as })).toMatchObject({ status: 200 });
  expect(await ask('GET', `${at}/payout-account`, { as: wang.token })).toMatchObject({ status: 403 });

  const key = await ask('POST', `${at}/keys`, {
    as,
    body: { name: 'ERP', roles: ['finance'], expiresAt: '2027-01-01T00:00:00Z' },
  });
  expect(key).toMatchObject({ status: 200, said: { secret: expect.stringMatching(/^entrepot_key_/) } });
  const secret = key.said['secret'] as string;
  expect(await ask('GET', `${at}/payout-account`, { as: secret })).toMatchObject({ status: 200 });
  expect(await ask('GET', `${at}/keys`, { as: secret })).toMatchObject({ status: 404 });
  expect(await ask('GET', `${at}/keys`, { as })).toMatchObject({
    status: 200,
    said: { keys: [{ name: 'ERP', expiresAt: '2027-01-01T00:00:00.000Z', revokedAt: null }] },
  });
  expect(await ask('DELETE', `${at}/keys/${key.said['key'] as string}`, { as })).toMatchObject({ status: 200 });
  expect(await ask('GET', `${at}/payout-account`, { as: secret })).toMatchObject({ status: 401 });

  expect(await ask('GET', '/desk/staff', { as: staff })).toMatchObject({
    status: 200,
    said: { staff: [{ name: 'Clerk' }] },
  });
  expect(await ask('DELETE', `/desk/staff/${clerk.person}`, { as: staff, body: { why: 'Going home.' } })).toMatchObject(
    { status: 409, no: 'the_last_admin_stays' },
  );
  expect((await ask('GET', '/desk/identity-rules', { as: staff })).said['rules']).toEqual(
    expect.arrayContaining([expect.objectContaining({ country: '*', validTo: null })]),
  );
});

test('no door answers with a fault whatever stands in its path', async () => {
  const as = (await ask('POST', '/sessions', { body: luc })).said['token'] as string;
  for (const { method, path, body } of doors) {
    const url = path.replace(/\{\w+\}/g, "x'; drop--");
    const { status, no } = await ask(method, url.replaceAll(' ', '%20'), {
      as,
      ...(body || method !== 'GET' ? { body: {} } : {}),
    });
    expect([method, path, status < 500, no]).toEqual([method, path, true, no]);
  }
});
