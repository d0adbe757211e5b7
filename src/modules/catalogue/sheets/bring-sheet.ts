/** A seller sends a file of goods, says what its columns are, has it checked, and has the good rows taken. */
import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { enqueue } from '#platform/jobs';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { listsFor } from '../product-row.ts';
import { tree } from '../category-tree.ts';
import { guessFields, isField } from './fields.ts';
import { handleOf, cellsBy } from './read-item.ts';
import type { SheetRow, SheetSettings } from './read-item.ts';
import { readTable } from './read-table.ts';
import type { ReadTableRefusal, TableRead } from './read-table.ts';
import { guessAttributes } from './sheet-attributes.ts';
import { lockSheet } from './sheet-row.ts';
import type { Sheet } from './sheet-row.ts';
import { goThrough } from './take-sheet.ts';

const keptDays = 30;

export type OpenSheetRefusal = { no: 'store_not_found' } | ReadTableRefusal;

/** Reads a file, CSV or XLSX in base64, and guesses what its columns are. Nothing of it is taken yet. */
export async function openSheet(
  work: Work,
  { store, name, data, settings }: { store: string; name: string; data: string; settings: SheetSettings },
): Promise<Result<{ sheet: string }, OpenSheetRefusal>> {
  if (!listsFor(work.by, store)) return refuse({ no: 'store_not_found' });
  const read = await readTable(Buffer.from(data, 'base64'));
  if (!read.ok) return read;
  const { header, rows } = read.value;
  const sheet = newId(work.now);
  const fields = guessAttributes(header, guessFields(header).fields, await tree(work));
  const kept = new Date(work.now.getTime() - keptDays * 86_400_000);
  await work.run(sql`delete from catalogue.sheets where store = ${store} and at < ${kept}`);
  await work.run(sql`
    insert into catalogue.sheets (id, store, by, name, header, fields, settings, state, rows, at)
    values (${sheet}, ${store}, ${work.by.id}, ${name.slice(0, 200)}, ${header}, ${fields}, ${json(settings)}, 'read',
            ${rows.length}, ${work.now})`);
  await writeRows(work, sheet, rows);
  return ok({ sheet });
}

async function writeRows(work: Work, sheet: string, rows: TableRead['rows']): Promise<void> {
  for (let at = 0; at < rows.length; at += 2000)
    await work.run(sql`
      insert into catalogue.sheet_rows (sheet, n, cells)
      select ${sheet}, n, cells from jsonb_to_recordset(${json(rows.slice(at, at + 2000))}::jsonb) as r (n int, cells text[])`);
}

export type SheetStepRefusal =
  | { no: 'sheet_not_found' }
  | { no: 'sheet_is_being_worked_on' }
  | { no: 'sheet_is_not_checked' }
  | { no: 'column_is_not_known'; column: string }
  | { no: 'two_columns_are_the_same'; column: string }
  | { no: 'title_or_number_is_needed' };

export interface OwnSheet {
  readonly store: string;
  readonly sheet: string;
}

/** Says what the columns are, and has the whole file checked without anything being written. May be said again and again. */
export async function checkSheet(
  work: Work,
  { store, sheet: id, fields, settings }: OwnSheet & { fields: readonly string[]; settings: SheetSettings },
): Promise<Result<{ items: number }, SheetStepRefusal>> {
  const sheet = await ownSheet(work, { store, sheet: id });
  if (!sheet) return refuse({ no: 'sheet_not_found' });
  if (sheet.state === 'checking' || sheet.state === 'taking') return refuse({ no: 'sheet_is_being_worked_on' });
  const laid = sheet.header.map((_, n) => fields[n] ?? '');
  const strange = laid.find((field) => !isField(field));
  if (strange !== undefined) return refuse({ no: 'column_is_not_known', column: strange });
  const twice = laid.find((field, n) => field !== '' && field !== 'as_option' && laid.indexOf(field) < n);
  if (twice !== undefined) return refuse({ no: 'two_columns_are_the_same', column: twice });
  if (!laid.some((field) => /^(handle|sku|title(\..*)?)$/.test(field)))
    return refuse({ no: 'title_or_number_is_needed' });

  return ok({ items: await startCheck(work, { id, fields: laid, settings }) });
}

/** Begins a check; the sheet is locked, and what its columns are is known to be right. Returns how many products it holds. */
export async function startCheck(
  work: Work,
  { id, fields, settings }: { id: string; fields: readonly string[]; settings: SheetSettings },
): Promise<number> {
  const items = await gather(work, id, fields, settings);
  await work.run(sql`
    update catalogue.sheets
       set fields = ${[...fields]}, settings = ${json(settings)}, state = 'checking', items = ${items}, done = 0, fresh = 0, changed = 0, same = 0, bad = 0
     where id = ${id}`);
  await work.run(sql`delete from catalogue.sheet_problems where sheet = ${id}`);
  enqueue(work, goThrough({ sheet: id }), { subject: id });
  return items;
}

/** Numbers the products of a file: rows of one handle are one product, wherever they stand. Returns how many there are. */
async function gather(work: Work, sheet: string, fields: readonly string[], settings: SheetSettings): Promise<number> {
  const rows = await work.many<SheetRow>(
    sql`select n, cells from catalogue.sheet_rows where sheet = ${sheet} order by n`,
  );
  const cells = cellsBy(fields);
  const items = new Map<string, number>();
  let above = 0;
  const of = rows.map((row) => {
    const handle = handleOf(row, cells, settings);
    // A row without any name goes with the product above it, as pictures and variants do in other shops' files.
    const known = handle === '' && above > 0 ? above : items.get(handle);
    above = known ?? items.size + 1;
    if (known === undefined) items.set(handle, above);
    return above;
  });
  await work.run(sql`
    update catalogue.sheet_rows r set item = o.item
      from unnest(${rows.map(({ n }) => n)}::int[], ${of}::int[]) as o (n, item)
     where r.sheet = ${sheet} and r.n = o.n`);
  return items.size;
}

/** Takes the products of a checked file that are right. Those that are not stay behind, with what is wrong with them. */
export async function takeSheet(work: Work, input: OwnSheet): Promise<Result<{ items: number }, SheetStepRefusal>> {
  const sheet = await ownSheet(work, input);
  if (!sheet) return refuse({ no: 'sheet_not_found' });
  if (sheet.state === 'checking' || sheet.state === 'taking') return refuse({ no: 'sheet_is_being_worked_on' });
  if (sheet.state !== 'checked') return refuse({ no: 'sheet_is_not_checked' });
  await work.run(sql`
    update catalogue.sheets set state = 'taking', done = 0, fresh = 0, changed = 0, same = 0, bad = 0 where id = ${sheet.id}`);
  await work.run(sql`delete from catalogue.sheet_problems where sheet = ${sheet.id}`);
  enqueue(work, goThrough({ sheet: sheet.id }), { subject: sheet.id });
  return ok({ items: sheet.items });
}

export async function ownSheet(work: Work, { store, sheet: id }: OwnSheet): Promise<Sheet | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const sheet = await lockSheet(work, id);
  return sheet && sheet.store === store && listsFor(work.by, store) ? sheet : undefined;
}
