/** The second step of signing in. Between the two steps there is only a ticket, which says that the password was right. */
import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { hashToken } from '#platform/crypto';
import { announce } from '#platform/facts';
import type { House } from '#platform/house';
import { enqueue } from '#platform/jobs';
import { perform } from '#platform/perform';
import { sql } from '#platform/sql';
import { asking } from '#platform/work';
import type { Work } from '#platform/work';
import { personSignedIn } from '../facts.ts';
import type { Call } from './call.ts';
import { letterToPerson } from './letters.ts';
import { knock, welcome } from './limits.ts';
import type { TooManyTries } from './limits.ts';
import { useCode } from './second-step.ts';
import { made, tokenFor } from './secrets.ts';
import { beginSession } from './sessions.ts';
import type { SignedIn } from './sign-in.ts';

const minutes = 10;

export interface CodeNeeded {
  no: 'code_is_needed';
  /** To be brought with the code, within ten minutes. */
  ticket: string;
  until: Date;
}

/** Good for ten minutes, and only while the password stays what it is. It is kept nowhere. */
export function ticketFor(house: House, person: string, password_hash: string | null): CodeNeeded {
  const until = new Date(house.clock.now().getTime() + minutes * 60_000);
  const end = String(until.getTime());
  return {
    no: 'code_is_needed',
    ticket: `${person}.${end}.${made(house, 'ticket', person, end, password_hash ?? '')}`,
    until,
  };
}

async function readTicket({ house, by }: Call, ticket: string): Promise<string | undefined> {
  const found = /^([0-9a-f-]{36})\.(\d{13})\.([\w-]{43})$/.exec(ticket);
  if (!found) return undefined;
  const [, person, end, seal] = found as unknown as [string, string, string, string];
  if (Number(end) <= house.clock.now().getTime()) return undefined;
  const row = await asking(house, by, house.db).one<{ password_hash: string | null }>(sql`
    select password_hash from parties.people where id = ${person}`);
  // Of hashes, so that the time it takes tells nothing about how much of it was right.
  const right = row && hashToken(seal) === hashToken(made(house, 'ticket', person, end, row.password_hash ?? ''));
  return right ? person : undefined;
}

/** Listed in the order in which they are checked. */
export type SignInWithCodeRefusal = { no: 'ticket_is_over' } | TooManyTries | { no: 'code_is_wrong' };

/** A code of the device or a recovery code. Every sign-in is a session of its own, so `call.key` plays no part. */
export async function signInWithCode(
  call: Call,
  { ticket, code }: { ticket: string; code: string },
): Promise<Result<SignedIn, SignInWithCodeRefusal>> {
  const { house, by } = call;
  const person = await readTicket(call, ticket);
  if (!person) return refuse({ no: 'ticket_is_over' });
  const tooMany = await knock(call, 'code', person);
  if (tooMany) return refuse(tooMany);
  const token = tokenFor(person);
  const begin = (work: Work, _said: object) => begun(work, call, { person, code, token });
  const said = await perform(house, { key: `sign_in_code:${newId(house.clock.now())}`, by }, begin, {});
  if (!said.ok) return refuse({ no: 'code_is_wrong' });
  await welcome(call, 'code', person);
  return ok({ person, token, expiresAt: said.value.expiresAt });
}

async function begun(
  work: Work,
  { by, from }: Call,
  { person, code, token }: { person: string; code: string; token: string },
): Promise<Result<{ expiresAt: Date }, { no: 'code_is_wrong' }>> {
  const { right, recovery } = await useCode(work, person, code);
  if (!right) return refuse({ no: 'code_is_wrong' });
  // Whoever found the paper with the codes is heard of by its owner.
  if (recovery)
    enqueue(work, letterToPerson({ person, letter: 'recovery_code_used', values: { link: '/account/security' } }));
  const { expiresAt } = await beginSession(work, { person, token_hash: hashToken(token), from, proven: true });
  announce(work, personSignedIn({ person, guest: by.kind === 'guest' ? by.id : null }));
  return ok({ expiresAt });
}
