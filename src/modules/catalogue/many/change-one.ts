import { canonical } from '#platform/pack';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { applyEdit } from '../edit-product.ts';
import { lockProduct } from '../product-row.ts';
import type { Product } from '../product-row.ts';
import { setStock } from '../set-stock.ts';
import { recallProduct, relistProduct, submitProduct, withdrawProduct } from '../submit-product.ts';
import { changedListing, changedStock, touchedOf, withTouched } from './change.ts';
import type { Change, Touched } from './change.ts';
import type { Listing } from '../listing.ts';

/** What a batch did to a product, for the batch that takes it back. */
export interface Undoing {
  readonly change: Change;
  readonly before: Kept;
  readonly after: Kept;
}
interface Kept {
  readonly listing?: Touched;
  /** By variant: how many were on the shelf. */
  readonly stock?: Readonly<Record<string, number>>;
}

export interface Came {
  /** `changed`, `same`, or why it was left as it is: a refusal, or the first problem of its listing. */
  readonly came: string;
  readonly before?: Kept;
  readonly after?: Kept;
}

const moves = { submit: submitProduct, withdraw: withdrawProduct, relist: relistProduct } as const;
const back = { submit: recallProduct, withdraw: relistProduct, relist: withdrawProduct } as const;

/** Changes one product of a batch, or takes its change back. */
export async function changeOne(
  work: Work,
  {
    product: id,
    change,
    undoing,
  }: { product: string; change: Change | { what: 'undo' }; undoing: Undoing | undefined },
): Promise<Came> {
  if (change.what === 'undo') return undoing ? takeBack(work, id, undoing) : { came: 'changed_since' };
  if (change.what === 'submit' || change.what === 'withdraw' || change.what === 'relist')
    return came(await moves[change.what](work, { product: id }), {}, {});
  const product = await lockProduct(work, id);
  if (!product) return { came: 'product_not_found' };
  if (change.what === 'stock_set' || change.what === 'stock_add')
    return count(work, product, (onHand) => changedStock(onHand, change)!);
  const before = product.proposal ?? product.listing;
  return edit(work, product, changedListing(before, change, product.row.currency)!);
}

async function edit(work: Work, product: Product, next: Listing): Promise<Came> {
  const before = touchedOf(product.proposal ?? product.listing);
  const after = touchedOf(next);
  if (canonical(before) === canonical(after)) return { came: 'same' };
  return came(await applyEdit(work, product, next), { listing: before }, { listing: after });
}

async function count(
  work: Work,
  { row: { id } }: Product,
  next: (onHand: number, variant: string) => number,
): Promise<Came> {
  const rows = await work.many<{ variant: string; on_hand: number; held: number }>(sql`
    select s.variant, s.on_hand, s.held from catalogue.stock s join catalogue.variants v on v.id = s.variant and v.product = s.product
     where s.product = ${id} order by s.variant`);
  const lines = rows
    .map((one) => ({ ...one, onHand: next(one.on_hand, one.variant) }))
    .filter((one) => one.onHand !== one.on_hand);
  if (lines.length === 0) return { came: 'same' };
  const by = (read: (one: (typeof lines)[number]) => number) =>
    Object.fromEntries(lines.map((one) => [one.variant, read(one)]));
  // Asked before, because a refusal in the middle would leave the variants before it changed.
  if (lines.some(({ onHand, held }) => onHand < held)) return { came: 'orders_hold_more' };
  return came(
    await setStock(work, { product: id, lines }),
    { stock: by((one) => one.on_hand) },
    { stock: by((one) => one.onHand) },
  );
}

async function takeBack(work: Work, id: string, { change, before, after }: Undoing): Promise<Came> {
  if (change.what === 'submit' || change.what === 'withdraw' || change.what === 'relist')
    return came(await back[change.what](work, { product: id }), {}, {});
  const product = await lockProduct(work, id);
  if (!product) return { came: 'product_not_found' };
  // What was sold or counted since stays: only the difference is taken back.
  if (before.stock && after.stock)
    return count(
      work,
      product,
      (onHand, variant) => onHand - (after.stock![variant] ?? 0) + (before.stock![variant] ?? 0),
    );
  const now = product.proposal ?? product.listing;
  if (!before.listing || canonical(touchedOf(now)) !== canonical(after.listing)) return { came: 'changed_since' };
  return edit(work, product, withTouched(now, before.listing));
}

type Answer = { ok: true } | { ok: false; refusal: { no: string; problems?: readonly { what: string }[] } };

function came(answer: Answer, before: Kept, after: Kept): Came {
  if (answer.ok) return { came: 'changed', before, after };
  const { no, problems } = answer.refusal;
  return { came: problems?.[0]?.what ?? no };
}
