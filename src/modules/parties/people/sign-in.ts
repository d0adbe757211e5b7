import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { hashToken } from '#platform/crypto';
import { announce } from '#platform/facts';
import { perform } from '#platform/perform';
import { sql } from '#platform/sql';
import { asking } from '#platform/work';
import type { Work } from '#platform/work';
import { personSignedIn } from '../facts.ts';
import type { Call } from './call.ts';
import { checkEmail } from './email.ts';
import { knock, welcome } from './limits.ts';
import type { TooManyTries } from './limits.ts';
import { isPassword } from './password.ts';
import { needsCode } from './second-step.ts';
import { tokenFor } from './secrets.ts';
import { beginSession } from './sessions.ts';
import { ticketFor } from './sign-in-with-code.ts';
import type { CodeNeeded } from './sign-in-with-code.ts';

export interface SignedIn {
  person: string;
  /** The only proof of the session: for the cookie, or as bearer. It is kept nowhere. */
  token: string;
  expiresAt: Date;
}

/** Listed in the order in which they are checked. */
export type SignInRefusal = TooManyTries | { no: 'email_or_password_is_wrong' } | CodeNeeded;

export interface Candidate {
  id: string;
  password_hash: string | null;
  confirmed: boolean;
}

/**
 * Signs in by address and password. Whether there is an account at the address is told by nothing: not by the refusal,
 * not by the time it takes, not by the limit. Every sign-in is a session of its own, so `call.key` plays no part.
 */
export async function signIn(
  call: Call,
  { email, password }: { email: string; password: string },
): Promise<Result<SignedIn, SignInRefusal>> {
  const read = checkEmail(email);
  const address = read.ok ? read.value : email.slice(0, 254);
  const tooMany = await knock(call, 'sign_in', address);
  if (tooMany) return refuse(tooMany);

  const person = await whose(await candidates(call, address), password);
  if (!person) return refuse({ no: 'email_or_password_is_wrong' });

  if (await needsCode(asking(call.house, call.by, call.house.db), person.id)) {
    await welcome(call, 'sign_in', address);
    return refuse(ticketFor(call.house, person.id, person.password_hash));
  }

  const token = tokenFor(person.id);
  const begin = (work: Work) => begun(work, person, token, call);
  const said = await perform(call.house, { key: `sign_in:${newId(call.house.clock.now())}`, by: call.by }, begin, {});
  if (!said.ok) return refuse({ no: 'email_or_password_is_wrong' });
  await welcome(call, 'sign_in', address);
  return ok({ person: person.id, token, expiresAt: said.value.expiresAt });
}

/**
 * Who may be meant by an address: the person who confirmed it; and the last who signed up with it and has not. So a
 * sign-up is followed by sign-ins at once, with an address that is taken as with one that is free.
 */
export async function candidates({ house, by }: Call, address: string): Promise<Candidate[]> {
  return asking(house, by, house.db).many<Candidate>(sql`
    select p.id, p.password_hash, true as confirmed
      from parties.emails e
      join parties.people p on p.id = e.person
     where e.email = ${address}
    union all
    (select id, password_hash, false
       from parties.people
      where email = ${address} and email_confirmed_at is null
      order by id desc
      limit 1)
     order by confirmed desc`);
}

/** Always as many hashes as there could be candidates, so that their number cannot be measured. */
async function whose([first, second]: Candidate[], password: string): Promise<Candidate | undefined> {
  if (await isPassword(first?.password_hash, password)) return first;
  return (await isPassword(second?.password_hash, password)) ? second : undefined;
}

/** The password was checked outside the transaction; if it was changed since, it is wrong now. */
async function begun(
  work: Work,
  person: Candidate,
  token: string,
  { by, from }: Call,
): Promise<Result<{ expiresAt: Date }, { no: 'password_has_changed' }>> {
  const same = await work.one<{ id: string }>(sql`
    select id from parties.people where id = ${person.id} and password_hash = ${person.password_hash} for share`);
  if (!same) return refuse({ no: 'password_has_changed' });
  const { expiresAt } = await beginSession(work, { person: person.id, token_hash: hashToken(token), from });
  announce(work, personSignedIn({ person: person.id, guest: by.kind === 'guest' ? by.id : null }));
  return ok({ expiresAt });
}
