/** The second step of a sign-in: set up, asked for, given up. */
import { hashToken, seal, unseal } from '#platform/crypto';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import type { House } from '#platform/house';
import { personId } from './person.ts';
import { made } from './secrets.ts';
import { fromBase32, stepOf } from './totp.ts';

export interface StepRow {
  secret: string;
  confirmed_at: Date | null;
}

/** How a person proves who they are beside the password. */
export interface SecondStepView {
  /** Since when a code is asked for at every sign-in. */
  since: Date | undefined;
  /** How many recovery codes are left. */
  recovery: number;
}

export async function secondStepOf(ask: Asking, _input: object): Promise<SecondStepView> {
  const row = await ask.one<{ confirmed_at: Date | null; left: number }>(sql`
    select s.confirmed_at,
           (select count(*)::int from parties.recovery_codes r where r.person = s.person and r.used_at is null) as left
      from parties.second_steps s
     where s.person = ${personId(ask.by)} and s.confirmed_at is not null`);
  return { since: row?.confirmed_at ?? undefined, recovery: row?.left ?? 0 };
}

/** Whether a code is asked of somebody, beside their password. */
export async function needsCode(ask: Asking, person: string): Promise<boolean> {
  const row = await ask.one<{ person: string }>(sql`
    select person from parties.second_steps where person = ${person} and confirmed_at is not null`);
  return row !== undefined;
}

export const sealSecret = (house: House, secret: string): string => seal(house, secret);
export const openSecret = (house: House, { secret }: StepRow): string => unseal(house, secret);

/** As they are written on paper: no letter that looks like another, in two halves. */
const signs = '23456789abcdefghjkmnpqrstuvwxyz';

/** Made of the command's key, so that a form that is sent twice shows the same ones. */
export function recoveryCodes(house: House, person: string, key: string): string[] {
  return Array.from({ length: 10 }, (_, n) => {
    const bytes = Buffer.from(made(house, 'recovery', person, key, String(n)), 'base64url');
    const text = Array.from(bytes.subarray(0, 10), (byte) => signs[byte % signs.length]).join('');
    return `${text.slice(0, 5)}-${text.slice(5)}`;
  });
}

/** Keyed with the house's own secret: a copy of the table cannot be tried out. */
export const recoveryHash = (house: House, person: string, code: string): string =>
  hashToken(made(house, 'recovery_hash', person, code.toLowerCase().replace(/[^a-z0-9]/g, '')));

/**
 * Uses a code up: one that the device shows, or a recovery code. False when it is none, or was used before. Locks the
 * person's second step first, then the recovery code.
 */
export async function useCode(
  work: Work,
  person: string,
  typed: string,
): Promise<{ right: boolean; recovery?: boolean }> {
  const row = await work.one<StepRow & { last_step: bigint }>(sql`
    select secret, confirmed_at, last_step
      from parties.second_steps
     where person = ${person}
       for update`);
  if (!row) return { right: false };
  const step = stepOf(fromBase32(openSecret(work.house, row)), typed, work.now);
  if (step !== undefined) {
    if (BigInt(step) <= row.last_step) return { right: false };
    await work.run(sql`update parties.second_steps set last_step = ${BigInt(step)} where person = ${person}`);
    return { right: true };
  }
  if (!row.confirmed_at) return { right: false };
  const used = await work.run(sql`
    update parties.recovery_codes set used_at = ${work.now}
     where person = ${person} and code_hash = ${recoveryHash(work.house, person, typed)} and used_at is null`);
  return { right: used === 1, recovery: used === 1 };
}
