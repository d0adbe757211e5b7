import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { system } from '#platform/actor';
import { perform } from '#platform/perform';
import { question } from '#platform/work';
import { appointStaff } from '../desk/staff.ts';
import { goodPassword, openTestTown } from '../mailbox-for-tests.ts';
import type { TestTown } from '../mailbox-for-tests.ts';
import { actorOfSession, waitsForSecondStep } from './actor.ts';
import { changeEmail, changePassword } from './change-password.ts';
import { secondStepOf } from './second-step.ts';
import {
  beginSecondStep,
  confirmSecondStep,
  endSecondStep,
  giveSecondStep,
  newRecoveryCodes,
  secondStepToSet,
} from './set-second-step.ts';
import { signIn } from './sign-in.ts';
import { signInWithCode } from './sign-in-with-code.ts';
import { codeAt, fromBase32, stepAt } from './totp.ts';

let town: TestTown;
beforeAll(async () => {
  town = await openTestTown();
});
afterAll(() => town.close());

const refused = (no: string) => ({ ok: false, refusal: { no } });
type Person = Awaited<ReturnType<TestTown['person']>>;

/** What the person's device shows now; each asking is half a minute later, because no code opens twice. */
function shows(secret: string): string {
  town.house.clock.advance({ seconds: 30 });
  return codeAt(fromBase32(secret), stepAt(town.house.clock.now()));
}

const subjectsTo = (email: string) => town.mail.to(email).map(({ subject }) => subject);

let count = 0;
async function withStep(name: string): Promise<{ person: Person; email: string; secret: string; codes: string[] }> {
  const email = `${name}@lyon.example`;
  const person = await town.person(email);
  const by = await person.actor();
  must(await perform(town.house, { key: `begin ${++count}`, by }, beginSecondStep, {}));
  const { secret } = (await question(town.house, by, secondStepToSet, {}))!;
  const { codes } = must(await confirmSecondStep(town.call(by), { code: shows(secret) }));
  return { person, email, secret, codes };
}

async function ticketOf(email: string): Promise<string> {
  const said = await signIn(town.call(), { email, password: goodPassword });
  if (said.ok || said.refusal.no !== 'code_is_needed') throw new Error('No code was asked for.');
  return said.refusal.ticket;
}

test('a second step is set by a first right code, shows its recovery codes, ends other sessions and is told by letter', async () => {
  const luc = await town.person('luc@lyon.example');
  const elsewhere = must(await signIn(town.call(), { email: 'luc@lyon.example', password: goodPassword }));
  const by = await luc.actor();
  expect(await confirmSecondStep(town.call(by), { code: '123456' })).toEqual(refused('code_is_wrong'));
  expect(await question(town.house, by, secondStepToSet, {})).toBeUndefined();
  must(await perform(town.house, { key: 'luc begins', by }, beginSecondStep, {}));
  const { secret, uri } = (await question(town.house, by, secondStepToSet, {}))!;
  expect(uri).toContain(`secret=${secret}`);

  // Nothing is asked for until the device has shown a right code.
  expect(await signIn(town.call(), { email: 'luc@lyon.example', password: goodPassword })).toMatchObject({ ok: true });
  expect(await confirmSecondStep(town.call(by), { code: '000000' })).toEqual(refused('code_is_wrong'));
  const call = town.call(by);
  const code = shows(secret);
  const set = must(await confirmSecondStep(call, { code }));
  expect(set.codes).toHaveLength(10);
  expect(new Set(set.codes).size).toBe(10);
  // The same form sent twice shows the same codes.
  expect(await confirmSecondStep(call, { code })).toEqual({ ok: true, value: set });

  expect(await actorOfSession(town.house, elsewhere.token, undefined)).toMatchObject({ kind: 'visitor' });
  expect(await luc.actor()).toMatchObject({ kind: 'person' });
  expect(await question(town.house, by, secondStepOf, {})).toEqual({ since: town.house.clock.now(), recovery: 10 });
  expect(await question(town.house, by, secondStepToSet, {})).toBeUndefined();
  expect(await perform(town.house, { key: 'luc begins again', by }, beginSecondStep, {})).toEqual(
    refused('second_step_is_set'),
  );
  await town.letters();
  expect(subjectsTo('luc@lyon.example')).toContain('Signing in now takes a code');

  const { rows } = await town.house.db.query(`select t::text from parties.second_steps t
     union all select t::text from parties.recovery_codes t union all select t::text from platform.performed t`);
  const kept = (rows as { t: string }[]).map(({ t }) => t).join('\n');
  for (const hidden of [secret, ...set.codes]) expect(kept.includes(hidden)).toBe(false);
});

test('the password opens half the door; a code opens the rest, once', async () => {
  const { person, email, secret } = await withStep('mia');
  expect(await signIn(town.call(), { email, password: 'not the password' })).toEqual(
    refused('email_or_password_is_wrong'),
  );
  const ticket = await ticketOf(email);
  expect(await signInWithCode(town.call(), { ticket: `${ticket}x`, code: '1' })).toEqual(refused('ticket_is_over'));
  expect(await signInWithCode(town.call(), { ticket: ticket.replace(/\.\d+/, '.9999999999999'), code: '1' })).toEqual(
    refused('ticket_is_over'),
  );
  expect(await signInWithCode(town.call(), { ticket, code: '000000' })).toEqual(refused('code_is_wrong'));
  const code = shows(secret);
  const signed = must(await signInWithCode(town.call(), { ticket, code }));
  expect(signed.person).toBe(person.id);
  expect(await actorOfSession(town.house, signed.token, undefined)).toMatchObject({ id: person.id });
  expect(await signInWithCode(town.call(), { ticket, code })).toEqual(refused('code_is_wrong'));
  town.house.clock.advance({ minutes: 10 });
  expect(await signInWithCode(town.call(), { ticket, code: shows(secret) })).toEqual(refused('ticket_is_over'));
});

