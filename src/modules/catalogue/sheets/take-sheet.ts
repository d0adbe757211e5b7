/**
 * Goes through a sheet, some products at a time. Each part is one transaction that ends its job and queues the next, so
 * that a worker that dies loses nothing and does nothing twice. A check does the same as a taking, but for the writing.
 */
import { isId, newId } from '#kernel/id';
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { storesOf } from '#modules/parties';
import { enqueue, job } from '#platform/jobs';
import type { JobName } from '#platform/jobs';
import { canonical } from '#platform/pack';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { tree } from '../category-tree.ts';
import type { Tree } from '../category.ts';
import { applyEdit } from '../edit-product.ts';
import { incompleteWhen, problemsOf } from '../listing-rules.ts';
import type { Listing } from '../listing.ts';
import { lockProduct } from '../product-row.ts';
import type { Product } from '../product-row.ts';
import { setStock } from '../set-stock.ts';
import { refreshWindow } from '../show-window.ts';
import { submitProduct } from '../submit-product.ts';
import { insertProduct } from '../write-listing.ts';
import { lackOf, planItem } from './plan-item.ts';
import type { Planned } from './plan-item.ts';
import { cellsBy, handleOf, readItem } from './read-item.ts';
import type { SheetProblem, SheetRow } from './read-item.ts';
import { lockSheet } from './sheet-row.ts';
import type { Sheet } from './sheet-row.ts';

const atOnce = 40;

export const goThrough: JobName<{ sheet: string }> = job('catalogue.go_through_sheet', (_house, { sheet }, info) =>
  info.perform(goOn, { sheet }),
);

type Came = 'fresh' | 'changed' | 'same' | 'bad';

/** The next products of a sheet. */
export async function goOn(
  work: Work,
  { sheet: id }: { sheet: string },
): Promise<Result<{ done: number }, { no: never }>> {
  const sheet = await lockSheet(work, id);
  if (!sheet || (sheet.state !== 'checking' && sheet.state !== 'taking')) return ok({ done: 0 });
  const [store] = await storesOf(work, { stores: [sheet.store] });
  const upTo = Math.min(sheet.items, sheet.done + atOnce);
  const rows = await work.many<SheetRow & { item: number }>(sql`
    select item, n, cells from catalogue.sheet_rows where sheet = ${id} and item > ${sheet.done} and item <= ${upTo} order by item, n`);
  const at = { work, sheet, currency: store!.currency, tree: await tree(work) };
  const count: Record<Came, number> = { fresh: 0, changed: 0, same: 0, bad: 0 };
  for (const [, own] of Map.groupBy(rows, ({ item }) => item)) count[await goThroughItem(at, own)] += 1;

  const isOver = upTo >= sheet.items;
  const after = isOver ? (sheet.state === 'checking' ? 'checked' : 'taken') : sheet.state;
  await work.run(sql`
    update catalogue.sheets
       set state = ${after}, done = ${upTo}, fresh = fresh + ${count.fresh}, changed = changed + ${count.changed}, same = same + ${count.same},
           bad = bad + ${count.bad}
     where id = ${id}`);
  if (!isOver) enqueue(work, goThrough({ sheet: id }), { subject: id });
  return ok({ done: upTo });
}

interface At {
  work: Work;
  sheet: Sheet;
  currency: string;
  tree: Tree;
}

async function goThroughItem(at: At, rows: readonly SheetRow[]): Promise<Came> {
  const { work, sheet, currency } = at;
  const { fields, header, settings } = sheet;
  const handle = handleOf(rows[0]!, cellsBy(fields), settings);
  const said = readItem(rows, { fields, header, currency, settings });
  const skus = said.variants.flatMap(({ sku }) => sku ?? []);
  const product = await productOf(work, sheet.store, handle, skus);
  const before = product && (product.proposal ?? product.listing);
  const planned = planItem(said, before, { tree: at.tree, settings, newId: () => newId(work.now) });
  const stock = product ? await stockChanged(work, product.row.id, planned) : planned.stock;
  const problems = [
    ...planned.problems,
    ...(planned.listing ? inTheWay(at, planned.listing, product, stock, said.n) : []),
  ];
  if (handle === '') problems.push({ n: said.n, field: 'title', what: 'row_has_no_name', args: {} });
  if (problems.length > 0 || !planned.listing) {
    await note(work, sheet.id, problems, true);
    return 'bad';
  }
  const lacks = lackingIn(at, planned.listing, said.n);
  await note(work, sheet.id, lacks, false);
  const isSame = before !== undefined && canonical(before) === canonical(planned.listing);
  if (sheet.state === 'taking')
    await take(at, { handle, product, listing: planned.listing, isSame, stock, isComplete: lacks.length === 0 });
  if (!product) return 'fresh';
  return isSame && stock.length === 0 ? 'same' : 'changed';
}

