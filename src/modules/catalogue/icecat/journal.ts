/** How far a file was brought in. Kept with the products, in the same transaction, so that the two never disagree. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { writeCategories } from '../add-categories.ts';
import { bringIn } from '../bring-in.ts';
import type { Brought, BringInRefusal } from '../bring-in.ts';
import type { CategoryRow } from '../category.ts';
import { reviews } from '../product-row.ts';
import { icecat } from './derive.ts';

export interface ImportName {
  readonly store: string;
  readonly hash: string;
}

export interface ImportState {
  lines: number;
  brought: number;
  renewed: number;
  ended_at: Date | null;
}

export interface LineProblem {
  readonly line: number;
  /** The row was left out; else it was brought in after the mend. */
  readonly leftOut: boolean;
  readonly item: string;
  readonly what: string;
  readonly mend: string;
}

type OnlyStaff = { no: 'only_staff_for_listings_may_bring_in' };

/** Writes the categories that the file needs, and begins its import or finds how far it is. `again` begins at the first line. */
export async function beginImport(
  work: Work,
  { store, hash, categories, again }: ImportName & { categories: readonly CategoryRow[]; again: boolean },
): Promise<Result<ImportState, OnlyStaff>> {
  if (!reviews(work.by)) return refuse({ no: 'only_staff_for_listings_may_bring_in' });
  const [rows, attributes] = writeCategories(categories, icecat);
  await Promise.all([
    work.run(rows),
    work.run(attributes),
    work.run(sql`
      insert into catalogue.imports as i (store, file_hash, source, started_at)
      values (${store}, ${hash}, ${icecat}, ${work.now})
          on conflict (store, file_hash) do update
         set lines = 0, brought = 0, renewed = 0, ended_at = null, started_at = excluded.started_at where ${again}`),
  ]);
  if (again) await work.run(sql`delete from catalogue.import_problems where store = ${store} and file_hash = ${hash}`);
  return ok((await stateOf(work, { store, hash }))!);
}

async function stateOf(ask: Asking, { store, hash }: ImportName): Promise<ImportState | undefined> {
  return ask.one<ImportState>(sql`
    select lines, brought, renewed, ended_at from catalogue.imports where store = ${store} and file_hash = ${hash} for update`);
}

export interface Batch extends ImportName {
  /** Lines that were done before, and that will be done with these. */
  readonly after: number;
  readonly upTo: number;
  readonly currency: string;
  readonly products: readonly (Brought & { readonly line: number })[];
  readonly problems: readonly LineProblem[];
  readonly last: boolean;
}

export type BringLinesRefusal = BringInRefusal | { no: 'another_import_of_the_file_goes_on' };

/** Brings in some lines, and notes that it did: all of it or nothing. */
export async function bringLines(work: Work, batch: Batch): Promise<Result<ImportState, BringLinesRefusal>> {
  const { store, hash, products } = batch;
  const state = await stateOf(work, batch);
  if (state?.lines !== batch.after) return refuse({ no: 'another_import_of_the_file_goes_on' });
  const brought = await bringIn(work, batch);
  if (!brought.ok) return brought;

  const lineOf = new Map(products.map(({ id, line, listing }) => [id, { line, item: listing.titles['en'] ?? id }]));
  const broken = brought.value.leftOut.flatMap(({ product, problems }) =>
    problems.map(({ where, what }) => ({
      ...lineOf.get(product)!,
      leftOut: true,
      what: `${where} ${what.replaceAll('_', ' ')}`,
      mend: `correct ${where}`,
    })),
  );
  const problems = [...batch.problems, ...broken];
  const places = new Map<number, number>();
  const numbered = problems.map((one) => {
    const n = (places.get(one.line) ?? 0) + 1;
    places.set(one.line, n);
    return { ...one, n };
  });
  await Promise.all([
    work.run(sql`
      insert into catalogue.import_problems (store, file_hash, line, n, left_out, item, what, mend)
      select ${store}, ${hash}, line, n, left_out, item, what, mend
        from unnest(${numbered.map(({ line }) => line)}::int[], ${numbered.map(({ n }) => n)}::int[], ${numbered.map(({ leftOut }) => leftOut)}::boolean[],
                    ${numbered.map(({ item }) => item)}::text[], ${numbered.map(({ what }) => what)}::text[], ${numbered.map(({ mend }) => mend)}::text[])
          as n (line, n, left_out, item, what, mend)`),
    work.run(sql`
      update catalogue.imports
         set lines = ${batch.upTo}, brought = brought + ${brought.value.fresh}, renewed = renewed + ${brought.value.renewed},
             ended_at = case when ${batch.last} then ${work.now}::timestamptz end
       where store = ${store} and file_hash = ${hash}`),
  ]);
  return ok((await stateOf(work, batch))!);
}

/** What was the matter with a file's rows, in the order of its lines. */
export async function importProblems(ask: Asking, { store, hash }: ImportName): Promise<LineProblem[]> {
  const rows = await ask.many<{ line: number; left_out: boolean; item: string; what: string; mend: string }>(sql`
    select line, left_out, item, what, mend from catalogue.import_problems where store = ${store} and file_hash = ${hash} order by line, n`);
  return rows.map(({ left_out, ...row }) => ({ ...row, leftOut: left_out }));
}
