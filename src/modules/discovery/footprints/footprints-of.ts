/** What the asker came to, for themselves: seen, and cleared. */
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { every } from '#platform/jobs';
import type { House } from '#platform/house';
import type { Personal } from '#platform/personal';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { footprintDays, mostFootprints } from './keep-footprints.ts';

/** The products the asker came to, the latest first, each once. */
export async function productsLookedAt(
  ask: Asking,
  { limit = mostFootprints }: { limit?: number },
): Promise<{ products: string[] }> {
  if (ask.by.id === '') return { products: [] };
  const rows = await ask.many<{ product: string }>(sql`
    select product
      from discovery.footprints
     where who = ${ask.by.id}
     group by product
     order by max(at) desc
     limit ${limit}`);
  return { products: rows.map(({ product }) => product) };
}

/** What was kept so far is gone; from now on it is kept as before. */
export async function forgetFootprints(work: Work, _input: object): Promise<Result<{ forgotten: number }, never>> {
  if (work.by.id === '') return ok({ forgotten: 0 });
  return ok({ forgotten: await work.run(sql`delete from discovery.footprints where who = ${work.by.id}`) });
}

/** A person turned it off. */
export async function strikeFootprints(work: Work, { person }: { person: string }): Promise<void> {
  await work.run(sql`delete from discovery.footprints where who = ${person}`);
}

/** What a guest came to is theirs once they sign in, where their account lets it be kept; else it is gone. */
export async function adoptFootprints(
  work: Work,
  { person, guest, allowed }: { person: string; guest: string; allowed: boolean },
): Promise<void> {
  if (allowed)
    await work.run(sql`
      insert into discovery.footprints as f (who, product, deed, at)
      select ${person}, product, deed, at from discovery.footprints where who = ${guest}
          on conflict (who, product, deed) do update set at = greatest(f.at, excluded.at)`);
  await work.run(sql`delete from discovery.footprints where who = ${guest}`);
}

export const strikeOldFootprints = every('discovery.strike_old_footprints', { minutes: 60 }, async (house: House) => {
  const old = new Date(house.clock.now().getTime() - footprintDays * 86_400_000);
  await house.db.query(sql`delete from discovery.footprints where at <= ${old}`);
});

export const personal: Personal = {
  held: async (ask, { person }) => ({
    footprints: await ask.many<Record<string, unknown>>(sql`
      select product, deed, at from discovery.footprints where who = ${person} order by at`),
  }),
  forget: strikeFootprints,
};
