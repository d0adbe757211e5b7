import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { LinkPurpose } from './links.ts';
import { readToken } from './secrets.ts';

export interface LinkView {
  purpose: LinkPurpose;
  /** The address that the letter went to: whoever brings the token has read it there. */
  email: string;
  state: 'open' | 'used' | 'over';
}

interface LinkRow {
  purpose: LinkPurpose;
  email: string;
  expires_at: Date;
  used_at: Date | null;
  email_now: string;
}

/**
 * What the page of a link says before anything is done with it: mail programs look at links too, so that looking must
 * not use one up. Undefined when the token opens nothing.
 */
export async function linkAt(ask: Asking, { token }: { token: string }): Promise<LinkView | undefined> {
  const read = readToken(token);
  const row =
    read &&
    (await ask.one<LinkRow>(sql`
      select l.purpose, l.email, l.expires_at, l.used_at, p.email as email_now
        from parties.links l
        join parties.people p on p.id = l.person
       where l.person = ${read.owner} and l.token_hash = ${read.hash}`));
  if (!row) return undefined;
  // As the deeds refuse: to prove or to reset, the address must still be the person's.
  const astray = (row.purpose === 'confirm' || row.purpose === 'reset') && row.email !== row.email_now;
  const state = row.used_at ? 'used' : astray || row.expires_at <= ask.now ? 'over' : 'open';
  return { purpose: row.purpose, email: row.email, state };
}
