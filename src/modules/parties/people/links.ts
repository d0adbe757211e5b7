/** Links in letters: whoever follows one has read the mailbox it went to. Each works once, until its time is over. */
import { newId } from '#kernel/id';
import { refuse } from '#kernel/result';
import type { Refused } from '#kernel/result';
import { hashToken } from '#platform/crypto';
import type { House } from '#platform/house';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { made, readToken, tokenFor } from './secrets.ts';

export type LinkPurpose = 'confirm' | 'change_email' | 'restore_email' | 'reset';

/** Minutes. A reset opens the account, so its time is short. */
const validFor: Record<LinkPurpose, number> = {
  reset: 60,
  change_email: 24 * 60,
  confirm: 7 * 24 * 60,
  restore_email: 7 * 24 * 60,
};

export interface Link {
  person: string;
  id: string;
  purpose: LinkPurpose;
  email: string;
}

export type LinkRefusal = { no: 'link_is_wrong' } | { no: 'link_was_used' } | { no: 'link_is_over' };

/** The token is made from the link's id again when the letter is written; only its hash is in the database. */
export function linkToken(house: House, { person, id }: { person: string; id: string }): string {
  return tokenFor(person, made(house, 'link', person, id));
}

export async function makeLink(work: Work, { person, purpose, email }: Omit<Link, 'id'>): Promise<Link> {
  const id = newId(work.now);
  const expires = new Date(work.now.getTime() + validFor[purpose] * 60_000);
  await work.run(sql`
    insert into parties.links (person, id, purpose, email, token_hash, created_at, expires_at)
    values (${person}, ${id}, ${purpose}, ${email}, ${hashToken(linkToken(work.house, { person, id }))}, ${work.now}, ${expires})`);
  return { person, id, purpose, email };
}

interface LinkRow {
  id: string;
  purpose: LinkPurpose;
  email: string;
  expires_at: Date;
  used_at: Date | null;
}

/** Uses a link up. Locks the link; the person's row is locked after it. */
export async function useLink(
  work: Work,
  { hash, owner }: { hash: string; owner: string },
  purposes: readonly LinkPurpose[],
): Promise<{ ok: true; value: Link } | Refused<LinkRefusal>> {
  const row = await work.one<LinkRow>(sql`
    select id, purpose, email, expires_at, used_at
      from parties.links
     where person = ${owner} and token_hash = ${hash}
       for update`);
  if (!row || !purposes.includes(row.purpose)) return refuse({ no: 'link_is_wrong' });
  if (row.used_at) return refuse({ no: 'link_was_used' });
  if (row.expires_at <= work.now) return refuse({ no: 'link_is_over' });
  await work.run(sql`update parties.links set used_at = ${work.now} where person = ${owner} and id = ${row.id}`);
  return { ok: true, value: { person: owner, id: row.id, purpose: row.purpose, email: row.email } };
}

/** `useLink` for the text that stood in the letter. */
export async function useLinkText(
  work: Work,
  text: string,
  purposes: readonly LinkPurpose[],
): Promise<{ ok: true; value: Link } | Refused<LinkRefusal>> {
  const read = readToken(text);
  return read ? useLink(work, read, purposes) : refuse({ no: 'link_is_wrong' });
}
