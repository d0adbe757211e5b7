/** What the desk asks of the pulse: which pages are slow, and what broke. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from './actor.ts';
import { spanEnd } from './pulse.ts';
import { sql } from './sql.ts';
import type { Asking } from './work.ts';

type OnlyAdmins = { no: 'only_an_admin_may' };

/** Whether it was a worker at its work, see `workPlace`. */
const isWork = (place: string): boolean => /^(job|reaction|worker) /.test(place);

export interface Pace {
  /** A page's pattern, a door of the API with its method, or the work of a worker. */
  place: string;
  work: boolean;
  times: number;
  /** Milliseconds: half of the answers took less, and all but one in a hundred. Right to a quarter. */
  median: number;
  p99: number;
}

/** How fast each page was within the last hours, the slowest first. */
export async function pacesOfPages(
  ask: Asking,
  { hours = 24 }: { hours?: number },
): Promise<Result<{ paces: Pace[] }, OnlyAdmins>> {
  if (!isStaff(ask.by, 'admin')) return refuse({ no: 'only_an_admin_may' });
  const since = new Date(ask.now.getTime() - hours * 3_600_000);
  const rows = await ask.many<{ place: string; counts: number[] }>(sql`
    select place, array_agg(times order by n) as counts
      from (select p.place, u.n, sum(u.count)::int as times
              from platform.paces p, unnest(p.counts) with ordinality as u (count, n)
             where p.hour > ${since} group by p.place, u.n) as s
     group by place order by place`);
  const paces = rows.map(({ place, counts }) => ({
    place,
    work: isWork(place),
    times: counts.reduce((sum, one) => sum + one, 0),
    median: quantile(counts, 0.5),
    p99: quantile(counts, 0.99),
  }));
  return ok({ paces: paces.sort((a, b) => b.p99 - a.p99 || b.times - a.times) });
}

/** The end of the span in which that share of the answers is reached. */
export function quantile(counts: readonly number[], share: number): number {
  const wanted = share * counts.reduce((sum, one) => sum + one, 0);
  let seen = 0;
  const span = counts.findIndex((one) => (seen += one) >= wanted && seen > 0);
  return Math.round(spanEnd(Math.max(span, 0)) * 10) / 10;
}

export interface TroubleKind {
  kind: string;
  place: string;
  work: boolean;
  says: string;
  frames: string;
  first_at: Date;
  last_at: Date;
  times: bigint;
  requests: string[];
}

/** What broke within the last week, the latest first. */
export async function troublesOfHouse(ask: Asking): Promise<Result<{ troubles: TroubleKind[] }, OnlyAdmins>> {
  if (!isStaff(ask.by, 'admin')) return refuse({ no: 'only_an_admin_may' });
  const rows = await ask.many<Omit<TroubleKind, 'work'>>(sql`
    select kind, place, says, frames, first_at, last_at, times, requests
      from platform.troubles order by last_at desc, kind limit 100`);
  return ok({ troubles: rows.map((one) => ({ ...one, work: isWork(one.place) })) });
}
