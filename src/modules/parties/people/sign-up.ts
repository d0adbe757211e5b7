import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { hashToken } from '#platform/crypto';
import { announce } from '#platform/facts';
import { enqueue } from '#platform/jobs';
import { perform } from '#platform/perform';
import type { KeyRefusal } from '#platform/perform';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { personSignedIn, personSignedUp } from '../facts.ts';
import type { Call } from './call.ts';
import { checkEmail } from './email.ts';
import { knock } from './limits.ts';
import type { TooManyTries } from './limits.ts';
import { letterToConfirm } from './link-letters.ts';
import { makeLink } from './links.ts';
import { checkPassword, hashPassword } from './password.ts';
import type { PasswordRefusal } from './password.ts';
import { checkAbout } from './person.ts';
import type { AboutPerson, AboutRefusal } from './person.ts';
import { made, tokenFor } from './secrets.ts';
import { beginSession } from './sessions.ts';
import { signIn } from './sign-in.ts';
import type { SignedIn, SignInRefusal } from './sign-in.ts';

export interface SignUp extends AboutPerson {
  email: string;
  password: string;
}

/** Listed in the order in which they are checked. */
export type SignUpRefusal =
  { no: 'email_is_wrong' } | AboutRefusal | PasswordRefusal | TooManyTries | KeyRefusal | SignInRefusal;

/**
 * Somebody becomes a person of the house and is signed in. It never tells whether the address has an account already:
 * the new one is made in any case, and the letter to the address, which only its owner reads, says how things are. The
 * address is the person's own only once that letter was answered.
 */
export async function signUp(call: Call, input: SignUp): Promise<Result<SignedIn, SignUpRefusal>> {
  const { house, by } = call;
  const email = checkEmail(input.email);
  if (!email.ok) return email;
  const about = checkAbout(input);
  if (!about.ok) return about;
  const password = checkPassword(input.password, { email: email.value, name: about.value.name });
  if (!password.ok) return password;
  const tooMany = await knock(call, 'sign_up', email.value);
  if (tooMany) return refuse(tooMany);

  const person = newId(house.clock.now());
  const token = tokenFor(person);
  const password_hash = await hashPassword(password.value);
  const register = (work: Work, them: AboutPerson & { email: string }) =>
    registered(work, { ...them, person, password_hash, token_hash: hashToken(token) }, call);
  // Made of the password too: whoever knows a form's key but not the password has sent another command.
  const key = `sign_up:${made(house, 'sign_up', call.key, email.value, password.value)}`;
  const said = await perform(house, { key, by }, register, { ...about.value, email: email.value });
  if (!said.ok) return said;
  // The same form came before: its person is there, and its session is with the answer that went out then.
  if (said.value.person !== person) return signIn(call, { email: email.value, password: password.value });
  return ok({ person, token, expiresAt: said.value.expiresAt });
}

interface NewPerson extends AboutPerson {
  person: string;
  email: string;
  password_hash: string;
  token_hash: string;
}

async function registered(
  work: Work,
  them: NewPerson,
  { by, from }: Call,
): Promise<Result<{ person: string; expiresAt: Date }, never>> {
  const { person, email, name, locale, country, currency, password_hash, token_hash } = them;
  await work.run(sql`
    insert into parties.people (id, email, name, password_hash, locale, country, currency, created_at)
    values (${person}, ${email}, ${name}, ${password_hash}, ${locale}, ${country}, ${currency}, ${work.now})`);
  const { expiresAt } = await beginSession(work, { person, token_hash, from });
  const link = await makeLink(work, { person, purpose: 'confirm', email });
  enqueue(work, letterToConfirm({ person, link: link.id }));
  announce(work, personSignedUp({ person }));
  announce(work, personSignedIn({ person, guest: by.kind === 'guest' ? by.id : null }));
  return ok({ person, expiresAt });
}
