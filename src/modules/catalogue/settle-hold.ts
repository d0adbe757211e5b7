/** What becomes of stock that an order holds. */
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { stockTurned } from './facts.ts';
import type { StockLine } from './hold-stock.ts';
import type { HoldState } from './product.ts';

/** The order ended unpaid: what it holds is free again. Nothing happens when it holds nothing. */
export async function releaseStock(work: Work, { hold }: { hold: string }): Promise<void> {
  const lines = await step(work, hold, 'held', 'released');
  await Promise.all(
    lines.map(async ({ variant, quantity }) => {
      const row = await work.one<{ product: string; available: number }>(sql`
        update catalogue.stock set held = held - ${quantity} where variant = ${variant} returning product, on_hand - held as available`);
      tellIfBack(work, variant, quantity, row);
    }),
  );
}

/** The orders are paid: what they hold is sold for good. Variants are locked in sorted order. */
export function takeStock(work: Work, { holds }: { holds: readonly string[] }): void {
  work.send(sql`
    with sold as (
      update catalogue.holds set state = 'sold', at = ${work.now} where hold = any(${holds}::text[]) and state = 'held'
      returning variant, quantity
    ), gone as (
      select variant, sum(quantity)::int as quantity from sold group by variant order by variant
    )
    update catalogue.stock s
       set on_hand = on_hand - g.quantity, held = held - g.quantity
      from gone g
     where s.variant = g.variant`);
}

/** The order ended before its goods left: what was sold is on the shelf again. */
export async function returnStock(work: Work, { hold }: { hold: string }): Promise<void> {
  const lines = await step(work, hold, 'sold', 'returned');
  await Promise.all(
    lines.map(async ({ variant, quantity }) => {
      const row = await work.one<{ product: string; available: number }>(sql`
        update catalogue.stock set on_hand = on_hand + ${quantity} where variant = ${variant} returning product, on_hand - held as available`);
      tellIfBack(work, variant, quantity, row);
    }),
  );
}

/** Locks the order's holds, and gives them sorted: the order in which variants are locked by everybody. */
async function step(work: Work, hold: string, from: HoldState, to: HoldState): Promise<StockLine[]> {
  const lines = await work.many<{ variant: string; quantity: number }>(sql`
    update catalogue.holds set state = ${to}, at = ${work.now} where hold = ${hold} and state = ${from} returning variant, quantity`);
  return lines.sort((a, b) => (a.variant < b.variant ? -1 : 1));
}

/** When all that is left is what just came back, there was none before. */
function tellIfBack(
  work: Work,
  variant: string,
  quantity: number,
  row: { product: string; available: number } | undefined,
): void {
  if (row?.available === quantity) announce(work, stockTurned({ product: row.product, variant }));
}
