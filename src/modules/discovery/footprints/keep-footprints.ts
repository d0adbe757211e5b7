/** What people came to, of those who let it be kept; a server hands it over now and then, and nobody waits for it. */
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { storesOfProducts } from '#modules/catalogue';
import { whoAllowsFootprints } from '#modules/parties';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';

export interface Footprint {
  /** A person's id; or a guest's, whose own browser says that it may be kept. */
  who: string;
  product: string;
  deed: 'looked' | 'carted' | 'bought';
  at: Date;
}

/** As many goods as anybody would look through; what is older than the days is struck off. */
export const mostFootprints = 60;
export const footprintDays = 90;

/** Of a person who did not allow it, and of what is no product, nothing is kept. */
export async function keepFootprints(
  work: Work,
  { footprints }: { footprints: readonly Footprint[] },
): Promise<Result<{ kept: number }, { no: 'only_the_house_may' }>> {
  if (work.by.kind !== 'system') return refuse({ no: 'only_the_house_may' });
  const people = [...new Set(footprints.map(({ who }) => who).filter(isId))];
  const [allowing, real] = await Promise.all([
    whoAllowsFootprints(work, { people }),
    storesOfProducts(work, { products: footprints.map(({ product }) => product) }),
  ]);
  const products = new Set(real.map(({ product }) => product));
  const kept = footprints.filter(({ who, product }) => products.has(product) && (!isId(who) || allowing.includes(who)));
  if (kept.length === 0) return ok({ kept: 0 });
  // Summed and sorted, so that no row is met twice and servers that write at once lock rows in one order.
  await work.run(sql`
    insert into discovery.footprints as f (who, product, deed, at)
    select who, product, deed, max(at)
      from unnest(${kept.map(({ who }) => who)}::text[], ${kept.map(({ product }) => product)}::uuid[],
                  ${kept.map(({ deed }) => deed)}::text[], ${kept.map(({ at }) => at)}::timestamptz[]) as n (who, product, deed, at)
     group by who, product, deed
     order by who, product, deed
        on conflict (who, product, deed) do update set at = greatest(f.at, excluded.at)`);
  await work.run(sql`
    delete from discovery.footprints f
     using (select who, product, deed, row_number() over (partition by who order by at desc) as n
              from discovery.footprints
             where who = any(${[...new Set(kept.map(({ who }) => who))]}::text[])) as old
     where f.who = old.who and f.product = old.product and f.deed = old.deed and old.n > ${mostFootprints}`);
  return ok({ kept: kept.length });
}
