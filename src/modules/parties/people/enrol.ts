import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { checkEmail } from './email.ts';
import { checkAbout } from './person.ts';
import type { AboutPerson, AboutRefusal } from './person.ts';

export interface Enrolment extends AboutPerson {
  email: string;
  /** Made by `hashPassword`. Without one the person asks for a reset before the first sign-in. */
  passwordHash?: string;
}

/** Listed in the order in which they are checked. */
export type EnrolRefusal =
  { no: 'only_an_admin_may' } | { no: 'email_is_wrong' } | AboutRefusal | { no: 'email_is_taken' };

/**
 * Writes down a person whose address the platform answers for: brought over from another system, or of the platform's
 * own staff. Somebody at the address already is a refusal here, because nobody from outside sees it.
 */
export async function enrol(work: Work, input: Enrolment): Promise<Result<{ person: string }, EnrolRefusal>> {
  if (!isStaff(work.by, 'admin')) return refuse({ no: 'only_an_admin_may' });
  const email = checkEmail(input.email);
  if (!email.ok) return email;
  const about = checkAbout(input);
  if (!about.ok) return about;

  const person = newId(work.now);
  const { name, locale, country, currency } = about.value;
  const claimed = await work.run(sql`
    insert into parties.emails (email, person, confirmed_at) values (${email.value}, ${person}, ${work.now})
        on conflict (email) do nothing`);
  if (claimed === 0) return refuse({ no: 'email_is_taken' });
  await work.run(sql`
    insert into parties.people (id, email, email_confirmed_at, name, password_hash, locale, country, currency, created_at)
    values (${person}, ${email.value}, ${work.now}, ${name}, ${input.passwordHash ?? null}, ${locale}, ${country}, ${currency}, ${work.now})`);
  if (work.by.kind === 'person')
    await audit(work, { deed: 'person_enrolled', subject: `person:${person}`, why: 'Enrolled by an admin.' });
  return ok({ person });
}
