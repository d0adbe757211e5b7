/** Adding a passkey: the person proves who they are, their device makes a key, and its public half is kept. */
import { generateRegistrationOptions } from '@simplewebauthn/server';
import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { perform } from '#platform/perform';
import type { KeyRefusal } from '#platform/perform';
import { sql } from '#platform/sql';
import { asking } from '#platform/work';
import type { Work } from '#platform/work';
import type { Call } from './call.ts';
import { newChallenge, useChallenge } from './challenges.ts';
import { algorithms, newKeyIn, ourselves, readAnswer } from './passkey-answers.ts';
import { countOf, mostPasskeys, mustShowPasskey, passkeyName, tellOf } from './passkeys.ts';
import { personId } from './person.ts';
import { prove } from './prove.ts';
import type { ProofRefusal } from './prove.ts';

/** Listed in the order in which they are checked. */
export type BeginPasskeyRefusal =
  ProofRefusal | { no: 'passkey_is_needed' } | { no: 'too_many_passkeys'; most: number };

/** What the person's device is to be asked. Until it has answered, nothing changes. */
export async function beginPasskey(
  call: Call,
  proof: { password: string; code?: string | undefined },
): Promise<Result<PublicKeyCredentialCreationOptionsJSON, BeginPasskeyRefusal>> {
  const { house, by } = call;
  const proven = await prove(call, proof);
  if (!proven.ok) return proven;
  const { id, email, name } = proven.value;
  const ask = asking(house, by, house.db);
  if (await mustShowPasskey(ask)) return refuse({ no: 'passkey_is_needed' });
  if ((await countOf(ask, id)) >= mostPasskeys) return refuse({ no: 'too_many_passkeys', most: mostPasskeys });
  const known = await ask.many<{ id: string; transports: string[] }>(sql`
    select credential as id, transports from parties.passkeys where person = ${id} and removed_at is null`);
  return ok(
    await generateRegistrationOptions({
      rpName: 'Entrepot',
      rpID: ourselves(house).rpID,
      // The answer at a sign-in says whose it is by this, and that names the shard to look in.
      userID: new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex')),
      userName: email,
      userDisplayName: name,
      challenge: new Uint8Array(Buffer.from(await newChallenge(house, 'add', id), 'base64url')),
      timeout: 300_000,
      excludeCredentials: known,
      supportedAlgorithmIDs: algorithms,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    }),
  );
}

/** Listed in the order in which they are checked. */
export type AddPasskeyRefusal =
  | { no: 'person_not_found' }
  | { no: 'name_is_missing' }
  | { no: 'challenge_is_over' }
  | { no: 'passkey_is_wrong' }
  | { no: 'too_many_passkeys'; most: number }
  | { no: 'passkey_is_known' }
  | KeyRefusal;

interface NewKey {
  name: string;
  credential: string;
  /** Base64url of the COSE form. */
  publicKey: string;
  counter: number;
  transports: string[];
  backedUp: boolean;
}

/** What the device answered, and how the person wants to call it. The challenge shows that a password was right before. */
export async function addPasskey(
  call: Call,
  { answer, name }: { answer: string; name: string },
): Promise<Result<{ passkey: string; name: string }, AddPasskeyRefusal>> {
  const { house, by } = call;
  const person = personId(by);
  if (!person) return refuse({ no: 'person_not_found' });
  const called = passkeyName(name);
  if (!called) return refuse({ no: 'name_is_missing' });
  const read = readAnswer<RegistrationResponseJSON>(answer);
  if (!read) return refuse({ no: 'passkey_is_wrong' });
  const { clientDataJSON } = read.response;
  const challenge = await useChallenge(house, { clientDataJSON, purpose: 'add', person });
  if (!challenge) return refuse({ no: 'challenge_is_over' });
  const made = await newKeyIn(house, read, challenge);
  if (!made) return refuse({ no: 'passkey_is_wrong' });
  return perform(house, { key: `add_passkey:${call.key}`, by }, added, {
    name: called,
    credential: made.credential.id,
    publicKey: Buffer.from(made.credential.publicKey).toString('base64url'),
    counter: made.credential.counter,
    transports: (made.credential.transports ?? []).map(String).slice(0, 10),
    backedUp: made.credentialBackedUp,
  });
}

async function added(
  work: Work,
  { name, credential, publicKey, counter, transports, backedUp }: NewKey,
): Promise<
  Result<
    { passkey: string; name: string },
    { no: 'person_not_found' } | { no: 'too_many_passkeys'; most: number } | { no: 'passkey_is_known' }
  >
> {
  const person = personId(work.by);
  // Locks the person, so that two at once are counted one after the other.
  const found = await work.one<{ id: string }>(sql`select id from parties.people where id = ${person} for update`);
  if (!person || !found) return refuse({ no: 'person_not_found' });
  if ((await countOf(work, person)) >= mostPasskeys) return refuse({ no: 'too_many_passkeys', most: mostPasskeys });
  const passkey = newId(work.now);
  const kept = await work.run(sql`
    insert into parties.passkeys (person, id, credential, public_key, counter, transports, name, backed_up, created_at)
    values (${person}, ${passkey}, ${credential}, ${Buffer.from(publicKey, 'base64url')}, ${counter}, ${transports}, ${name},
            ${backedUp}, ${work.now})
        on conflict (person, credential) do nothing`);
  if (kept === 0) return refuse({ no: 'passkey_is_known' });
  tellOf(work, person, 'passkey_added', name);
  return ok({ passkey, name });
}
