/** What failed as often as it may waits for a person, who mends the cause and sends it round again. */
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from './actor.ts';
import { audit } from './audit.ts';
import { sql } from './sql.ts';
import type { Work } from './work.ts';

/** Listed in the order in which they are checked. */
export type TryReactionAgainRefusal =
  { no: 'only_an_admin_may' } | { no: 'reason_is_missing' } | { no: 'reaction_is_done' };

/** Staff send a fact to a reaction once more, with all its tries before it. Waits for a relay that is at it just now. */
export async function tryReactionAgain(
  work: Work,
  { fact, reaction, why }: { fact: string; reaction: string; why: string },
): Promise<Result<undefined, TryReactionAgainRefusal>> {
  if (!isStaff(work.by, 'admin')) return refuse({ no: 'only_an_admin_may' });
  if (why.trim() === '') return refuse({ no: 'reason_is_missing' });
  if (!isId(fact)) return refuse({ no: 'reaction_is_done' });
  const found = await work.run(sql`
    update platform.outbox set due_at = ${work.now}, attempts = 0
     where fact = ${fact} and reaction = ${reaction} and attempts > 0`);
  if (found === 0) return refuse({ no: 'reaction_is_done' });
  await audit(work, { deed: 'reaction_tried_again', subject: `fact:${fact}`, why: why.trim(), detail: { reaction } });
  return ok();
}

/** Listed in the order in which they are checked. */
export type TryJobAgainRefusal =
  { no: 'only_an_admin_may' } | { no: 'reason_is_missing' } | { no: 'job_is_done' } | { no: 'job_is_running' };

/** Staff have a job that failed done now, with all its tries before it. */
export async function tryJobAgain(
  work: Work,
  { job, why }: { job: string; why: string },
): Promise<Result<undefined, TryJobAgainRefusal>> {
  if (!isStaff(work.by, 'admin')) return refuse({ no: 'only_an_admin_may' });
  if (why.trim() === '') return refuse({ no: 'reason_is_missing' });
  const found = await work.one<{ name: string; leased_until: Date | null }>(sql`
    select name, leased_until from platform.jobs where id::text = ${job} and error is not null for update`);
  if (!found) return refuse({ no: 'job_is_done' });
  if (found.leased_until && found.leased_until > work.now) return refuse({ no: 'job_is_running' });
  await work.run(sql`
    update platform.jobs set due_at = ${work.now}, attempts = 0, leased_until = null where id::text = ${job}`);
  await audit(work, { deed: 'job_tried_again', subject: `job:${job}`, why: why.trim(), detail: { name: found.name } });
  return ok();
}
