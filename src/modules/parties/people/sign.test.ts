import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { guest, visitor } from '#platform/actor';
import { perform } from '#platform/perform';
import { hashToken } from '#platform/crypto';
import { question } from '#platform/work';
import { goodPassword, openTestTown } from '../mailbox-for-tests.ts';
import type { TestTown } from '../mailbox-for-tests.ts';
import { actorOfSession } from './actor.ts';
import { changeEmail, changePassword } from './change-password.ts';
import { askConfirmation, confirmEmail } from './confirm-email.ts';
import { personOf } from './person.ts';
import { askReset, resetPassword } from './reset-password.ts';
import { endOtherSessions, endSession, sessionsOfPerson, signInAs, signOut } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';

let town: TestTown;
beforeAll(async () => {
  town = await openTestTown();
});
afterAll(() => town.close());

const refused = (no: string, more: object = {}) => ({ ok: false, refusal: { no, ...more } });
const about = { name: 'Luc', locale: 'en', country: 'FR', currency: 'EUR' };
const rows = async (text: string) => (await town.house.db.query(text)).rows as Record<string, unknown>[];
let keys = 0;
const by = <T>(actor: T) => ({ key: `sign ${++keys}`, by: actor });

test('a sign-up is refused for what is wrong with it, in this order', async () => {
  const wrong = { ...about, email: 'luc at home', name: ' ', password: 'short', country: 'XX' };
  const attempt = (input: typeof wrong) => signUp(town.call(), input);
  expect(await attempt(wrong)).toEqual(refused('email_is_wrong'));
  expect(await attempt({ ...wrong, email: 'order@lyon.example' })).toEqual(refused('name_is_missing'));
  expect(await attempt({ ...wrong, email: 'order@lyon.example', name: 'x'.repeat(121) })).toEqual(
    refused('name_is_too_long', { most: 120 }),
  );
  const named = { ...wrong, email: 'order@lyon.example', name: 'Luc' };
  expect(await attempt({ ...named, locale: '??' })).toEqual(refused('language_is_not_readable'));
  expect(await attempt(named)).toEqual(refused('country_not_known', { country: 'XX' }));
  expect(await attempt({ ...named, country: 'FR', currency: 'XYZ' })).toMatchObject(refused('currency_not_known'));
  expect(await attempt({ ...named, country: 'FR', currency: 'HRK' })).toMatchObject(
    refused('currency_withdrawn', { use: 'EUR' }),
  );
  expect(await attempt({ ...named, country: 'FR' })).toEqual(refused('password_is_too_short', { least: 10 }));
  expect(await attempt({ ...named, country: 'FR', password: 'x'.repeat(201) })).toEqual(
    refused('password_is_too_long', { most: 200 }),
  );
  expect(await attempt({ ...named, country: 'FR', password: 'Password2026!' })).toEqual(
    refused('password_is_easily_guessed'),
  );
  expect(await rows(`select 1 from parties.people where email = 'order@lyon.example'`)).toEqual([]);
});

test('Luc signs up, is signed in at once, and proves his address by the letter', async () => {
  const cart = guest('g'.repeat(32));
  const luc = must(await signUp(town.call(cart), { ...about, email: ' Luc@Lyon.Example ', password: goodPassword }));
  const actor = await actorOfSession(town.house, luc.token, cart.id);
  expect(actor).toMatchObject({ id: luc.person, kind: 'person', name: 'Luc', stores: [], staff: [] });
  expect(await question(town.house, visitor, personOf, { person: luc.person })).toMatchObject({
    email: 'luc@lyon.example',
    emailConfirmed: false,
    hasPassword: true,
  });

  // The guest's cart goes over to him: the fact says whose it was.
  expect(await rows(`select body from platform.facts where name = 'parties.person_signed_in'`)).toContainEqual({
    body: { person: luc.person, guest: cart.id },
  });

  await town.letters();
  const { subject, token } = town.mail.last('luc@lyon.example');
  expect(subject).toBe('Confirm your address');
  expect(await perform(town.house, by(visitor), confirmEmail, { token })).toEqual({
    ok: true,
    value: { person: luc.person, email: 'luc@lyon.example' },
  });
  expect(await question(town.house, visitor, personOf, { person: luc.person })).toMatchObject({ emailConfirmed: true });
  expect(await perform(town.house, by(visitor), confirmEmail, { token })).toEqual(refused('link_was_used'));
  expect(await askConfirmation(town.call(actor))).toEqual(refused('email_is_confirmed'));
  expect(await askConfirmation(town.call())).toEqual(refused('person_not_found'));
});

