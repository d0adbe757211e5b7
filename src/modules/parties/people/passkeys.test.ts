import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import type { Actor } from '#platform/actor';
import { system } from '#platform/actor';
import { perform } from '#platform/perform';
import type { Deed } from '#platform/work';
import type { Result } from '#kernel/result';
import { question } from '#platform/work';
import { appointStaff } from '../desk/staff.ts';
import { goodPassword, openTestTown } from '../mailbox-for-tests.ts';
import type { TestTown } from '../mailbox-for-tests.ts';
import { tidyUp } from '../tidy-up.ts';
import { actorOfSession, waitsForSecondStep } from './actor.ts';
import { addPasskey, beginPasskey } from './add-passkey.ts';
import { changeEmail } from './change-password.ts';
import { confirmEmail } from './confirm-email.ts';
import { openDevice } from './authenticator-for-tests.ts';
import type { Device } from './authenticator-for-tests.ts';
import { mostPasskeys, passkeysOf, removePasskey, renamePasskey, restorePasskey } from './passkeys.ts';
import { beginSecondStep, confirmSecondStep } from './set-second-step.ts';
import { askPasskey, showPasskey, signInWithPasskey } from './sign-in-with-passkey.ts';
import { signIn } from './sign-in.ts';

let town: TestTown;
beforeAll(async () => {
  town = await openTestTown();
});
afterAll(() => town.close());

const refused = (no: string) => ({ ok: false, refusal: { no } });
const password = goodPassword;
let count = 0;
const does = <Input, Answer, Refusal extends { no: string }>(
  by: Actor,
  deed: Deed<Input, Result<Answer, Refusal>>,
  input: Input,
) => perform(town.house, { key: `does ${++count}`, by }, deed, input);
const device = (how = {}) => openDevice(town.house.config.publicUrl, how);
const asked = async () => must(await askPasskey(town.call()));

async function withPasskey(email: string, of: Device = device()) {
  const person = await town.person(email);
  const by = await person.actor();
  const options = must(await beginPasskey(town.call(by), { password }));
  const { passkey } = must(await addPasskey(town.call(by), { answer: of.makes(options), name: ' My  phone ' }));
  return { person, by, device: of, passkey };
}

test('a passkey is added with the password, signs in alone, is both steps at once, and is told of by letter', async () => {
  const { person, by, device: phone, passkey } = await withPasskey('luc@lyon.example');
  const before = (await question(town.house, by, passkeysOf, {})).passkeys;
  expect(before).toEqual([
    { passkey, name: 'My phone', since: town.house.clock.now(), usedAt: undefined, backedUp: false },
  ]);
  town.house.clock.advance({ minutes: 1 });
  const signed = must(await signInWithPasskey(town.call(), { answer: phone.signs(await asked()) }));
  expect(signed.person).toBe(person.id);
  expect(await actorOfSession(town.house, signed.token, undefined)).toMatchObject({ id: person.id });
  const [after] = (await question(town.house, by, passkeysOf, {})).passkeys;
  expect(after?.usedAt).toEqual(town.house.clock.now());
  await town.letters();
  const letter = town.mail.last('luc@lyon.example');
  expect(letter.subject).toBe('A passkey was added');
  expect(letter.text).toContain('My phone');
});

test('what keeps somebody from adding one', async () => {
  const eva = await town.person('eva@lyon.example');
  const by = await eva.actor();
  const phone = device();
  expect(await beginPasskey(town.call(), { password })).toEqual(refused('person_not_found'));
  expect(await beginPasskey(town.call(by), { password: 'not it' })).toEqual(refused('password_is_wrong'));
  const options = must(await beginPasskey(town.call(by), { password }));
  const answer = phone.makes(options);
  expect(await addPasskey(town.call(), { answer, name: 'x' })).toEqual(refused('person_not_found'));
  expect(await addPasskey(town.call(by), { answer, name: '  ' })).toEqual(refused('name_is_missing'));
  expect(await addPasskey(town.call(by), { answer: '{"id":1}', name: 'x' })).toEqual(refused('passkey_is_wrong'));
  expect(await addPasskey(town.call(by), { answer: 'x'.repeat(30_000), name: 'x' })).toEqual(
    refused('passkey_is_wrong'),
  );
  // A challenge is one person's, and is answered once.
  const other = await (await town.person('mia@lyon.example')).actor();
  expect(await addPasskey(town.call(other), { answer, name: 'x' })).toEqual(refused('challenge_is_over'));
  expect(
    await addPasskey(town.call(by), {
      answer: phone.makes(await asked().then((o) => ({ ...options, ...o }))),
      name: 'x',
    }),
  ).toEqual(refused('challenge_is_over'));
  for (const wrong of [{ origin: 'https://evil.example' }, { host: 'evil.example' }, { verified: false }]) {
    const again = must(await beginPasskey(town.call(by), { password }));
    expect(await addPasskey(town.call(by), { answer: phone.makes(again, wrong), name: 'x' })).toEqual(
      refused('passkey_is_wrong'),
    );
  }
  must(await addPasskey(town.call(by), { answer, name: 'x' }));
  expect(await addPasskey(town.call(by), { answer, name: 'x' })).toEqual(refused('challenge_is_over'));

  const late = must(await beginPasskey(town.call(by), { password }));
  town.house.clock.advance({ minutes: 10 });
  expect(await addPasskey(town.call(by), { answer: phone.makes(late), name: 'x' })).toEqual(
    refused('challenge_is_over'),
  );
});

