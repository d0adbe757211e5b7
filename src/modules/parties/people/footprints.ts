/** Whether a person lets their looking around be kept. Off until they say so, and off again the moment they say so. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
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
  const found = await work.run(sql`
    update parties.people
       set footprints_since = case when ${allowed} then coalesce(footprints_since, ${work.now}) end
     where id = ${personId(work.by)}`);
  return found === 0 ? refuse({ no: 'person_not_found' }) : ok({ allowed });
}
