/** A forgotten password: asked for, answered by letter, chosen anew. */
import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { system } from '#platform/actor';
import { hashToken } from '#platform/crypto';
import { enqueue, job } from '#platform/jobs';
import { perform } from '#platform/perform';
import type { KeyRefusal } from '#platform/perform';
import { sql } from '#platform/sql';
import { asking } from '#platform/work';
import type { Work } from '#platform/work';
import type { Call } from './call.ts';
import { claimEmail } from './confirm-email.ts';
import { checkEmail } from './email.ts';
import { letterToPerson } from './letters.ts';
import { knock } from './limits.ts';
import type { TooManyTries } from './limits.ts';
import { sendLink } from './link-letters.ts';
import { makeLink, useLink } from './links.ts';
import type { LinkRefusal } from './links.ts';
import { checkPassword, hashPassword } from './password.ts';
import type { PasswordRefusal } from './password.ts';
import { made, readToken } from './secrets.ts';
import { endSessions } from './sessions.ts';
import { candidates } from './sign-in.ts';

export type AskResetRefusal = { no: 'email_is_wrong' } | TooManyTries;

/** Always answered alike: whether there is somebody at the address is looked up later, by the job that writes the letter. */
export async function askReset(
  call: Call,
  { email }: { email: string },
): Promise<Result<{ sent: true }, AskResetRefusal>> {
  const read = checkEmail(email);
  if (!read.ok) return read;
  const tooMany = await knock(call, 'letter', read.value);
  if (tooMany) return refuse(tooMany);
  // Each asking is a letter; the limit, not the form's key, keeps them few.
  const said = await perform(call.house, { key: `reset:${newId(call.house.clock.now())}`, by: call.by }, askForLetter, {
    email: read.value,
  });
  if (!said.ok) throw new Error('A key made just now was used before.');
  return said;
}

async function askForLetter(work: Work, { email }: { email: string }): Promise<Result<{ sent: true }, never>> {
  enqueue(work, resetLetter({ email }));
  return ok({ sent: true });
}

export const resetLetter = job<{ email: string }>('parties.reset_letter', async (house, { email }, info) => {
  const [person] = await candidates({ house, by: system, key: info.id }, email);
  if (!person) return;
  // Tried again after trouble with the mail, it is the same link.
  const link = await perform(house, { key: `reset_letter:${info.id}`, by: system }, linkToReset, {
    person: person.id,
    email,
  });
  if (link.ok) await sendLink(house, { person: person.id, link: link.value.link });
});

async function linkToReset(
  work: Work,
  { person, email }: { person: string; email: string },
): Promise<Result<{ link: string }, never>> {
  const link = await makeLink(work, { person, purpose: 'reset', email });
  return ok({ link: link.id });
}

/** Listed in the order in which they are checked. */
export type ResetPasswordRefusal = PasswordRefusal | LinkRefusal | KeyRefusal;

/**
 * Sets the password of whoever read the letter. All sessions end, all other reset links are void, and the address is
 * proven by it.
 */
export async function resetPassword(
  call: Call,
  { token, password }: { token: string; password: string },
): Promise<Result<{ person: string }, ResetPasswordRefusal>> {
  const link = readToken(token);
  const fits = checkPassword(password, { email: link ? await emailOf(call, link.owner) : '' });
  if (!fits.ok) return fits;
  // Hashing is dear: only for links that are worth it.
  if (!link || !(await isLink(call, link))) return refuse({ no: 'link_is_wrong' });
  const password_hash = await hashPassword(fits.value);
  const choose = (work: Work, { hash }: { hash: string }) => chosen(work, { ...link, hash }, password_hash);
  const key = `reset_password:${made(call.house, 'reset', hashToken(token), fits.value)}`;
  return perform(call.house, { key, by: call.by }, choose, { hash: link.hash });
}

async function emailOf({ house }: Call, person: string): Promise<string> {
  const row = await asking(house, system, house.db).one<{ email: string }>(
    sql`select email from parties.people where id = ${person}`,
  );
  return row?.email ?? '';
}

async function isLink({ house }: Call, { owner, hash }: { owner: string; hash: string }): Promise<boolean> {
  const row = await asking(house, system, house.db).one<{ id: string }>(sql`
    select id from parties.links where person = ${owner} and token_hash = ${hash} and purpose = 'reset'`);
  return row !== undefined;
}

async function chosen(
  work: Work,
  read: { owner: string; hash: string },
  password_hash: string,
): Promise<Result<{ person: string }, LinkRefusal>> {
  const link = await useLink(work, read, ['reset']);
  if (!link.ok) return link;
  const { person, email } = link.value;
  const now = await work.one<{ email: string }>(sql`select email from parties.people where id = ${person} for update`);
  // The letter went to an address that is the person's no more: whoever reads it there is somebody else.
  if (now?.email !== email) return refuse({ no: 'link_is_over' });
  await work.run(sql`update parties.people set password_hash = ${password_hash} where id = ${person}`);
  await work.run(sql`
    update parties.links set used_at = ${work.now} where person = ${person} and purpose = 'reset' and used_at is null`);
  await claimEmail(work, person, email);
  await endSessions(work, person);
  enqueue(work, letterToPerson({ person, letter: 'password_changed', values: { link: '/forgot-password' } }));
  return ok({ person });
}