test('the same form sent twice at once is one person; the answer to each opens the same account', async () => {
  const input = { ...about, email: 'twice@lyon.example', password: goodPassword };
  const form = town.call(visitor, { key: 'one form' });
  const both = await Promise.all([signUp(form, input), signUp(form, input)]);
  const people = both.map((one) => must(one).person);
  expect(people[0]).toBe(people[1]);
  expect(await rows(`select 1 from parties.people where email = 'twice@lyon.example'`)).toHaveLength(1);
  for (const one of both) expect((await actorOfSession(town.house, must(one).token, undefined)).id).toBe(people[0]);
  // The same key with another name is another command, and not this one.
  expect(await signUp(form, { ...input, name: 'Somebody' })).toEqual(refused('key_used_for_something_else'));
});

test('a sign-up with an address that is taken looks the same from outside; only the letter tells', async () => {
  const stranger = must(
    await signUp(town.call(), { ...about, name: 'Eve', email: 'luc@lyon.example', password: 'another long word' }),
  );
  const again = must(await signIn(town.call(), { email: 'luc@lyon.example', password: 'another long word' }));
  expect(again.person).toBe(stranger.person);
  expect(must(await signIn(town.call(), { email: 'LUC@lyon.example', password: goodPassword })).person).not.toBe(
    stranger.person,
  );
  await town.letters();
  const letter = town.mail.last('luc@lyon.example');
  expect(letter.subject).toBe('You have an account already');
  expect(letter.token).toBe('');
  expect(letter.text).not.toContain('Eve');
  expect(await question(town.house, visitor, personOf, { person: stranger.person })).toMatchObject({
    emailConfirmed: false,
  });
});

test('a wrong password, an unknown address and a malformed one are refused alike', async () => {
  for (const email of ['luc@lyon.example', 'nobody@lyon.example', 'no address']) {
    expect(await signIn(town.call(), { email, password: 'not the password' })).toEqual(
      refused('email_or_password_is_wrong'),
    );
  }
});