test('no device is added twice, and nobody keeps more than twenty', async () => {
  const { by } = await withPasskey('ida@lyon.example');
  const first = must(await beginPasskey(town.call(by), { password }));
  expect(first.excludeCredentials).toHaveLength(1);
  // The device is asked not to; one that does it all the same is refused.
  const twice = device();
  const answer = twice.makes(first);
  must(await addPasskey(town.call(by), { answer, name: 'a' }));
  const second = must(await beginPasskey(town.call(by), { password }));
  const parsed = JSON.parse(answer) as { response: { clientDataJSON: string } };
  const client = JSON.parse(Buffer.from(parsed.response.clientDataJSON, 'base64url').toString()) as object;
  parsed.response.clientDataJSON = Buffer.from(JSON.stringify({ ...client, challenge: second.challenge })).toString(
    'base64url',
  );
  expect(await addPasskey(town.call(by), { answer: JSON.stringify(parsed), name: 'b' })).toEqual(
    refused('passkey_is_known'),
  );
  const open = must(await beginPasskey(town.call(by), { password }));
  const tooMany = { ok: false, refusal: { no: 'too_many_passkeys', most: mostPasskeys } };
  const add = async (name: string) => {
    const options = must(await beginPasskey(town.call(by), { password }));
    return must(await addPasskey(town.call(by), { answer: device().makes(options), name })).passkey;
  };
  for (let n = 2; n < mostPasskeys; n++) await add(`key ${n}`);
  expect(await beginPasskey(town.call(by), { password })).toEqual(tooMany);
  expect(await addPasskey(town.call(by), { answer: device().makes(open), name: 'one more' })).toEqual(tooMany);
  const [{ passkey: last } = { passkey: '' }] = (await question(town.house, by, passkeysOf, {})).passkeys;
  must(await does(by, removePasskey, { passkey: last }));
  await add('in its place');
  expect(await does(by, restorePasskey, { passkey: last })).toEqual(tooMany);
});

test('what opens nothing: another challenge, another site, another person, a device that did not look', async () => {
  const { device: phone, person } = await withPasskey('zoe@lyon.example');
  const other = await withPasskey('noe@lyon.example');
  const tried = async (answer: string) => signInWithPasskey(town.call(), { answer });
  expect(await tried('nothing')).toEqual(refused('passkey_is_wrong'));
  expect(await tried(phone.signs(await asked(), { user: 'x' }))).toEqual(refused('passkey_is_wrong'));
  expect(await tried(phone.signs({ challenge: 'made-up' }))).toEqual(refused('challenge_is_over'));
  const options = await asked();
  town.house.clock.advance({ minutes: 10 });
  expect(await tried(phone.signs(options))).toEqual(refused('challenge_is_over'));
  const whose = Buffer.from(other.person.id.replaceAll('-', ''), 'hex').toString('base64url');
  expect(await tried(phone.signs(await asked(), { user: whose }))).toEqual(refused('passkey_not_known'));
  for (const wrong of [{ origin: 'https://evil.example' }, { host: 'evil.example' }, { verified: false }])
    expect(await tried(phone.signs(await asked(), wrong))).toEqual(refused('passkey_is_wrong'));
  const answer = phone.signs(await asked());
  expect(must(await tried(answer)).person).toBe(person.id);
  expect(await tried(answer)).toEqual(refused('challenge_is_over'));
});

test('a copy of the key is found out by its count; devices that count nothing are let in', async () => {
  const { device: phone } = await withPasskey('leo@lyon.example');
  const copy = phone.copy();
  must(await signInWithPasskey(town.call(), { answer: phone.signs(await asked()) }));
  must(await signInWithPasskey(town.call(), { answer: phone.signs(await asked()) }));
  expect(await signInWithPasskey(town.call(), { answer: copy.signs(await asked()) })).toEqual(
    refused('passkey_went_back'),
  );
  const { device: cloud } = await withPasskey('ana@lyon.example', device({ counts: false }));
  for (const _time of [1, 2]) must(await signInWithPasskey(town.call(), { answer: cloud.signs(await asked()) }));
});

test('guessing with somebody’s key is stopped, and so is filling the table with challenges', async () => {
  const { device: phone } = await withPasskey('max@lyon.example');
  town.house.clock.advance({ ms: 900_000 - (town.house.clock.now().getTime() % 900_000) });
  for (let n = 0; n < 10; n++)
    await signInWithPasskey(town.call(), { answer: phone.signs(await asked(), { verified: false }) });
  const answer = phone.signs(await asked());
  expect(await signInWithPasskey(town.call(), { answer })).toMatchObject(refused('too_many_tries'));
  const from = { address: '198.51.100.7' };
  for (let n = 0; n < 300; n++) must(await askPasskey(town.call(undefined, from)));
  expect(await askPasskey(town.call(undefined, from))).toMatchObject(refused('too_many_tries'));
});

