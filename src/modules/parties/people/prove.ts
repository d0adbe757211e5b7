import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { newId } from '#kernel/id';
import { perform } from '#platform/perform';
import { sql } from '#platform/sql';
import { asking } from '#platform/work';
import type { Work } from '#platform/work';
import type { Call } from './call.ts';
import { knock, welcome } from './limits.ts';
import type { TooManyTries } from './limits.ts';
import { isPassword } from './password.ts';
import { personId } from './person.ts';
import { needsCode, useCode } from './second-step.ts';

export interface Proven {
  id: string;
  email: string;
  name: string;
  password_hash: string | null;
}

/** Listed in the order in which they are checked. */
export type ProofRefusal =
  | { no: 'person_not_found' }
  | TooManyTries
  | { no: 'password_is_wrong' }
  | { no: 'code_is_needed' }
  | { no: 'code_is_wrong' };

/** Whoever sits at a screen that was left open knows neither the password nor what the person's device shows. */
export async function prove(
  call: Call,
  { password, code = '' }: { password: string; code?: string | undefined },
): Promise<Result<Proven, ProofRefusal>> {
  const { house, by } = call;
  const ask = asking(house, by, house.db);
  const person = await ask.one<Proven>(sql`
    select id, email, name, password_hash from parties.people where id = ${personId(by)}`);
  if (!person) return refuse({ no: 'person_not_found' });
  const tooMany = await knock(call, 'sign_in', person.id);
  if (tooMany) return refuse(tooMany);
  if (!(await isPassword(person.password_hash, password))) return refuse({ no: 'password_is_wrong' });
  if (await needsCode(ask, person.id)) {
    if (code === '') return refuse({ no: 'code_is_needed' });
    if (!(await codeIsRight(call, person.id, code))) return refuse({ no: 'code_is_wrong' });
  }
  await welcome(call, 'sign_in', person.id);
  return ok(person);
}

/** Uses the code up at once, whatever becomes of what it is needed for. */
export async function codeIsRight({ house, by }: Call, person: string, code: string): Promise<boolean> {
  const use = async (work: Work, _said: object): Promise<Result<{ right: true }, { no: 'code_is_wrong' }>> =>
    (await useCode(work, person, code)).right ? ok({ right: true }) : refuse({ no: 'code_is_wrong' });
  return (await perform(house, { key: `code:${newId(house.clock.now())}`, by }, use, {})).ok;
}
