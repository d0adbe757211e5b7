/** The platform's own staff and what each may do at the desk. An admin is always left. */
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import type { StaffRole } from '#platform/actor';
import { audit } from '#platform/audit';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { actorsKept } from '../memory.ts';
import { checkEmail } from '../people/email.ts';
import { peopleOf } from '../people/person.ts';
import { checkRoles } from '../stores/members.ts';
import type { RolesRefusal } from '../stores/members.ts';
import { plainReason } from '../words.ts';
import type { ReasonRefusal } from '../words.ts';

export const staffRoles: readonly StaffRole[] = ['admission', 'listings', 'orders', 'money', 'rules', 'admin'];

interface StaffRow {
  person: string;
  roles: StaffRole[];
  since: Date;
}

/** All rows, locked in the order of their ids: whoever appoints or dismisses waits for whoever does. */
async function lockStaff(work: Work): Promise<StaffRow[]> {
  // An empty table has no row to lock, and the first admin is appointed once.
  await work.one<{ locked: string }>(sql`select pg_advisory_xact_lock(hashtext('parties.staff'))::text as locked`);
  return work.many<StaffRow>(sql`select person, roles, since from parties.staff order by person for update`);
}

const adminLeft = (staff: readonly { roles: readonly StaffRole[] }[]) =>
  staff.some((one) => one.roles.includes('admin'));

/** Listed in the order in which they are checked. */
export type AppointStaffRefusal =
  | { no: 'only_an_admin_may' }
  | ReasonRefusal
  | RolesRefusal
  | { no: 'person_not_found' }
  | { no: 'the_last_admin_stays' };

export interface AppointStaff {
  /** By id, or by an address that was confirmed. */
  person?: string | undefined;
  email?: string | undefined;
  roles: readonly string[];
  why: string;
}

/** Makes somebody staff, or gives staff other roles. They do it under their own account, from the next request on. */
export async function appointStaff(
  work: Work,
  input: AppointStaff,
): Promise<Result<{ person: string; roles: StaffRole[] }, AppointStaffRefusal>> {
  if (!isStaff(work.by, 'admin')) return refuse({ no: 'only_an_admin_may' });
  const why = plainReason(input.why);
  if (!why.ok) return why;
  const roles = checkRoles(input.roles, staffRoles);
  if (!roles.ok) return roles;
  const staff = await lockStaff(work);
  const person = await meant(work, input);
  if (!person) return refuse({ no: 'person_not_found' });
  const before = staff.find((one) => one.person === person)?.roles ?? [];
  const after = [...staff.filter((one) => one.person !== person), { roles: roles.value }];
  if (adminLeft(staff) && !adminLeft(after)) return refuse({ no: 'the_last_admin_stays' });
  await work.run(sql`
    insert into parties.staff (person, roles, since, appointed_by) values (${person}, ${roles.value}, ${work.now}, ${work.by.id})
        on conflict (person) do update set roles = excluded.roles, appointed_by = excluded.appointed_by`);
  await audit(work, {
    deed: 'staff_appointed',
    subject: `person:${person}`,
    why: why.value,
    detail: { before, after: roles.value },
  });
  actorsKept(work.house).forget(person);
  return ok({ person, roles: roles.value });
}

async function meant(
  work: Work,
  { person, email }: Pick<AppointStaff, 'person' | 'email'>,
): Promise<string | undefined> {
  if (person !== undefined)
    return isId(person)
      ? (await work.one<{ id: string }>(sql`select id from parties.people where id = ${person}`))?.id
      : undefined;
  const address = checkEmail(email ?? '');
  if (!address.ok) return undefined;
  return (await work.one<{ person: string }>(sql`select person from parties.emails where email = ${address.value}`))
    ?.person;
}

/** Listed in the order in which they are checked. */
export type DismissStaffRefusal =
  { no: 'only_an_admin_may' } | ReasonRefusal | { no: 'staff_not_found' } | { no: 'the_last_admin_stays' };

/** The person keeps their account, and may do at the desk nothing any more. */
export async function dismissStaff(
  work: Work,
  input: { person: string; why: string },
): Promise<Result<{ person: string }, DismissStaffRefusal>> {
  if (!isStaff(work.by, 'admin')) return refuse({ no: 'only_an_admin_may' });
  const why = plainReason(input.why);
  if (!why.ok) return why;
  const { person } = input;
  const staff = await lockStaff(work);
  const before = staff.find((one) => one.person === person);
  if (!before) return refuse({ no: 'staff_not_found' });
  if (!adminLeft(staff.filter((one) => one.person !== person))) return refuse({ no: 'the_last_admin_stays' });
  await work.run(sql`delete from parties.staff where person = ${person}`);
  await audit(work, {
    deed: 'staff_dismissed',
    subject: `person:${person}`,
    why: why.value,
    detail: { before: before.roles },
  });
  actorsKept(work.house).forget(person);
  return ok({ person });
}

export interface StaffView extends StaffRow {
  name: string;
  email: string;
}

/** Everybody at the desk; for admins. */
export async function staffOfPlatform(ask: Asking, _input: object): Promise<{ staff: StaffView[] } | undefined> {
  if (!isStaff(ask.by, 'admin')) return undefined;
  const rows = await ask.many<StaffRow>(
    sql`select person, roles, since from parties.staff order by since, person limit 1000`,
  );
  const people = new Map(
    (await peopleOf(ask, { people: rows.map((one) => one.person) })).map((one) => [one.person, one]),
  );
  return {
    staff: rows.map((row) => ({
      ...row,
      name: people.get(row.person)?.name ?? '',
      email: people.get(row.person)?.email ?? '',
    })),
  };
}