/** By the name that a file gave it before, by our own id, or by the numbers of its variants. */
async function productOf(
  work: Work,
  store: string,
  handle: string,
  skus: readonly string[],
): Promise<Product | undefined> {
  const found = await work.one<{ product: string }>(sql`
    select product from (
      select product, 1 as rank from catalogue.handles where store = ${store} and handle = ${handle}
       union all
      select id, 2 from catalogue.products where id = ${isId(handle) ? handle : null}::uuid and store = ${store}
       union all
      select v.product, 3 from catalogue.variants v join catalogue.products p on p.id = v.product
       where v.sku = any(${[...skus]}::text[]) and v.sku <> '' and p.store = ${store}) f
     order by rank, product limit 1`);
  return found && lockProduct(work, found.product);
}

type Stock = readonly { variant: string; onHand: number; held?: number; n: number }[];

/** What the file counted otherwise than we do. */
async function stockChanged(work: Work, product: string, { stock }: Planned): Promise<Stock> {
  if (stock.length === 0) return [];
  const rows = await work.many<{ variant: string; on_hand: number; held: number }>(sql`
    select variant, on_hand, held from catalogue.stock where product = ${product}`);
  return stock.flatMap((one) => {
    const known = rows.find(({ variant }) => variant === one.variant);
    return known?.on_hand === one.onHand ? [] : [{ ...one, held: known?.held ?? 0 }];
  });
}

/** What neither the rules of a listing nor the file itself can know. */
function inTheWay(
  { tree: { byId } }: At,
  listing: Listing,
  product: Product | undefined,
  stock: Stock,
  n: number,
): SheetProblem[] {
  const held = stock.flatMap(({ onHand, held: by = 0, n: row }) =>
    onHand < by ? [{ n: row, field: 'stock', what: 'orders_hold_more', args: { held: by } }] : [],
  );
  if (!product || product.row.state === 'draft') return held;
  const isChanged = canonical(product.proposal ?? product.listing) !== canonical(listing);
  if (!isChanged) return held;
  if (product.row.state === 'in_review') return [{ n, field: '', what: 'product_is_in_review', args: {} }];
  // What is on sale must stay complete.
  const missing = problemsOf(incompleteWhen, listing, byId.get(listing.category)!);
  return [...held, ...missing.flatMap((one) => lackOf(one, listing, n))];
}

const lackingIn = ({ tree: { byId } }: At, listing: Listing, n: number): SheetProblem[] =>
  problemsOf(incompleteWhen, listing, byId.get(listing.category)!).flatMap((one) => lackOf(one, listing, n));

async function note(work: Work, sheet: string, problems: readonly SheetProblem[], leftOut: boolean): Promise<void> {
  if (problems.length === 0) return;
  const once = [...new Map(problems.map((one) => [`${one.n} ${one.field} ${one.what}`, one])).values()];
  await work.run(sql`
    insert into catalogue.sheet_problems (sheet, n, place, field, what, args, left_out)
    select ${sheet}, n, place, field, what, args, ${leftOut}
      from jsonb_to_recordset(${json(once.map((one, place) => ({ ...one, place })))}::jsonb) as p (n int, place int, field text, what text, args jsonb)`);
}

interface Taken {
  handle: string;
  product: Product | undefined;
  listing: Listing;
  isSame: boolean;
  stock: Stock;
  isComplete: boolean;
}

async function take(
  { work, sheet, currency }: At,
  { handle, product, listing, isSame, stock, isComplete }: Taken,
): Promise<void> {
  const id = product?.row.id ?? newId(work.now);
  if (!product) {
    const counted = listing.variants.map((one) => ({
      ...one,
      onHand: stock.find(({ variant }) => variant === one.id)?.onHand ?? 0,
    }));
    await insertProduct(work, { id, store: sheet.store, currency, listing: { ...listing, variants: counted } });
    await refreshWindow(work, [id]);
  } else {
    if (!isSame) sure(await applyEdit(work, product, listing));
    if (stock.length > 0) {
      const there = await work.many<{ variant: string }>(
        sql`select variant from catalogue.stock where product = ${id}`,
      );
      // A variant that waits for the desk has no stock yet; its number is said again when it is there.
      const lines = stock.filter(({ variant }) => there.some((one) => one.variant === variant));
      if (lines.length > 0) sure(await setStock(work, { product: id, lines }));
    }
  }
  await work.run(sql`
    insert into catalogue.handles (store, handle, product) values (${sheet.store}, ${handle}, ${id})
        on conflict (store, handle) do update set product = excluded.product`);
  // Digital goods lack what buyers are given, which no file brings; the store may not be open yet: then it stays a draft.
  if (sheet.settings.submit && isComplete && (!product || product.row.state === 'draft'))
    await submitProduct(work, { product: id });
}

/** All that may be refused was looked at before, under the same locks. */
function sure(result: { ok: true } | { ok: false; refusal: { no: string } }): void {
  if (!result.ok) throw new Error(`A row that was found right was refused: ${JSON.stringify(result.refusal)}`);
}
