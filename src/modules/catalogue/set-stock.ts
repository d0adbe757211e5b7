import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { productChanged, stockTurned } from './facts.ts';
import { isOwn } from './product-row.ts';
import type { OwnProduct } from './product-row.ts';

const mostOnHand = 10_000_000;

export type SetStockRefusal =
  | { no: 'product_not_found' }
  | { no: 'quantity_is_wrong'; most: number }
  | { no: 'variant_not_found'; variant: string }
  | { no: 'orders_hold_more'; variant: string; held: number };

/** The seller counted: so many are on the shelf, those that orders hold included. Variants are locked in sorted order. */
export async function setStock(
  work: Work,
  {
    product,
    store,
    lines,
  }: OwnProduct & { readonly lines: readonly { readonly variant: string; readonly onHand: number }[] },
): Promise<Result<undefined, SetStockRefusal>> {
  const row = isId(product)
    ? await work.one<{ store: string }>(sql`select store from catalogue.products where id = ${product}`)
    : undefined;
  if (!row || !isOwn(work.by, row.store, store)) return refuse({ no: 'product_not_found' });
  if (lines.some(({ onHand }) => !Number.isInteger(onHand) || onHand < 0 || onHand > mostOnHand))
    return refuse({ no: 'quantity_is_wrong', most: mostOnHand });

  for (const { variant, onHand } of [...lines].sort((a, b) => (a.variant < b.variant ? -1 : 1))) {
    const stock = await work.one<{ on_hand: number; held: number }>(sql`
      select on_hand, held from catalogue.stock where variant = ${variant} and product = ${product} for update`);
    if (!stock) return refuse({ no: 'variant_not_found', variant });
    if (onHand < stock.held) return refuse({ no: 'orders_hold_more', variant, held: stock.held });
    await work.run(sql`update catalogue.stock set on_hand = ${onHand} where variant = ${variant}`);
    if ((stock.on_hand === stock.held) !== (onHand === stock.held)) announce(work, stockTurned({ product, variant }));
  }
  return ok();
}

/** Whether anything of it is left, after the last one went or some came back: cards say so. */
export async function noteSoldOut(work: Work, { product }: { product: string }): Promise<void> {
  const turned = await work.one<{ store: string }>(sql`
    update catalogue.products p
       set sold_out = not p.sold_out
     where p.id = ${product} and p.kind = 'goods'
       and p.sold_out = exists (select from catalogue.stock s join catalogue.variants v on v.id = s.variant and v.product = s.product
                                 where s.product = p.id and s.on_hand > s.held)
    returning store`);
  if (turned) announce(work, productChanged({ product, store: turned.store }));
}

export interface StockProblem {
  variant: string;
  on_hand: number;
  held: number;
  /** What orders hold of it, added up. */
  counted: number;
}

/** Proves the stock: what is held of each variant is what orders hold of it. Gives those that do not agree; empty is well. */
export async function checkStock(ask: Asking): Promise<StockProblem[]> {
  return ask.many<StockProblem>(sql`
    select s.variant, s.on_hand, s.held, coalesce(h.counted, 0) as counted
      from catalogue.stock s
      left join (select variant, sum(quantity)::int as counted from catalogue.holds where state = 'held' group by variant) h on h.variant = s.variant
     where s.held <> coalesce(h.counted, 0)
     order by s.variant limit 1000`);
}

/** The orders that hold stock now, oldest first. */
export async function stockHeld(
  ask: Asking,
  { limit = 1000 }: { limit?: number } = {},
): Promise<{ hold: string; variant: string; quantity: number; at: Date }[]> {
  return ask.many<{ hold: string; variant: string; quantity: number; at: Date }>(sql`
    select hold, variant, quantity, at from catalogue.holds where state = 'held' order by at, hold, variant limit ${limit}`);
}
