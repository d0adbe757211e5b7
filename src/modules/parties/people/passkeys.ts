/** The passkeys of a person: which there are, what they are called, taken away and put back. */
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { enqueue } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { waitsForSecondStep } from './actor.ts';
import { letterToPerson } from './letters.ts';
import { personId } from './person.ts';

export const mostPasskeys = 20;
/** How long a removed one can be put back. */
export const hoursToUndo = 24;

export interface PasskeyView {
  passkey: string;
  name: string;
  since: Date;
  usedAt: Date | undefined;
  /** Whether it goes along to the person's other devices, so that losing one loses nothing. */
  backedUp: boolean;
}

interface PasskeyRow {
  id: string;
  name: string;
  created_at: Date;
  used_at: Date | null;
  backed_up: boolean;
}

/** The asker's own, the newest first. */
export async function passkeysOf(ask: Asking, _input: object): Promise<{ passkeys: PasskeyView[] }> {
  const rows = await ask.many<PasskeyRow>(sql`
    select id, name, created_at, used_at, backed_up
      from parties.passkeys
     where person = ${personId(ask.by)} and removed_at is null
     order by id desc
     limit ${mostPasskeys}`);
  return {
    passkeys: rows.map(({ id, name, created_at, used_at, backed_up }) => ({
      passkey: id,
      name,
      since: created_at,
      usedAt: used_at ?? undefined,
      backedUp: backed_up,
    })),
  };
}

/**
 * Staff who came in by the password alone, though they have a passkey: nothing about their ways in is theirs to change
 * until the passkey has shown that it is them. Or else a stolen password would be all that the desk asks for.
 */
export async function mustShowPasskey(ask: Asking): Promise<boolean> {
  return waitsForSecondStep(ask.by) && (await passkeysOf(ask, {})).passkeys.length > 0;
}

/** Signs at the end are cut off, for a name is only there to tell one from another. */
export const passkeyName = (name: string): string => Array.from(name.trim().replace(/\s+/g, ' ')).slice(0, 60).join('');

/** Listed in the order in which they are checked. */
export type RenamePasskeyRefusal = { no: 'name_is_missing' } | { no: 'passkey_not_found' };

export async function renamePasskey(
  work: Work,
  { passkey, name }: { passkey: string; name: string },
): Promise<Result<{ name: string }, RenamePasskeyRefusal>> {
  const called = passkeyName(name);
  if (!called) return refuse({ no: 'name_is_missing' });
  const found = isId(passkey)
    ? await work.run(sql`
        update parties.passkeys set name = ${called}
         where person = ${personId(work.by)} and id = ${passkey} and removed_at is null`)
    : 0;
  return found === 1 ? ok({ name: called }) : refuse({ no: 'passkey_not_found' });
}

/** Listed in the order in which they are checked. */
export type RemovePasskeyRefusal = { no: 'passkey_is_needed' } | { no: 'passkey_not_found' };

/** It opens nothing from now on, and can be put back for a day. */
export async function removePasskey(
  work: Work,
  { passkey }: { passkey: string },
): Promise<Result<{ passkey: string; name: string }, RemovePasskeyRefusal>> {
  if (await mustShowPasskey(work)) return refuse({ no: 'passkey_is_needed' });
  const person = personId(work.by);
  const row = isId(passkey)
    ? await work.one<{ name: string }>(sql`
        update parties.passkeys set removed_at = ${work.now}
         where person = ${person} and id = ${passkey} and removed_at is null
        returning name`)
    : undefined;
  if (!person || !row) return refuse({ no: 'passkey_not_found' });
  tellOf(work, person, 'passkey_removed', row.name);
  return ok({ passkey, name: row.name });
}

/** Listed in the order in which they are checked. */
export type RestorePasskeyRefusal =
  { no: 'passkey_is_needed' } | { no: 'passkey_not_found' } | { no: 'too_many_passkeys'; most: number };

/** Puts back what was removed in the last day. */
export async function restorePasskey(
  work: Work,
  { passkey }: { passkey: string },
): Promise<Result<{ passkey: string; name: string }, RestorePasskeyRefusal>> {
  if (await mustShowPasskey(work)) return refuse({ no: 'passkey_is_needed' });
  const person = personId(work.by);
  const from = new Date(work.now.getTime() - hoursToUndo * 3_600_000);
  const row = isId(passkey)
    ? await work.one<{ name: string }>(sql`
        update parties.passkeys set removed_at = null
         where person = ${person} and id = ${passkey} and removed_at > ${from}
        returning name`)
    : undefined;
  if (!person || !row) return refuse({ no: 'passkey_not_found' });
  if ((await countOf(work, person)) > mostPasskeys) return refuse({ no: 'too_many_passkeys', most: mostPasskeys });
  tellOf(work, person, 'passkey_added', row.name);
  return ok({ passkey, name: row.name });
}

export async function countOf(ask: Asking, person: string): Promise<number> {
  const row = await ask.one<{ count: number }>(sql`
    select count(*)::int as count from parties.passkeys where person = ${person} and removed_at is null`);
  return row?.count ?? 0;
}

export const tellOf = (work: Work, person: string, letter: 'passkey_added' | 'passkey_removed', passkey: string) =>
  enqueue(work, letterToPerson({ person, letter, values: { passkey, link: '/account/passkeys' } }));