test('a ticket is worth nothing once the password is another', async () => {
  const { person, email, secret } = await withStep('noe');
  const ticket = await ticketOf(email);
  const change = { password: goodPassword, next: 'another kettle sings' };
  expect(await changePassword(town.call(await person.actor()), change)).toEqual(refused('code_is_needed'));
  expect(await changePassword(town.call(await person.actor()), { ...change, code: '000000' })).toEqual(
    refused('code_is_wrong'),
  );
  const moved = { password: goodPassword, email: 'noe@paris.example' };
  expect(await changeEmail(town.call(await person.actor()), moved)).toEqual(refused('code_is_needed'));
  expect(await changePassword(town.call(await person.actor()), { ...change, code: shows(secret) })).toMatchObject({
    ok: true,
  });
  expect(await signInWithCode(town.call(), { ticket, code: shows(secret) })).toEqual(refused('ticket_is_over'));
});

test('a recovery code opens once, in any spelling, and is told by letter', async () => {
  const { email, codes } = await withStep('zoe');
  const typed = codes[3]!.toUpperCase().replace('-', ' ');
  expect(await signInWithCode(town.call(), { ticket: await ticketOf(email), code: typed })).toMatchObject({ ok: true });
  expect(await signInWithCode(town.call(), { ticket: await ticketOf(email), code: codes[3]! })).toEqual(
    refused('code_is_wrong'),
  );
  await town.letters();
  expect(subjectsTo(email)).toContain('A recovery code was used');
});

test('whoever guesses codes is stopped after five, also with the right one', async () => {
  const { email, secret } = await withStep('ida');
  // Tries are counted by quarters of an hour: at the beginning of one.
  town.house.clock.advance({ ms: 900_000 - (town.house.clock.now().getTime() % 900_000) });
  const ticket = await ticketOf(email);
  for (let guess = 0; guess < 5; guess++)
    expect(await signInWithCode(town.call(), { ticket, code: '000000' })).toEqual(refused('code_is_wrong'));
  expect(await signInWithCode(town.call(), { ticket, code: shows(secret) })).toMatchObject(refused('too_many_tries'));
});

test('new codes strike out the old ones; given up, the password alone opens again', async () => {
  const { person, email, secret, codes } = await withStep('eva');
  const by = await person.actor();
  const fresh = must(await newRecoveryCodes(town.call(by), { password: goodPassword, code: shows(secret) })).codes;
  expect(fresh.filter((one) => codes.includes(one))).toEqual([]);
  expect(await signInWithCode(town.call(), { ticket: await ticketOf(email), code: codes[0]! })).toEqual(
    refused('code_is_wrong'),
  );
  expect(await endSecondStep(town.call(by), { password: goodPassword, code: '000000' })).toEqual(
    refused('code_is_wrong'),
  );
  must(await endSecondStep(town.call(by), { password: goodPassword, code: fresh[0]! }));
  expect(await signIn(town.call(), { email, password: goodPassword })).toMatchObject({ ok: true });
  expect(await newRecoveryCodes(town.call(by), { password: goodPassword, code: '1' })).toEqual(
    refused('second_step_is_not_set'),
  );
  await town.letters();
  expect(subjectsTo(email)).toEqual(
    expect.arrayContaining(['You have new recovery codes', 'Signing in takes no code any more']),
  );
});

test('staff do nothing at the desk until a second step has proven who they are', async () => {
  const ines = await town.person('ines@lyon.example');
  const staff = { person: ines.id, roles: ['admin'], why: 'Runs the desk.' };
  must(await perform(town.house, { key: 'appoint ines', by: system }, appointStaff, staff));
  town.house.clock.advance({ seconds: 10 });
  const before = await ines.actor();
  expect(before).toMatchObject({ staff: [] });
  expect(waitsForSecondStep(before)).toBe(true);

  must(await perform(town.house, { key: 'ines begins', by: before }, beginSecondStep, {}));
  const { secret } = (await question(town.house, before, secondStepToSet, {}))!;
  must(await confirmSecondStep(town.call(before), { code: shows(secret) }));
  const proven = await ines.actor();
  expect(proven).toMatchObject({ staff: ['admin'] });
  expect(waitsForSecondStep(proven)).toBe(false);

  // Given up, the desk is closed again.
  must(await endSecondStep(town.call(proven), { password: goodPassword, code: shows(secret) }));
  expect(await ines.actor()).toMatchObject({ staff: [] });

  expect(
    await perform(town.house, { key: 'by ines', by: proven }, giveSecondStep, { person: ines.id, secret }),
  ).toEqual(refused('only_the_house_may'));
  must(await perform(town.house, { key: 'by the house', by: system }, giveSecondStep, { person: ines.id, secret }));
  const ticket = await ticketOf('ines@lyon.example');
  expect(await signInWithCode(town.call(), { ticket, code: shows(secret) })).toMatchObject({ ok: true });
});
