/** Whether what a person looks at may be kept: off until they say so, and off again when they say so. It is kept elsewhere. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { footprintsForbidden } from '../facts.ts';
import { personId } from './person.ts';

/** Since when; undefined where it is not kept. */
export async function footprintsOf(ask: Asking, _input: object): Promise<{ since: Date | undefined }> {
  const row = await ask.one<{ footprints_since: Date | null }>(sql`
    select footprints_since from parties.people where id = ${personId(ask.by)}`);
  return { since: row?.footprints_since ?? undefined };
}

export async function allowFootprints(
  work: Work,
  { allowed }: { allowed: boolean },
): Promise<Result<{ allowed: boolean }, { no: 'person_not_found' }>> {
  const person = personId(work.by);
  const found = await work.run(sql`
    update parties.people
       set footprints_since = case when ${allowed} then coalesce(footprints_since, ${work.now}) end
     where id = ${person}`);
  if (found === 0) return refuse({ no: 'person_not_found' });
  if (!allowed && person) await announce(work, footprintsForbidden({ person }));
  return ok({ allowed });
}

/** Of these people, those who let it be kept. */
export async function whoAllowsFootprints(ask: Asking, { people }: { people: readonly string[] }): Promise<string[]> {
  if (people.length === 0) return [];
  const rows = await ask.many<{ id: string }>(sql`
    select id from parties.people where id = any(${people}::uuid[]) and footprints_since is not null`);
  return rows.map(({ id }) => id);
}
