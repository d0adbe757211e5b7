import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { stockTurned } from './facts.ts';

export interface StockLine {
  readonly variant: string;
  readonly quantity: number;
}

export type HoldStockRefusal = { no: 'out_of_stock'; variant: string; available: number };

interface Counted {
  product: string;
  available: number;
}

/** What one order wants to hold. */
export interface Hold {
  readonly hold: string;
  readonly lines: readonly StockLine[];
}

interface HeldLine extends StockLine {
  hold: string;
}

/**
 * Lays hold of stock for an order, or for the orders of one purchase: of every line or of none. Holding again what an order
 * holds or has sold does nothing; what it gave back it may hold anew. Lines of digital goods hold nothing.
 *
 * Locks the holds, then the variants one by one in sorted order, all in one go: each line is counted on the condition that
 * it is there, and in the rare case that this was wrong it is counted back.
 */
export async function holdStock(
  work: Work,
  { holds }: { holds: readonly Hold[] },
): Promise<Result<undefined, HoldStockRefusal>> {
  const wanted = summed(holds);
  if (wanted.length === 0) return ok();
  const [written, ...counted] = await Promise.all([
    work.many<{ hold: string; variant: string }>(sql`
      insert into catalogue.holds as h (hold, variant, quantity, state, at)
      select hold, variant, quantity, 'held', ${work.now}
        from unnest(${wanted.map(({ hold }) => hold)}::text[], ${wanted.map(({ variant }) => variant)}::uuid[],
                    ${wanted.map(({ quantity }) => quantity)}::int[]) as n (hold, variant, quantity)
          on conflict (hold, variant) do update
         set state = 'held', quantity = excluded.quantity, at = excluded.at
       where h.state in ('released', 'returned')
      returning hold, variant`),
    ...wanted.map((line) => count(work, line)),
  ]);
  const fresh = new Set(written.map(named));
  const all = wanted.map((line, n) => ({
    line,
    counted: counted[n] as Counted | undefined,
    fresh: fresh.has(named(line)),
  }));

  countBack(
    work,
    all.filter((one) => one.counted && !one.fresh).map(({ line }) => line),
  );
  const missing = await reallyMissing(
    work,
    all.filter((one) => !one.counted && one.fresh).map(({ line }) => line),
  );
  if (missing) {
    // The caller may go on without the stock, so nothing of the attempt may stay.
    countBack(
      work,
      all.filter((one) => one.counted && one.fresh).map(({ line }) => line),
    );
    const again = all.filter((one) => one.fresh).map(({ line }) => line);
    work.send(sql`
      update catalogue.holds h set state = 'released'
        from unnest(${again.map(({ hold }) => hold)}::text[], ${again.map(({ variant }) => variant)}::uuid[]) as n (hold, variant)
       where h.hold = n.hold and h.variant = n.variant`);
    return refuse({ no: 'out_of_stock', ...missing });
  }
  for (const { line, counted: left, fresh: isNew } of all) {
    if (isNew && left?.available === 0) announce(work, stockTurned({ product: left.product, variant: line.variant }));
  }
  return ok();
}

const named = ({ hold, variant }: { hold: string; variant: string }) => `${hold} ${variant}`;

/** One line per order and variant, sorted: the order in which variants are locked by everybody. */
function summed(holds: readonly Hold[]): HeldLine[] {
  const sums = new Map<string, HeldLine>();
  for (const { hold, lines } of holds)
    for (const { variant, quantity } of lines) {
      const key = named({ hold, variant });
      sums.set(key, { hold, variant, quantity: (sums.get(key)?.quantity ?? 0) + quantity });
    }
  return [...sums.values()].sort((a, b) =>
    a.variant < b.variant || (a.variant === b.variant && a.hold < b.hold) ? -1 : 1,
  );
}

/** The guard is in the statement: of two who want the last one, the second finds the row changed. */
function count(work: Work, { variant, quantity }: StockLine): Promise<Counted | undefined> {
  return work.one<Counted>(sql`
    update catalogue.stock set held = held + ${quantity}
     where variant = ${variant} and on_hand - held >= ${quantity}
    returning product, on_hand - held as available`);
}

function countBack(work: Work, lines: readonly StockLine[]): void {
  for (const { variant, quantity } of lines)
    work.send(sql`update catalogue.stock set held = held - ${quantity} where variant = ${variant}`);
}

/** The first line that is short of stock; digital goods are not. */
async function reallyMissing(
  work: Work,
  lines: readonly StockLine[],
): Promise<{ variant: string; available: number } | undefined> {
  if (lines.length === 0) return undefined;
  const rows = await work.many<{ variant: string; available: number }>(sql`
    select v.variant, coalesce(s.on_hand - s.held, 0) as available
      from unnest(${lines.map(({ variant }) => variant)}::uuid[]) with ordinality as v (variant, n)
      left join catalogue.stock s on s.variant = v.variant
     where not exists (select from catalogue.offers o where o.variant = v.variant and o.digital)
     order by v.n`);
  return rows[0];
}
