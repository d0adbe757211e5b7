/** A seller mends cells of a file that was checked or taken, where they stand, and the file is checked again. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { ownSheet, startCheck } from './bring-sheet.ts';
import type { OwnSheet, SheetStepRefusal } from './bring-sheet.ts';
import { isField } from './fields.ts';
import { columnPlace } from './sheet-questions.ts';

const mostCell = 30_000;

export interface MendedCell {
  /** The row, as the person counts them. */
  readonly n: number;
  /** What the cell is taken for; a field that the file has no column for gets one. */
  readonly field: string;
  readonly text: string;
}

export type MendSheetRefusal =
  | Extract<SheetStepRefusal, { no: 'sheet_not_found' | 'sheet_is_being_worked_on' | 'column_is_not_known' }>
  | { no: 'row_is_not_in_the_file'; row: number }
  | { no: 'cell_is_too_long'; row: number; most: number };

/**
 * Writes the cells and begins a check of the whole file: what was taken already is found unchanged, what was mended is
 * new. Nothing is taken by it.
 */
export async function mendSheet(
  work: Work,
  { store, sheet: id, cells }: OwnSheet & { cells: readonly MendedCell[] },
): Promise<Result<{ items: number }, MendSheetRefusal>> {
  const sheet = await ownSheet(work, { store, sheet: id });
  if (!sheet) return refuse({ no: 'sheet_not_found' });
  if (sheet.state === 'checking' || sheet.state === 'taking') return refuse({ no: 'sheet_is_being_worked_on' });
  const strange = cells.find(({ field }) => field === '' || !isField(field));
  if (strange) return refuse({ no: 'column_is_not_known', column: strange.field });
  const rows = await work.many<{ n: number; cells: string[] }>(sql`
    select n, cells from catalogue.sheet_rows where sheet = ${id} and n = any(${cells.map(({ n }) => n)}::int[])`);
  const lost = cells.find(({ n }) => !rows.some((row) => row.n === n));
  if (lost) return refuse({ no: 'row_is_not_in_the_file', row: lost.n });
  const long = cells.find(({ text }) => text.length > mostCell);
  if (long) return refuse({ no: 'cell_is_too_long', row: long.n, most: mostCell });

  const { header, fields } = withColumns(sheet, cells);
  const added = header.length - sheet.header.length;
  if (added > 0) {
    await work.run(sql`update catalogue.sheets set header = ${header}, fields = ${fields} where id = ${id}`);
    await work.run(sql`
      update catalogue.sheet_rows set cells = cells || array_fill(''::text, array[${added}::int]) where sheet = ${id}`);
  }
  const mended = rows.map((row) => ({ n: row.n, cells: mendedRow(row, { header, fields }, cells) }));
  await work.run(sql`
    update catalogue.sheet_rows r set cells = m.cells
      from jsonb_to_recordset(${json(mended)}::jsonb) as m (n int, cells text[])
     where r.sheet = ${id} and r.n = m.n`);
  return ok({ items: await startCheck(work, { id, fields, settings: sheet.settings }) });
}

interface Columns {
  readonly header: readonly string[];
  readonly fields: readonly string[];
}

/** With a column at the end for each field that is said now and that the file has none for. */
function withColumns(
  { header, fields }: Columns,
  cells: readonly MendedCell[],
): { header: string[]; fields: string[] } {
  const wanted = [...new Set(cells.flatMap(({ field, text }) => (text.trim() === '' ? [] : field)))];
  const fresh = wanted.filter((field) => columnPlace({ fields }, field) < 0);
  return { header: [...header, ...fresh], fields: [...fields, ...fresh] };
}

function mendedRow(row: { n: number; cells: string[] }, { header, fields }: Columns, cells: readonly MendedCell[]) {
  const text = header.map((_, column) => row.cells[column] ?? '');
  for (const cell of cells) {
    const place = columnPlace({ fields }, cell.field);
    if (cell.n === row.n && place >= 0) text[place] = cell.text.trim();
  }
  return text;
}
