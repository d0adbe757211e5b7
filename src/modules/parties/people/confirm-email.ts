import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { enqueue } from '#platform/jobs';
import { perform } from '#platform/perform';
import type { KeyRefusal } from '#platform/perform';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import type { Call } from './call.ts';
import { knock } from './limits.ts';
import type { TooManyTries } from './limits.ts';
import { letterToConfirm } from './link-letters.ts';
import { makeLink, useLinkText } from './links.ts';
import type { LinkRefusal } from './links.ts';
import { personId } from './person.ts';
import { endSessions } from './sessions.ts';

export type ConfirmEmailRefusal = LinkRefusal | { no: 'address_is_somebody_elses' };

/**
 * Whoever brings the token read the mailbox: the address is the person's own from now on. It needs no sign-in, because
 * the letter may be opened on another machine. A link that restores an old address also takes the account back: nobody
 * stays signed in, no passkey opens it, and the password must be chosen anew.
 */
export async function confirmEmail(
  work: Work,
  { token }: { token: string },
): Promise<Result<{ person: string; email: string }, ConfirmEmailRefusal>> {
  const link = await useLinkText(work, token, ['confirm', 'change_email', 'restore_email']);
  if (!link.ok) return link;
  const { person, email, purpose } = link.value;
  const before = await work.one<{ email: string; email_confirmed_at: Date | null }>(sql`
    select email, email_confirmed_at from parties.people where id = ${person} for update`);
  if (!before) return refuse({ no: 'link_is_wrong' });
  // A confirmation of an address that was meanwhile exchanged for another must not bring the old one back.
  if (purpose === 'confirm' && before.email !== email) return refuse({ no: 'link_is_over' });
  if (!(await claimEmail(work, person, email))) return refuse({ no: 'address_is_somebody_elses' });

  if (purpose === 'change_email' && before.email_confirmed_at && before.email !== email) {
    const back = await makeLink(work, { person, purpose: 'restore_email', email: before.email });
    enqueue(work, letterToConfirm({ person, link: back.id }));
  }
  if (purpose === 'restore_email') {
    await work.run(sql`update parties.people set password_hash = null where id = ${person}`);
    await work.run(sql`
      update parties.links set used_at = ${work.now} where person = ${person} and used_at is null`);
    // Whoever had taken it may have left a way in.
    await work.run(sql`
      update parties.passkeys set removed_at = ${work.now} where person = ${person} and removed_at is null`);
    await endSessions(work, person);
  }
  return ok({ person, email });
}

/**
 * Makes a proven address the person's own; false when it is another's. Their address before, if it was theirs, becomes
 * free. The person's row is locked by the caller, the address's after it.
 */
export async function claimEmail(work: Work, person: string, email: string): Promise<boolean> {
  await work.run(sql`
    insert into parties.emails (email, person, confirmed_at) values (${email}, ${person}, ${work.now})
        on conflict (email) do nothing`);
  const owner = await work.one<{ person: string }>(
    sql`select person from parties.emails where email = ${email} for update`,
  );
  if (owner?.person !== person) return false;
  await work.run(sql`
    delete from parties.emails
     where email = (select email from parties.people where id = ${person}) and email <> ${email} and person = ${person}`);
  await work.run(sql`
    update parties.people
       set email = ${email}, email_confirmed_at = case when email = ${email} then coalesce(email_confirmed_at, ${work.now}) else ${work.now} end
     where id = ${person}`);
  return true;
}

export type AskConfirmationRefusal = TooManyTries | { no: 'person_not_found' } | { no: 'email_is_confirmed' };

/** The asker wants the letter of the sign-up once more. */
export async function askConfirmation(
  call: Call,
): Promise<Result<{ sent: true }, AskConfirmationRefusal | KeyRefusal>> {
  const tooMany = await knock(call, 'letter', call.by.id);
  if (tooMany) return refuse(tooMany);
  return perform(call.house, { key: call.key, by: call.by }, writeAgain, {});
}

async function writeAgain(work: Work, _input: object): Promise<Result<{ sent: true }, AskConfirmationRefusal>> {
  const person = personId(work.by);
  const row = await work.one<{ email: string; email_confirmed_at: Date | null }>(sql`
    select email, email_confirmed_at from parties.people where id = ${person} for update`);
  if (!row || !person) return refuse({ no: 'person_not_found' });
  if (row.email_confirmed_at) return refuse({ no: 'email_is_confirmed' });
  const link = await makeLink(work, { person, purpose: 'confirm', email: row.email });
  enqueue(work, letterToConfirm({ person, link: link.id }));
  return ok({ sent: true });
}
