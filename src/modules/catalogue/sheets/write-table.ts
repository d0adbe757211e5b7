/** Rows of text as a file for spreadsheets. Both kinds are read back by `readTable` as what they were. */
import writeExcelFile from 'write-excel-file/node';

export type TableKind = 'csv' | 'xlsx';
export const tableTypes: Readonly<Record<TableKind, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export async function writeTable(kind: TableKind, lines: readonly (readonly string[])[]): Promise<Buffer> {
  return kind === 'csv' ? csv(lines) : xlsx(lines);
}

/** With the mark by which spreadsheets know UTF-8. */
function csv(lines: readonly (readonly string[])[]): Buffer {
  return Buffer.from(`\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`);
}

/** What begins like a formula would be calculated by a spreadsheet, and could do harm there: it gets a `'`, which `readTable` takes off. */
function csvCell(cell: string): string {
  const guarded = /^[=+\-@'\t\r]/.test(cell) && !/^[+-]?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Every cell is text: a bar code keeps its zeros, and no program makes a day of `3-4`. */
async function xlsx(lines: readonly (readonly string[])[]): Promise<Buffer> {
  const [header = [], ...rest] = lines;
  const rows = [
    header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rest.map((cells) => cells.map((value) => (value === '' ? null : { value, type: String }))),
  ];
  const columns = header.map((name) => ({ width: Math.min(48, Math.max(12, name.length + 2)) }));
  return writeExcelFile(rows, { columns, stickyRowsCount: 1 }).toBuffer();
}
