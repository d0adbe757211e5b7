/**
 * What a person looked at, where they let it be kept. Off until they say so; off again the moment they say so, and what was
 * kept until then is gone.
 */
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import type { House } from '#platform/house';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { personId } from './person.ts';

/** As many as anybody would look through; what is older than the days is struck off by `tidyUp`. */
const most = 60;
export const footprintDays = 90;

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
  if (!allowed) await work.run(sql`delete from parties.footprints where person = ${person}`);
  return ok({ allowed });
}

/** What was kept so far is gone; from now on it is kept as before. */
export async function forgetFootprints(work: Work, _input: object): Promise<Result<{ forgotten: number }, never>> {
  return ok({ forgotten: await work.run(sql`delete from parties.footprints where person = ${personId(work.by)}`) });
}

/**
 * They looked at a product. Written aside, outside of any deed: nobody waits for it, and losing one loses nothing. Of whoever
 * did not allow it no row is written.
 */
export async function noteLook({ db, clock }: House, person: string, product: string): Promise<void> {
  if (!isId(product)) return;
  const now = clock.now();
  const { rowCount } = await db.query(sql`
    insert into parties.footprints as f (person, product, at)
    select id, ${product}, ${now} from parties.people where id = ${person} and footprints_since is not null
        on conflict (person, product) do update set at = ${now}`);
  if (rowCount === 0) return;
  await db.query(sql`
    delete from parties.footprints
     where person = ${person}
       and product not in (select product from parties.footprints where person = ${person} order by at desc limit ${most})`);
}

/** The products the asker looked at, the latest first. */
export async function productsLookedAt(
  ask: Asking,
  { limit = most }: { limit?: number },
): Promise<{ products: string[] }> {
  const rows = await ask.many<{ product: string }>(sql`
    select product
      from parties.footprints
     where person = ${personId(ask.by)}
     order by at desc
     limit ${limit}`);
  return { products: rows.map(({ product }) => product) };
}
