import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { enqueue } from '#platform/jobs';
import { perform } from '#platform/perform';
import type { KeyRefusal } from '#platform/perform';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { sessionOf } from './actor.ts';
import type { Call } from './call.ts';
import { checkEmail } from './email.ts';
import { letterToPerson } from './letters.ts';
import { knock } from './limits.ts';
import { letterToConfirm } from './link-letters.ts';
import { makeLink } from './links.ts';
import { checkPassword, hashPassword } from './password.ts';
import type { PasswordRefusal } from './password.ts';
import { prove } from './prove.ts';
import type { ProofRefusal, Proven } from './prove.ts';
import { made } from './secrets.ts';
import { endSessions } from './sessions.ts';

/** Listed in the order in which they are checked. */
export type ChangePasswordRefusal = ProofRefusal | PasswordRefusal | { no: 'password_has_changed' } | KeyRefusal;

/** All other sessions end; the one through which it is asked goes on. */
export async function changePassword(
  call: Call,
  { password, code, next }: { password: string; code?: string | undefined; next: string },
): Promise<Result<{ ended: number }, ChangePasswordRefusal>> {
  const person = await prove(call, { password, code });
  if (!person.ok) return person;
  const fits = checkPassword(next, person.value);
  if (!fits.ok) return fits;
  const password_hash = await hashPassword(fits.value);
  const change = (work: Work) => changed(work, person.value, password_hash);
  const key = `change_password:${made(call.house, 'change', call.key, password, fits.value)}`;
  return perform(call.house, { key, by: call.by }, change, {});
}

async function changed(
  work: Work,
  { id, password_hash: before }: Proven,
  password_hash: string,
): Promise<Result<{ ended: number }, { no: 'password_has_changed' }>> {
  const rows = await work.run(sql`
    update parties.people set password_hash = ${password_hash} where id = ${id} and password_hash = ${before}`);
  if (rows === 0) return refuse({ no: 'password_has_changed' });
  const ended = await endSessions(work, id, sessionOf(work.by));
  enqueue(work, letterToPerson({ person: id, letter: 'password_changed', values: { link: '/forgot-password' } }));
  return ok({ ended });
}

/** Listed in the order in which they are checked. */
export type ChangeEmailRefusal = ProofRefusal | { no: 'email_is_wrong' } | { no: 'that_is_your_address' } | KeyRefusal;

/**
 * The new address becomes the person's own when the letter to it is answered; until then the old one stays. Whether
 * the new one belongs to somebody is told only in that letter.
 */
export async function changeEmail(
  call: Call,
  { password, code, email }: { password: string; code?: string | undefined; email: string },
): Promise<Result<{ sent: true }, ChangeEmailRefusal>> {
  const person = await prove(call, { password, code });
  if (!person.ok) return person;
  const read = checkEmail(email);
  if (!read.ok) return read;
  if (read.value === person.value.email) return refuse({ no: 'that_is_your_address' });
  const tooMany = await knock(call, 'letter', person.value.id);
  if (tooMany) return refuse(tooMany);
  return perform(call.house, { key: call.key, by: call.by }, askForChange, {
    person: person.value.id,
    email: read.value,
  });
}

async function askForChange(
  work: Work,
  { person, email }: { person: string; email: string },
): Promise<Result<{ sent: true }, never>> {
  const link = await makeLink(work, { person, purpose: 'change_email', email });
  enqueue(work, letterToConfirm({ person, link: link.id }));
  return ok({ sent: true });
}