test('a sign-in takes as long for an address without an account as for one with', async () => {
  const time = async (email: string) => {
    // Processor time: how busy the machine is with others says nothing of us.
    const start = process.cpuUsage();
    await signIn(town.call(), { email, password: 'not the password' });
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  const least = async (email: string) => Math.min(await time(email), await time(email), await time(email));
  const [known, unknown] = [await least('luc@lyon.example'), await least('stranger@lyon.example')];
  // Two hashes each; without them the unknown one would take a tenth.
  expect(unknown).toBeGreaterThan(known / 3);
});

test('ten wrong guesses close the address for the quarter of an hour, also to the right password; other addresses stay open', async () => {
  await town.person('guessed@lyon.example');
  const guess = (password: string) =>
    signIn(town.call(visitor, { address: '203.0.113.7' }), { email: 'guessed@lyon.example', password });
  const guesses = await Promise.all(Array.from({ length: 14 }, (_, n) => guess(`guess number ${n}`)));
  const tooMany = guesses.filter((one) => !one.ok && one.refusal.no === 'too_many_tries');
  expect(tooMany).toHaveLength(4);
  expect(await guess(goodPassword)).toMatchObject(refused('too_many_tries'));
  const again = tooMany[0]!.ok ? undefined : (tooMany[0]!.refusal as { again: Date }).again;
  expect(again!.getTime()).toBeGreaterThan(town.house.clock.now().getTime());
  expect(must(await signIn(town.call(), { email: 'twice@lyon.example', password: goodPassword })).person).toBeTruthy();
  town.house.clock.set(again!);
  expect((await guess(goodPassword)).ok).toBe(true);
  // Nobody's address stands in the table of counts.
  expect(JSON.stringify(await rows('select * from parties.knocks'))).not.toMatch(/guessed|203\.0/);
});

test('whoever signs in rightly is never counted out; whoever tries many addresses from one place is', async () => {
  const home = { address: '2001:db8:1:2::1' };
  for (let n = 0; n < 12; n++)
    must(await signIn(town.call(visitor, home), { email: 'twice@lyon.example', password: goodPassword }));
  await town.house.db.query(`update parties.knocks set count = 99 where who like 'from:%'`);
  const from = (address: string, email: string) =>
    signIn(town.call(visitor, { address }), { email, password: 'not the password' });
  expect(await from('2001:db8:1:2:ffff::9', 'a@lyon.example')).toEqual(refused('email_or_password_is_wrong'));
  expect(await from('2001:db8:1:2::7', 'b@lyon.example')).toMatchObject(refused('too_many_tries'));
  expect(await from('2001:db8:1:3::7', 'c@lyon.example')).toEqual(refused('email_or_password_is_wrong'));
});

test('sessions: listed, ended one by one, ended all but this one, ended by signing out', async () => {
  const mei = await town.person('mei@shenzhen.example');
  const phone = must(await signIn(town.call(), { email: 'mei@shenzhen.example', password: goodPassword }));
  const laptop = must(await signIn(town.call(), { email: 'mei@shenzhen.example', password: goodPassword }));
  const actor = await mei.actor();
  const list = async () => (await question(town.house, actor, sessionsOfPerson, {})).sessions;
  const all = await list();
  expect(all).toHaveLength(3);
  expect(all.filter((one) => one.current)).toHaveLength(1);
  expect(all[0]).toMatchObject({ agent: 'the tests' });

  const other = (await actorOfSession(town.house, phone.token, undefined)) as { session?: string };
  expect(await perform(town.house, by(actor), endSession, { session: other.session! })).toEqual({
    ok: true,
    value: { ended: 1 },
  });
  expect((await actorOfSession(town.house, phone.token, undefined)).kind).toBe('visitor');
  expect(await perform(town.house, by(actor), endSession, { session: other.session! })).toEqual(
    refused('session_not_found'),
  );
  // Another person's session is not there for her.
  const luc = await town.person('luc.two@lyon.example');
  const lucs = (await luc.actor()) as { session?: string };
  expect(await perform(town.house, by(actor), endSession, { session: lucs.session! })).toEqual(
    refused('session_not_found'),
  );

  expect(await perform(town.house, by(actor), endOtherSessions, {})).toEqual({ ok: true, value: { ended: 1 } });
  expect((await actorOfSession(town.house, laptop.token, 'g'.repeat(32))).kind).toBe('guest');
  expect((await mei.actor()).kind).toBe('person');
  expect(await perform(town.house, by(actor), signOut, {})).toEqual({ ok: true, value: { ended: 1 } });
  expect((await mei.actor()).kind).toBe('visitor');
});

test('the house opens a session for somebody without their password', async () => {
  const zed = await town.person('zed@riga.example');
  expect(await actorOfSession(town.house, await signInAs(town.house, zed.id), undefined)).toMatchObject({
    id: zed.id,
    name: 'zed',
  });
});

test('a session ends by itself after thirty days; a token that was changed opens nothing', async () => {
  const ana = await town.person('ana@porto.example');
  expect(
    (await actorOfSession(town.house, `${ana.token.slice(0, -1)}${ana.token.endsWith('A') ? 'B' : 'A'}`, undefined))
      .kind,
  ).toBe('visitor');
  expect((await actorOfSession(town.house, 'nonsense', undefined)).kind).toBe('visitor');
  town.house.clock.advance({ days: 29, hours: 23 });
  expect((await ana.actor()).kind).toBe('person');
  town.house.clock.advance({ hours: 1 });
  expect((await ana.actor()).kind).toBe('visitor');
});

test('no token, no password and no link stands anywhere in the database', async () => {
  const eva = must(await signUp(town.call(), { ...about, email: 'eva@graz.example', password: 'my own secret words' }));
  const next = 'my newer secret words';
  const actor = await actorOfSession(town.house, eva.token, undefined);
  must(await changePassword(town.call(actor), { password: 'my own secret words', next }));
  must(await askReset(town.call(), { email: 'eva@graz.example' }));
  const waiting = await rows(
    `select body::text from platform.jobs union all select answer from platform.performed union all select body::text from platform.facts`,
  );
  await town.letters();
  const kept = await rows(`
    select to_jsonb(x)::text as text from parties.people x union all select to_jsonb(x)::text from parties.sessions x union all select to_jsonb(x)::text from parties.links x
    union all select to_jsonb(x)::text from platform.performed x union all select to_jsonb(x)::text from platform.facts x`);
  const all = JSON.stringify([waiting, kept]);
  for (const secret of [
    eva.token,
    eva.token.slice(22),
    'secret words',
    ...town.mail
      .to('eva@graz.example')
      .map((letter) => letter.token)
      .filter(Boolean),
  ])
    expect(all).not.toContain(secret);
  expect(all).toContain(hashToken(eva.token));
  expect(all).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
});

test('a forgotten password: answered alike for everybody, a letter for whoever is there, one hour, once', async () => {
  const zoe = await town.person('zoe@paris.example');
  expect(await askReset(town.call(), { email: 'nonsense' })).toEqual(refused('email_is_wrong'));
  const known = await askReset(town.call(), { email: 'zoe@paris.example' });
  const unknown = await askReset(town.call(), { email: 'nobody.at.all@paris.example' });
  expect(known).toEqual(unknown);
  await town.letters();
  expect(town.mail.to('nobody.at.all@paris.example')).toEqual([]);
  const { token, subject, text } = town.mail.last('zoe@paris.example');
  expect(subject).toBe('Choose a new password');
  expect(text).toContain(`http://localhost:4000/reset-password?token=${token}`);

  const choose = (password: string, link = token, key?: string) =>
    resetPassword(town.call(visitor, key ? { key } : {}), { token: link, password });
  expect(await choose('short')).toEqual(refused('password_is_too_short', { least: 10 }));
  expect(await choose('zoe@paris.example')).toEqual(refused('password_is_easily_guessed'));
  expect(await choose('a brand new word', `${zoe.id}`)).toEqual(refused('link_is_wrong'));
  expect(await choose('a brand new word', zoe.token)).toEqual(refused('link_is_wrong'));
  expect(await choose('a brand new word')).toEqual({ ok: true, value: { person: zoe.id } });
  expect(await choose('another new word')).toEqual(refused('link_was_used'));
  expect(await choose('a brand new word')).toEqual({ ok: true, value: { person: zoe.id } });

  // Whoever was signed in is out, the address is proven, the old password is gone.
  expect((await zoe.actor()).kind).toBe('visitor');
  expect(await question(town.house, visitor, personOf, { person: zoe.id })).toMatchObject({ emailConfirmed: true });
  expect(await signIn(town.call(), { email: 'zoe@paris.example', password: goodPassword })).toEqual(
    refused('email_or_password_is_wrong'),
  );
  expect((await signIn(town.call(), { email: 'zoe@paris.example', password: 'a brand new word' })).ok).toBe(true);
  await town.letters();
  expect(town.mail.last('zoe@paris.example').subject).toBe('Your password was changed');
});

test('a link is over after its hour; a newer one voids it; five letters an hour are too many', async () => {
  await town.person('kim@seoul.example');
  const ask = () => askReset(town.call(), { email: 'kim@seoul.example' });
  must(await ask());
  await town.letters();
  const first = town.mail.last('kim@seoul.example').token;
  town.house.clock.advance({ hours: 1 });
  expect(await resetPassword(town.call(), { token: first, password: 'a brand new word' })).toEqual(
    refused('link_is_over'),
  );

  must(await ask());
  must(await ask());
  await town.letters();
  const [second, third] = town.mail
    .to('kim@seoul.example')
    .slice(-2)
    .map((one) => one.token);
  must(await resetPassword(town.call(), { token: third!, password: 'a brand new word' }));
  expect(await resetPassword(town.call(), { token: second!, password: 'yet another word' })).toEqual(
    refused('link_was_used'),
  );

  for (let n = 0; n < 4; n++) await ask();
  expect(await ask()).toMatchObject(refused('too_many_tries'));
  expect(await askReset(town.call(), { email: 'not.kim@seoul.example' })).toMatchObject({ ok: true });
});

test('two use one link at once: one of them chose the password', async () => {
  const pia = await town.person('pia@oslo.example');
  must(await askReset(town.call(), { email: 'pia@oslo.example' }));
  await town.letters();
  const { token } = town.mail.last('pia@oslo.example');
  const words = ['the first of two', 'the second of two'];
  const both = await Promise.all(words.map((password) => resetPassword(town.call(), { token, password })));
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  const winner = words[both.findIndex((one) => one.ok)]!;
  expect(must(await signIn(town.call(), { email: 'pia@oslo.example', password: winner })).person).toBe(pia.id);
});

test('a password is changed by whoever knows it, and the other sessions end', async () => {
  const ola = await town.person('ola@krakow.example');
  const elsewhere = must(await signIn(town.call(), { email: 'ola@krakow.example', password: goodPassword }));
  const actor = await ola.actor();
  const change = (password: string, next: string, who = actor) => changePassword(town.call(who), { password, next });
  expect(await change(goodPassword, 'a brand new word', visitor as typeof actor)).toEqual(refused('person_not_found'));
  expect(await change('not the password', 'a brand new word')).toEqual(refused('password_is_wrong'));
  expect(await change(goodPassword, 'short')).toEqual(refused('password_is_too_short', { least: 10 }));
  expect(await change(goodPassword, 'a brand new word')).toEqual({ ok: true, value: { ended: 1 } });
  expect((await actorOfSession(town.house, elsewhere.token, undefined)).kind).toBe('visitor');
  expect((await ola.actor()).kind).toBe('person');
  for (let n = 0; n < 10; n++) await change('not the password', 'a brand new word');
  expect(await change('a brand new word', 'yet another word')).toMatchObject(refused('too_many_tries'));
});

test('an address is changed by password and letter; the old mailbox can take the account back', async () => {
  const ida = await town.person('ida@bergen.example');
  await town.letters();
  must(await perform(town.house, by(visitor), confirmEmail, { token: town.mail.last('ida@bergen.example').token }));
  const actor = await ida.actor();
  const change = (email: string, password = goodPassword) => changeEmail(town.call(actor), { password, email });
  expect(await change('ida@oslo.example', 'not the password')).toEqual(refused('password_is_wrong'));
  expect(await change('ida at oslo')).toEqual(refused('email_is_wrong'));
  expect(await change('IDA@bergen.example')).toEqual(refused('that_is_your_address'));
  expect(await change('ida@oslo.example')).toEqual({ ok: true, value: { sent: true } });
  await town.letters();
  expect((await signIn(town.call(), { email: 'ida@oslo.example', password: goodPassword })).ok).toBe(false);
  must(await perform(town.house, by(visitor), confirmEmail, { token: town.mail.last('ida@oslo.example').token }));
  expect(must(await signIn(town.call(), { email: 'ida@oslo.example', password: goodPassword })).person).toBe(ida.id);
  expect((await signIn(town.call(), { email: 'ida@bergen.example', password: goodPassword })).ok).toBe(false);

  await town.letters();
  const notice = town.mail.last('ida@bergen.example');
  expect(notice.subject).toBe('Your address was changed');
  must(await perform(town.house, by(visitor), confirmEmail, { token: notice.token }));
  expect(await question(town.house, visitor, personOf, { person: ida.id })).toMatchObject({
    email: 'ida@bergen.example',
    emailConfirmed: true,
    hasPassword: false,
  });
  expect((await ida.actor()).kind).toBe('visitor');
  expect((await signIn(town.call(), { email: 'ida@bergen.example', password: goodPassword })).ok).toBe(false);
});

test('an address becomes the own of the first who proves it; a later proof is refused, an older link is over', async () => {
  const one = await town.person('shared@rome.example', 'One');
  await town.letters();
  const two = await town.person('shared@rome.example', 'Two');
  await town.letters();
  const [first, second] = town.mail.to('shared@rome.example').map((letter) => letter.token);
  must(await perform(town.house, by(visitor), confirmEmail, { token: second! }));
  expect(await perform(town.house, by(visitor), confirmEmail, { token: first! })).toEqual(
    refused('address_is_somebody_elses'),
  );
  // A change to it sends its owner a letter, and the asker none.
  must(await changeEmail(town.call(await one.actor()), { password: goodPassword, email: 'one@rome.example' }));
  await town.letters();
  must(await perform(town.house, by(visitor), confirmEmail, { token: town.mail.last('one@rome.example').token }));
  expect(await perform(town.house, by(visitor), confirmEmail, { token: first! })).toEqual(refused('link_is_over'));
  expect(await question(town.house, visitor, personOf, { person: two.id })).toMatchObject({ emailConfirmed: true });
  expect(await perform(town.house, by(visitor), confirmEmail, { token: 'nonsense' })).toEqual(refused('link_is_wrong'));
});