test('one is renamed, removed, put back for a day, and struck off after it', async () => {
  const { by, device: phone, passkey } = await withPasskey('ben@lyon.example');
  const none = '0190a000-0000-7000-8000-000000000000';
  const other = await (await town.person('sam@lyon.example')).actor();
  expect(await does(by, renamePasskey, { passkey, name: ' ' })).toEqual(refused('name_is_missing'));
  expect(await does(other, renamePasskey, { passkey, name: 'mine' })).toEqual(refused('passkey_not_found'));
  expect(await does(by, renamePasskey, { passkey: 'x', name: 'mine' })).toEqual(refused('passkey_not_found'));
  expect(must(await does(by, renamePasskey, { passkey, name: 'x'.repeat(70) })).name).toHaveLength(60);
  expect(await does(other, removePasskey, { passkey })).toEqual(refused('passkey_not_found'));
  expect(await does(by, restorePasskey, { passkey })).toEqual(refused('passkey_not_found'));
  must(await does(by, removePasskey, { passkey }));
  expect(await does(by, removePasskey, { passkey: none })).toEqual(refused('passkey_not_found'));
  expect(await signInWithPasskey(town.call(), { answer: phone.signs(await asked()) })).toEqual(
    refused('passkey_not_known'),
  );
  expect(await does(other, restorePasskey, { passkey })).toEqual(refused('passkey_not_found'));
  must(await does(by, restorePasskey, { passkey }));
  must(await signInWithPasskey(town.call(), { answer: phone.signs(await asked()) }));
  must(await does(by, removePasskey, { passkey }));
  await town.letters();
  expect(town.mail.to('ben@lyon.example').map(({ subject }) => subject)).toContain('A passkey was removed');
  town.house.clock.advance({ hours: 24 });
  expect(await does(by, restorePasskey, { passkey })).toEqual(refused('passkey_not_found'));
  await tidyUp.run(town.house);
  const { rows } = await town.house.db.query(`select id from parties.passkeys where id = '${passkey}'`);
  expect(rows).toEqual([]);
});

test('staff come in by the password alone until their passkey has shown that it is them', async () => {
  const { person, device: key, passkey } = await withPasskey('ines@lyon.example');
  const staff = { person: person.id, roles: ['admin'], why: 'Runs the desk.' };
  must(await does(system, appointStaff, staff));
  town.house.clock.advance({ seconds: 10 });
  const before = await person.actor();
  expect(waitsForSecondStep(before)).toBe(true);
  // A stolen password changes nothing about the ways in.
  expect(await beginPasskey(town.call(before), { password })).toEqual(refused('passkey_is_needed'));
  expect(await does(before, removePasskey, { passkey })).toEqual(refused('passkey_is_needed'));
  expect(await does(before, restorePasskey, { passkey })).toEqual(refused('passkey_is_needed'));
  expect(await does(before, beginSecondStep, {})).toEqual(refused('passkey_is_needed'));
  expect(await confirmSecondStep(town.call(before), { code: '000000' })).toEqual(refused('passkey_is_needed'));

  const stranger = await withPasskey('kai@lyon.example');
  const shown = async (by: Actor, answer: string) => showPasskey(town.call(by), { answer });
  expect(await showPasskey(town.call(), { answer: key.signs(await asked()) })).toEqual(refused('person_not_found'));
  expect(await shown(before, '?')).toEqual(refused('passkey_is_wrong'));
  expect(await shown(before, stranger.device.signs(await asked()))).toEqual(refused('passkey_is_somebody_elses'));
  const copy = key.copy();
  must(await shown(before, key.signs(await asked())));
  const proven = await person.actor();
  expect(proven).toMatchObject({ staff: ['admin'] });
  expect(await shown(proven, copy.signs(await asked()))).toEqual(refused('passkey_went_back'));

  // With it they are at the desk at once.
  const signed = must(await signInWithPasskey(town.call(), { answer: key.signs(await asked()) }));
  expect(await actorOfSession(town.house, signed.token, undefined)).toMatchObject({ staff: ['admin'] });
  // The password still opens what it opened.
  expect(await signIn(town.call(), { email: 'ines@lyon.example', password })).toMatchObject({ ok: true });
});

test('who takes an account back by the mailbox of before leaves no passkey in it', async () => {
  const { by, device: phone } = await withPasskey('amy@lyon.example');
  const [greeting] = town.mail.to('amy@lyon.example');
  must(await does(by, confirmEmail, { token: greeting!.token }));
  must(await changeEmail(town.call(by), { password, email: 'thief@lyon.example' }));
  await town.letters();
  must(await does(by, confirmEmail, { token: town.mail.last('thief@lyon.example').token }));
  await town.letters();
  must(await signInWithPasskey(town.call(), { answer: phone.signs(await asked()) }));
  must(await does(by, confirmEmail, { token: town.mail.last('amy@lyon.example').token }));
  expect(await signInWithPasskey(town.call(), { answer: phone.signs(await asked()) })).toEqual(
    refused('passkey_not_known'),
  );
});
