/** Each day is sealed: a chain of hashes over all transfers, so that an outsider can tell whether the past was changed. */
import { createHash } from 'node:crypto';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import type { SealRow, TransferLine } from './questions.ts';

/** The chain's start, before the first transfer. */
export const genesis = '0'.repeat(64);
const batch = 5000;
/** A transfer's time is taken when its transaction begins; none takes longer than this to arrive. */
const lateMs = 3 * 86_400_000;

/** A transfer's hash: from the hash before it and from everything that it says. */
export function linkHash(previous: string, one: Omit<TransferLine, 'at'> & { at: Date }): string {
  const says = [
    one.entry,
    one.line,
    one.kind,
    one.reference,
    one.at.toISOString(),
    one.debit,
    one.credit,
    one.currency,
    one.minor.toString(),
  ];
  return createHash('sha256').update(previous).update('\n').update(JSON.stringify(says)).digest('hex');
}

export type SealRefusal = { no: 'day_is_not_over' } | { no: 'day_is_sealed' };

/**
 * Seals a day (UTC): links every transfer before its end that has no link yet, so that one that arrived late is in the
 * next seal rather than in none. Refuses a day that is not over or that has a seal at or after it.
 */
export async function sealDay(
  work: Work,
  { day }: { day: string },
): Promise<Result<{ hash: string; transfers: number }, SealRefusal>> {
  const end = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
  if (work.now < end) return refuse({ no: 'day_is_not_over' });
  // Two sealers would both continue the same last link; the lock makes the second see the first one's seal.
  await work.run(sql`lock table ledger.seals in exclusive mode`);
  const last = await work.one<SealRow>(sql`
    select day, last_link, transfers, hash, previous, at from ledger.seals order by day desc limit 1`);
  if (last && last.day >= day) return refuse({ no: 'day_is_sealed' });

  const from = last ? new Date(Date.parse(`${last.day}T00:00:00Z`) - lateMs) : new Date(0);
  let n = last?.last_link ?? 0n;
  let hash = last?.hash ?? genesis;
  let transfers = 0;
  for (;;) {
    const rows = await work.many<TransferLine>(sql`
      select t.entry, t.line, t.kind, t.reference, t.at, t.debit, t.credit, t.currency, t.minor
        from ledger.transfers t
       where t.at >= ${from} and t.at < ${end}
         and not exists (select 1 from ledger.links l where l.entry = t.entry and l.line = t.line)
       order by t.at, t.entry, t.line
       limit ${batch}`);
    if (rows.length === 0) break;
    const links = rows.map((row) => ({
      n: (n += 1n),
      entry: row.entry,
      line: row.line,
      hash: (hash = linkHash(hash, row)),
    }));
    await work.run(sql`
      insert into ledger.links (n, entry, line, hash)
      select * from unnest(${links.map((one) => one.n)}::bigint[], ${links.map((one) => one.entry)}::text[],
                           ${links.map((one) => one.line)}::int[], ${links.map((one) => one.hash)}::text[])`);
    transfers += rows.length;
  }
  await work.run(sql`
    insert into ledger.seals (day, last_link, transfers, hash, previous, at)
    values (${day}, ${n}, ${transfers}, ${hash}, ${last?.hash ?? genesis}, ${work.now})`);
  return ok({ hash, transfers });
}
