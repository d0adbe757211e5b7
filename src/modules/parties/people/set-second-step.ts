/** Setting the second step up, giving it up, and new recovery codes. Those that show a secret take a call: no kept answer holds one. */
import { randomBytes } from 'node:crypto';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { enqueue } from '#platform/jobs';
import { perform } from '#platform/perform';
import type { KeyRefusal } from '#platform/perform';
import { sql } from '#platform/sql';
import { asking } from '#platform/work';
import type { Asking, Work } from '#platform/work';
import { actorsKept } from '../memory.ts';
import { sessionOf } from './actor.ts';
import type { Call } from './call.ts';
import { prove } from './prove.ts';
import type { ProofRefusal } from './prove.ts';
import { letterToPerson } from './letters.ts';
import type { LetterName } from './letters.ts';
import { knock, welcome } from './limits.ts';
import type { TooManyTries } from './limits.ts';
import { mustShowPasskey } from './passkeys.ts';
import { personId, personOf } from './person.ts';
import { openSecret, recoveryCodes, recoveryHash, sealSecret, useCode } from './second-step.ts';
import type { StepRow } from './second-step.ts';
import { made } from './secrets.ts';
import { endSessions } from './sessions.ts';
import { keyUri, toBase32 } from './totp.ts';

/** Listed in the order in which they are checked. */
export type BeginSecondStepRefusal =
  { no: 'person_not_found' } | { no: 'passkey_is_needed' } | { no: 'second_step_is_set' };

/** Makes a secret for the person's device; nothing is asked for before a first code of it was right. Asked again, it is the same one. */
export async function beginSecondStep(
  work: Work,
  _input: object,
): Promise<Result<{ begun: true }, BeginSecondStepRefusal>> {
  const person = personId(work.by);
  if (!person || !(await personOf(work, { person }))) return refuse({ no: 'person_not_found' });
  if (await mustShowPasskey(work)) return refuse({ no: 'passkey_is_needed' });
  const secret = sealSecret(work.house, toBase32(randomBytes(20)));
  await work.run(sql`
    insert into parties.second_steps (person, secret, created_at) values (${person}, ${secret}, ${work.now})
        on conflict (person) do nothing`);
  const row = await stepRow(work, person);
  return row?.confirmed_at ? refuse({ no: 'second_step_is_set' }) : ok({ begun: true });
}

const stepRow = (ask: Asking, person: string | null) =>
  ask.one<StepRow>(sql`select secret, confirmed_at from parties.second_steps where person = ${person}`);

/** What the person's device is to be given, while it is being set up; never afterwards. */
export async function secondStepToSet(
  ask: Asking,
  _input: object,
): Promise<{ secret: string; uri: string } | undefined> {
  const person = personId(ask.by);
  const row = await stepRow(ask, person);
  if (!person || !row || row.confirmed_at) return undefined;
  const secret = openSecret(ask.house, row);
  return { secret, uri: keyUri(secret, (await personOf(ask, { person }))?.email ?? '') };
}

/** Listed in the order in which they are checked. */
export type ConfirmSecondStepRefusal =
  { no: 'person_not_found' } | { no: 'passkey_is_needed' } | TooManyTries | { no: 'code_is_wrong' } | KeyRefusal;

/** The first right code: from now on one is asked for at each sign-in. The person's other sessions end. Answers the recovery codes. */
export async function confirmSecondStep(
  call: Call,
  { code }: { code: string },
): Promise<Result<{ codes: string[] }, ConfirmSecondStepRefusal>> {
  const { house, by } = call;
  const person = personId(by);
  if (!person) return refuse({ no: 'person_not_found' });
  if (await mustShowPasskey(asking(house, by, house.db))) return refuse({ no: 'passkey_is_needed' });
  const tooMany = await knock(call, 'code', person);
  if (tooMany) return refuse(tooMany);
  const codes = recoveryCodes(house, person, call.key);
  const confirm = (work: Work, _said: object) => confirmed(work, person, code, codes);
  const said = await perform(house, { key: `second_step:${made(house, 'confirm', call.key, code)}`, by }, confirm, {});
  if (!said.ok) return said;
  await welcome(call, 'code', person);
  return ok({ codes });
}

