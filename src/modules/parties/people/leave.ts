/** Leaving the house: asked for with the password, thought over for seven days, then done for good. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { cancelJobs, enqueue, job } from '#platform/jobs';
import { perform } from '#platform/perform';
import type { KeyRefusal } from '#platform/perform';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { actorsKept } from '../memory.ts';
import type { Call } from './call.ts';
import { letterToPerson } from './letters.ts';
import { personId } from './person.ts';
import { prove } from './prove.ts';
import type { ProofRefusal } from './prove.ts';
import { made } from './secrets.ts';
import { endSessions } from './sessions.ts';

const days = 7;

/** What keeps somebody here, in the order in which it is checked. */
export type StayRefusal =
  { no: 'orders_are_open'; orders: number } | { no: 'a_store_is_yours'; store: string } | { no: 'staff_do_not_leave' };

async function keeps(ask: Asking, person: string): Promise<StayRefusal | undefined> {
  for (const { personal } of ask.house.modules) {
    const { orders = 0 } = (await personal?.open?.(ask, { person })) ?? {};
    if (orders > 0) return { no: 'orders_are_open', orders };
  }
  const store = await ask.one<{ name: string }>(sql`
    select s.name
      from parties.members m
      join parties.stores s on s.id = m.store
     where m.person = ${person} and 'owner' = any(m.roles)
     order by m.since
     limit 1`);
  if (store) return { no: 'a_store_is_yours', store: store.name };
  const staff = await ask.one<{ person: string }>(sql`select person from parties.staff where person = ${person}`);
  return staff && { no: 'staff_do_not_leave' };
}

/** Listed in the order in which they are checked. */
export type AskToLeaveRefusal = ProofRefusal | StayRefusal | KeyRefusal;

/** Nothing changes for seven days, in which it can be taken back. */
export async function askToLeave(
  call: Call,
  input: { password: string; code?: string | undefined },
): Promise<Result<{ due: Date }, AskToLeaveRefusal>> {
  const proven = await prove(call, input);
  if (!proven.ok) return proven;
  const key = `leave:${made(call.house, 'leave', call.key)}`;
  return perform(call.house, { key, by: call.by }, leaveAsked, { person: proven.value.id });
}

async function leaveAsked(work: Work, { person }: { person: string }): Promise<Result<{ due: Date }, StayRefusal>> {
  await work.one<{ id: string }>(sql`select id from parties.people where id = ${person} for update`);
  const why = await keeps(work, person);
  if (why) return refuse(why);
  const asked = await work.one<{ due_at: Date }>(sql`select due_at from parties.leavings where person = ${person}`);
  if (asked) return ok({ due: asked.due_at });
  const due = new Date(work.now.getTime() + days * 86_400_000);
  await work.run(sql`
    insert into parties.leavings (person, asked_at, due_at) values (${person}, ${work.now}, ${due})`);
  enqueue(work, leaveNow({ person }), { at: due, subject: person });
  enqueue(work, letterToPerson({ person, letter: 'leaving_asked', values: { link: '/account/data' } }));
  return ok({ due });
}

/** Thought better of it. There was nothing to take back is no refusal. */
export async function stayAfterAll(work: Work, _input: object): Promise<Result<{ stays: true }, never>> {
  const person = personId(work.by);
  if (!person) return ok({ stays: true });
  await work.run(sql`delete from parties.leavings where person = ${person}`);
  cancelJobs(work, leaveNow.name, person);
  return ok({ stays: true });
}

export async function leavingOf(ask: Asking, _input: object): Promise<{ due: Date | undefined }> {
  const row = await ask.one<{ due_at: Date }>(sql`
    select due_at from parties.leavings where person = ${personId(ask.by)}`);
  return { due: row?.due_at };
}

export const leaveNow = job<{ person: string }>('parties.leave', (_house, body, info) => info.perform(left, body));

/** The end of it, in one transaction over all departments. Whoever ordered meanwhile stays, and is told so. */
async function left(work: Work, { person }: { person: string }): Promise<Result<{ left: boolean }, never>> {
  const row = await work.one<{ email: string; name: string; due_at: Date }>(sql`
    select p.email, p.name, l.due_at
      from parties.people p
      join parties.leavings l on l.person = p.id
     where p.id = ${person}
       for update of p`);
  if (!row || row.due_at > work.now) return ok({ left: false });
  await work.run(sql`delete from parties.leavings where person = ${person}`);
  if (await keeps(work, person)) {
    enqueue(work, letterToPerson({ person, letter: 'leaving_stopped', values: { link: '/account/data' } }));
    return ok({ left: false });
  }
  for (const { personal } of work.house.modules) await personal?.forget(work, { person });
  const { email, name } = row;
  enqueue(work, letterToPerson({ person, letter: 'left', values: { name }, to: email }));
  return ok({ left: true });
}

/** What this department itself knew. The row stays, empty, because orders and books name its id. */
export async function forgetPerson(work: Work, { person }: { person: string }): Promise<void> {
  await endSessions(work, person);
  await work.run(sql`delete from parties.addresses where person = ${person}`);
  await work.run(sql`delete from parties.links where person = ${person}`);
  await work.run(sql`delete from parties.emails where person = ${person}`);
  await work.run(sql`delete from parties.second_steps where person = ${person}`);
  await work.run(sql`delete from parties.recovery_codes where person = ${person}`);
  await work.run(sql`delete from parties.passkeys where person = ${person}`);
  await work.run(sql`delete from parties.copies where person = ${person}`);
  await work.run(sql`delete from parties.members where person = ${person}`);
  await work.run(sql`
    update parties.people
       set email = id::text || '@left.invalid', email_confirmed_at = ${work.now}, name = '–', password_hash = null,
           footprints_since = null, left_at = ${work.now}
     where id = ${person}`);
  actorsKept(work.house).forget(person);
}
