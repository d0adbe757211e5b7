/** What the people of a store see of the files that they sent. */
import { sql } from '#platform/sql';
import { isId } from '#kernel/id';
import type { Asking } from '#platform/work';
import { listsFor } from '../product-row.ts';
import { guessFields } from './fields.ts';
import type { SheetKind } from './fields.ts';
import { readSheetOf } from './sheet-row.ts';
import type { Sheet, SheetState } from './sheet-row.ts';

export interface SheetLine {
  id: string;
  name: string;
  state: SheetState;
  rows: number;
  items: number;
  done: number;
  fresh: number;
  changed: number;
  same: number;
  bad: number;
  at: Date;
}

/** The files that a store sent lately, last one first. */
export async function sheetsOfStore(ask: Asking, { store }: { store: string }): Promise<SheetLine[]> {
  if (!isId(store) || !listsFor(ask.by, store)) return [];
  return ask.many<SheetLine>(sql`
    select id, name, state, rows, items, done, fresh, changed, same, bad, at
      from catalogue.sheets where store = ${store} order by at desc, id desc limit 20`);
}

export interface SheetProblemLine {
  n: number;
  place: number;
  field: string;
  /** What the column is called in the file; empty where no column was taken for it. */
  column: string;
  what: string;
  args: Record<string, string | number>;
  leftOut: boolean;
  /** What the row is called in the file, and what stands in that cell now. */
  row: string;
  text: string;
}

export interface SheetPage extends Sheet {
  kind: SheetKind;
  /** The first rows, to see what a column holds. */
  sample: string[][];
  problems: SheetProblemLine[];
  /** How many rows have something in the way, and how many problems there are of each kind. */
  counted: { leftOut: number; lacking: number };
  more: boolean;
}

const perPage = 100;

interface ProblemRow extends Omit<SheetProblemLine, 'column' | 'leftOut' | 'row' | 'text'> {
  left_out: boolean;
  cells: string[];
}

/** As a person would call it: by its title, else by its number or handle. */
function rowName(cells: readonly string[], { fields, settings }: Pick<Sheet, 'fields' | 'settings'>): string {
  const named = [`title.${settings.locale}`, 'title', 'sku', 'handle']
    .map((field) => cells[columnPlace({ fields }, field)] ?? '')
    .find((text) => text !== '');
  return (named ?? '').slice(0, 80);
}

export async function sheetPage(
  ask: Asking,
  { page = 1, ...input }: { store: string; sheet: string; page?: number },
): Promise<SheetPage | undefined> {
  const sheet = await readSheetOf(ask, input);
  if (!sheet) return undefined;
  const [sample, problems, [counted]] = await Promise.all([
    ask.many<{ cells: string[] }>(
      sql`select cells from catalogue.sheet_rows where sheet = ${sheet.id} order by n limit 3`,
    ),
    ask.many<ProblemRow>(sql`
      select p.n, p.place, p.field, p.what, p.args, p.left_out, r.cells
        from catalogue.sheet_problems p
        join catalogue.sheet_rows r on r.sheet = p.sheet and r.n = p.n
       where p.sheet = ${sheet.id} order by p.left_out desc, p.n, p.place limit ${perPage + 1} offset ${(page - 1) * perPage}`),
    ask.many<{ left_out: number; lacking: number }>(sql`
      select count(*) filter (where left_out)::int as left_out, count(*) filter (where not left_out)::int as lacking
        from catalogue.sheet_problems where sheet = ${sheet.id}`),
  ]);
  return {
    ...sheet,
    kind: guessFields(sheet.header).kind,
    sample: sample.map(({ cells }) => cells),
    problems: problems.slice(0, perPage).map(({ left_out, cells, ...one }) => ({
      ...one,
      leftOut: left_out,
      column: columnOf(sheet, one.field),
      row: rowName(cells, sheet),
      text: cells[columnPlace(sheet, one.field)] ?? '',
    })),
    counted: { leftOut: counted!.left_out, lacking: counted!.lacking },
    more: problems.length > perPage,
  };
}

/** Where a field stands; languages and units of one thing stand for each other. Below 0 where no column holds it. */
export function columnPlace({ fields }: { fields: readonly string[] }, field: string): number {
  if (field === '') return -1;
  const exact = fields.indexOf(field);
  return exact >= 0
    ? exact
    : fields.findIndex((one) => one.startsWith(`${field}.`) || (field === 'weight_g' && one === 'weight_kg'));
}

/** The header above it. */
const columnOf = ({ header, fields }: Pick<Sheet, 'header' | 'fields'>, field: string): string =>
  header[columnPlace({ fields }, field)] ?? '';

export interface BadRow {
  n: number;
  cells: string[];
  problems: { field: string; column: string; what: string; args: Record<string, string | number> }[];
}

/** The rows of the products that were left out, whole, with what is wrong: to be mended and sent again. */
export async function badRows(
  ask: Asking,
  input: { store: string; sheet: string },
): Promise<{ name: string; header: string[]; rows: BadRow[] } | undefined> {
  const sheet = await readSheetOf(ask, input);
  if (!sheet) return undefined;
  const [rows, problems] = await Promise.all([
    ask.many<{ n: number; cells: string[] }>(sql`
      select n, cells from catalogue.sheet_rows r
       where sheet = ${sheet.id}
         and item in (select b.item from catalogue.sheet_rows b join catalogue.sheet_problems p on p.sheet = b.sheet and p.n = b.n
                       where b.sheet = ${sheet.id} and p.left_out)
       order by n`),
    ask.many<{ n: number; field: string; what: string; args: Record<string, string | number> }>(sql`
      select n, field, what, args from catalogue.sheet_problems where sheet = ${sheet.id} and left_out order by n, place`),
  ]);
  const byRow = Map.groupBy(problems, ({ n }) => n);
  return {
    name: sheet.name,
    header: sheet.header,
    rows: rows.map((row) => ({
      ...row,
      problems: (byRow.get(row.n) ?? []).map(({ n: _n, ...one }) => ({ ...one, column: columnOf(sheet, one.field) })),
    })),
  };
}
