/** What is in the way in a file, as a grid of the cells to mend. */
import type { GridColumn, GridLine } from './grid-parts.ts';

export interface SheetProblem {
  /** The row, as the person counts them, and what it is called. */
  readonly n: number;
  readonly row: string;
  /** What the cell is taken for; empty where it is about the whole row. */
  readonly field: string;
  /** What its column is called. */
  readonly column: string;
  /** What stands in it now. */
  readonly text: string;
  readonly says: string;
}

export interface ToMend {
  readonly columns: GridColumn[];
  readonly lines: GridLine[];
  /** By the name of the field. */
  readonly errors: Readonly<Record<string, string>>;
  /** What no cell can mend. */
  readonly whole: readonly SheetProblem[];
}

export const mendName = (row: string, field: string): string => `m.${row}.${field}`;

/** A cell that was sent: `m.4.title.en` is the title of row 4. */
export function mendedCell(name: string): { n: number; field: string } | undefined {
  const [, n, field] = /^m\.(\d{1,6})\.(.+)$/.exec(name) ?? [];
  return n && field ? { n: Number(n), field } : undefined;
}

export function toMend(problems: readonly SheetProblem[]): ToMend {
  const inCells = problems.filter(({ field }) => field !== '');
  const fields = Map.groupBy(inCells, ({ field }) => field);
  const columns = [...fields].map(([name, [first]]): GridColumn => ({
    name,
    label: first!.column,
    ...(/^description/.test(name) ? { wide: 32, lines: true } : { wide: 14 }),
    most: 30_000,
  }));
  const lines = [...Map.groupBy(inCells, ({ n }) => n)].map(([n, own]): GridLine => ({
    key: String(n),
    label: own[0]!.row ? `${n} · ${own[0]!.row}` : String(n),
    cells: Object.fromEntries(own.map(({ field, text }) => [field, text])),
  }));
  const errors: Record<string, string> = {};
  for (const { n, field, says } of inCells) {
    const name = mendName(String(n), field);
    errors[name] = errors[name] ? `${errors[name]} ${says}` : says;
  }
  return { columns, lines, errors, whole: problems.filter(({ field }) => field === '') };
}
