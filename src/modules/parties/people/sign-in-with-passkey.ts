/**
 * Signing in with a passkey. The device made sure of its person (by finger, face or number) before it answered, so it is both
 * steps at once. Who signs in is said by the answer itself; before it nobody has to be named.
 */
import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { isId, newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { hashToken } from '#platform/crypto';
import { announce } from '#platform/facts';
import { perform } from '#platform/perform';
import { sql } from '#platform/sql';
import { asking } from '#platform/work';
import type { Work } from '#platform/work';
import { personSignedIn } from '../facts.ts';
import { actorsKept } from '../memory.ts';
import { sessionOf } from './actor.ts';
import type { Call } from './call.ts';
import { newChallenge, useChallenge } from './challenges.ts';
import { knock, welcome } from './limits.ts';
import type { TooManyTries } from './limits.ts';
import { answerOf, ourselves, readAnswer } from './passkey-answers.ts';
import type { KeptKey } from './passkey-answers.ts';
import { personId } from './person.ts';
import { tokenFor } from './secrets.ts';
import { beginSession } from './sessions.ts';
import type { SignedIn } from './sign-in.ts';

/** What a device is to be asked by whoever wants to sign in. */
export async function askPasskey(call: Call): Promise<Result<PublicKeyCredentialRequestOptionsJSON, TooManyTries>> {
  const { house } = call;
  // Asked by everybody who opens the page: counted by place only, so that nobody can fill the table.
  const tooMany = await knock(call, 'challenge');
  if (tooMany) return refuse(tooMany);
  return ok(
    await generateAuthenticationOptions({
      rpID: ourselves(house).rpID,
      challenge: new Uint8Array(Buffer.from(await newChallenge(house, 'sign_in', null), 'base64url')),
      timeout: 300_000,
      userVerification: 'required',
    }),
  );
}

/** Listed in the order in which they are checked. */
export type PasskeyRefusal =
  | { no: 'passkey_is_wrong' }
  | TooManyTries
  | { no: 'challenge_is_over' }
  | { no: 'passkey_not_known' }
  | { no: 'passkey_went_back' };

interface Answered {
  person: string;
  passkey: string;
  counter: number;
  backedUp: boolean;
}

/** Everything about an answer that needs no transaction: which key it is, and whether that key signed the challenge. */
async function answered(call: Call, text: string): Promise<Result<Answered, PasskeyRefusal>> {
  const { house, by } = call;
  const read = readAnswer<AuthenticationResponseJSON>(text);
  const person = read && ownerOf(read.response.userHandle);
  if (!read || !person) return refuse({ no: 'passkey_is_wrong' });
  const tooMany = await knock(call, 'sign_in', person);
  if (tooMany) return refuse(tooMany);
  const { clientDataJSON } = read.response;
  const challenge = await useChallenge(house, { clientDataJSON, purpose: 'sign_in', person: null });
  if (!challenge) return refuse({ no: 'challenge_is_over' });
  const key = await asking(house, by, house.db).one<KeptKey & { id: string }>(sql`
    select id, credential, public_key
      from parties.passkeys
     where person = ${person} and credential = ${read.id} and removed_at is null`);
  if (!key) return refuse({ no: 'passkey_not_known' });
  const said = await answerOf(house, read, challenge, key);
  if (!said) return refuse({ no: 'passkey_is_wrong' });
  return ok({ person, passkey: key.id, counter: said.newCounter, backedUp: said.credentialBackedUp });
}

function ownerOf(handle: unknown): string | undefined {
  if (typeof handle !== 'string') return undefined;
  const hex = Buffer.from(handle, 'base64url').toString('hex');
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  return isId(id) ? id : undefined;
}

/** Notes that it answered. A count that does not go up is a copy's, unless the device counts nothing at all. */
async function noted(work: Work, { person, passkey, counter, backedUp }: Answered): Promise<boolean> {
  const changed = await work.run(sql`
    update parties.passkeys set counter = ${counter}, backed_up = ${backedUp}, used_at = ${work.now}
     where person = ${person} and id = ${passkey} and removed_at is null
       and (counter < ${counter} or (counter = 0 and ${counter}::bigint = 0))`);
  return changed === 1;
}

/** Every sign-in is a session of its own, so `call.key` plays no part. */
export async function signInWithPasskey(
  call: Call,
  { answer }: { answer: string },
): Promise<Result<SignedIn, PasskeyRefusal>> {
  const { house, by, from } = call;
  const read = await answered(call, answer);
  if (!read.ok) return read;
  const { person } = read.value;
  const token = tokenFor(person);
  const begin = async (work: Work): Promise<Result<{ expiresAt: Date }, { no: 'passkey_went_back' }>> => {
    if (!(await noted(work, read.value))) return refuse({ no: 'passkey_went_back' });
    const { expiresAt } = await beginSession(work, { person, token_hash: hashToken(token), from, proven: true });
    announce(work, personSignedIn({ person, guest: by.kind === 'guest' ? by.id : null }));
    return ok({ expiresAt });
  };
  const said = await perform(house, { key: `sign_in_passkey:${newId(house.clock.now())}`, by }, begin, {});
  if (!said.ok) return refuse({ no: 'passkey_went_back' });
  await welcome(call, 'sign_in', person);
  return ok({ person, token, expiresAt: said.value.expiresAt });
}

/** Listed in the order in which they are checked. */
export type ShowPasskeyRefusal = { no: 'person_not_found' } | PasskeyRefusal | { no: 'passkey_is_somebody_elses' };

/** Somebody who is in by their password shows their passkey: the session counts as proven, and the desk opens to staff. */
export async function showPasskey(
  call: Call,
  { answer }: { answer: string },
): Promise<Result<{ proven: true }, ShowPasskeyRefusal>> {
  const { house, by } = call;
  const person = personId(by);
  const session = sessionOf(by);
  if (!person || !session) return refuse({ no: 'person_not_found' });
  const read = await answered(call, answer);
  if (!read.ok) return read;
  if (read.value.person !== person) return refuse({ no: 'passkey_is_somebody_elses' });
  const show = async (work: Work): Promise<Result<{ proven: true }, { no: 'passkey_went_back' }>> => {
    if (!(await noted(work, read.value))) return refuse({ no: 'passkey_went_back' });
    await work.run(sql`
      update parties.sessions set proven_at = ${work.now} where person = ${person} and id = ${session}`);
    actorsKept(house).forget(person);
    return ok({ proven: true });
  };
  const said = await perform(house, { key: `show_passkey:${newId(house.clock.now())}`, by }, show, {});
  if (!said.ok) return refuse({ no: 'passkey_went_back' });
  await welcome(call, 'sign_in', person);
  return ok({ proven: true });
}