async function confirmed(
  work: Work,
  person: string,
  code: string,
  codes: readonly string[],
): Promise<Result<{ confirmed: true }, { no: 'code_is_wrong' }>> {
  const { right, recovery } = await useCode(work, person, code);
  if (!right || recovery) return refuse({ no: 'code_is_wrong' });
  const set = await work.run(sql`
    update parties.second_steps set confirmed_at = ${work.now} where person = ${person} and confirmed_at is null`);
  if (set === 0) return refuse({ no: 'code_is_wrong' });
  await writeCodes(work, person, codes);
  await endSessions(work, person, sessionOf(work.by));
  await proveSession(work);
  tell(work, person, 'second_step_set');
  return ok({ confirmed: true });
}

async function writeCodes(work: Work, person: string, codes: readonly string[]): Promise<void> {
  await work.run(sql`delete from parties.recovery_codes where person = ${person}`);
  const hashes = codes.map((one) => recoveryHash(work.house, person, one));
  await work.run(sql`
    insert into parties.recovery_codes (person, code_hash) select ${person}, hash from unnest(${hashes}::text[]) as h (hash)`);
}

/** The session through which it is asked has seen a second step. */
async function proveSession(work: Work): Promise<void> {
  const session = sessionOf(work.by);
  if (!session) return;
  await work.run(
    sql`update parties.sessions set proven_at = ${work.now} where person = ${work.by.id} and id = ${session}`,
  );
  actorsKept(work.house).forget(work.by.id);
}

const tell = (work: Work, person: string, letter: LetterName) =>
  enqueue(work, letterToPerson({ person, letter, values: { link: '/account/security' } }));

/** Listed in the order in which they are checked. */
export type EndSecondStepRefusal = ProofRefusal | { no: 'second_step_is_not_set' } | KeyRefusal;

/** From now on the password alone opens. Sessions that were proven are proven no more: staff set it up anew. */
export async function endSecondStep(
  call: Call,
  input: { password: string; code: string },
): Promise<Result<{ ended: true }, EndSecondStepRefusal>> {
  const proven = await prove(call, input);
  if (!proven.ok) return proven;
  return perform(call.house, { key: `end_second_step:${call.key}`, by: call.by }, ended, { person: proven.value.id });
}

async function ended(
  work: Work,
  { person }: { person: string },
): Promise<Result<{ ended: true }, { no: 'second_step_is_not_set' }>> {
  const gone = await work.run(sql`delete from parties.second_steps where person = ${person}`);
  if (gone === 0) return refuse({ no: 'second_step_is_not_set' });
  await work.run(sql`delete from parties.recovery_codes where person = ${person}`);
  await work.run(sql`update parties.sessions set proven_at = null where person = ${person}`);
  actorsKept(work.house).forget(person);
  tell(work, person, 'second_step_ended');
  return ok({ ended: true });
}

export type NewCodesRefusal = ProofRefusal | { no: 'second_step_is_not_set' } | KeyRefusal;

/** Ten new recovery codes; those before open nothing any more. */
export async function newRecoveryCodes(
  call: Call,
  input: { password: string; code: string },
): Promise<Result<{ codes: string[] }, NewCodesRefusal>> {
  const { house, by } = call;
  const proven = await prove(call, input);
  if (!proven.ok) return proven;
  const person = proven.value.id;
  const codes = recoveryCodes(house, person, call.key);
  const write = async (
    work: Work,
    _said: object,
  ): Promise<Result<{ written: true }, { no: 'second_step_is_not_set' }>> => {
    if (!(await stepRow(work, person))?.confirmed_at) return refuse({ no: 'second_step_is_not_set' });
    await writeCodes(work, person, codes);
    tell(work, person, 'recovery_codes_made');
    return ok({ written: true });
  };
  const said = await perform(house, { key: `recovery_codes:${call.key}`, by }, write, {});
  return said.ok ? ok({ codes }) : said;
}

/** By the house alone, for people of its own demo: the second step is there without a device having been asked. */
export async function giveSecondStep(
  work: Work,
  { person, secret }: { person: string; secret: string },
): Promise<Result<{ person: string }, { no: 'only_the_house_may' }>> {
  if (work.by.kind !== 'system') return refuse({ no: 'only_the_house_may' });
  await work.run(sql`
    insert into parties.second_steps (person, secret, confirmed_at, created_at)
    values (${person}, ${sealSecret(work.house, secret)}, ${work.now}, ${work.now})
        on conflict (person) do nothing`);
  return ok({ person });
}
