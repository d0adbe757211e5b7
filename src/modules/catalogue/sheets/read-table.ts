/** A file of a spreadsheet as rows of text: CSV as any program writes it, and XLSX. */
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { guessFields } from './fields.ts';

export const mostFileBytes = 8_000_000;
export const mostRows = 20_000;
const mostColumns = 200;
const mostCell = 30_000;
/** What a small file may swell to: more is no list of goods but an attempt to fill our memory. */
const mostUnpacked = 120_000_000;

export type ReadTableRefusal =
  | { no: 'sheet_is_empty' }
  | { no: 'sheet_is_too_large'; most: number }
  | { no: 'sheet_is_not_readable' }
  | { no: 'sheet_has_too_many_rows'; most: number }
  | { no: 'sheet_has_too_many_columns'; most: number };

export interface TableRead {
  readonly header: string[];
  /** As people count them: the header is row 1. */
  readonly rows: { n: number; cells: string[] }[];
}

export async function readTable(bytes: Buffer): Promise<Result<TableRead, ReadTableRefusal>> {
  if (bytes.length === 0) return refuse({ no: 'sheet_is_empty' });
  if (bytes.length > mostFileBytes) return refuse({ no: 'sheet_is_too_large', most: mostFileBytes / 1_000_000 });
  const lines = await linesOf(bytes).catch(() => undefined);
  if (!lines) return refuse({ no: 'sheet_is_not_readable' });
  const first = headerOf(lines);
  if (first < 0) return refuse({ no: 'sheet_is_empty' });
  const header = withoutTail(lines[first]!);
  if (header.length > mostColumns) return refuse({ no: 'sheet_has_too_many_columns', most: mostColumns });
  const rows = lines
    .map((cells, n) => ({ n: n + 1, cells: header.map((_, column) => cells[column] ?? '') }))
    .slice(first + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) return refuse({ no: 'sheet_is_empty' });
  return rows.length > mostRows ? refuse({ no: 'sheet_has_too_many_rows', most: mostRows }) : ok({ header, rows });
}

/**
 * Lists often have their own title above the names of the columns: the first row with two names that we know is the one,
 * or else the first with more than one cell.
 */
function headerOf(lines: readonly string[][]): number {
  const known = lines.slice(0, 15).findIndex((cells) => guessFields(cells).fields.filter(Boolean).length > 1);
  if (known >= 0) return known;
  const filled = (least: number) => lines.findIndex((cells) => cells.filter(Boolean).length >= least);
  return filled(2) >= 0 ? filled(2) : filled(1);
}

const withoutTail = (cells: readonly string[]): string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);

async function linesOf(bytes: Buffer): Promise<string[][] | undefined> {
  if (!bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return csvLines(bytes);
  if (unpackedBytes(bytes) > mostUnpacked) return undefined;
  const sheet = await readSheet(bytes, 1);
  return sheet.map((row) => row.map(cellText));
}

/** What a cell shows: a day as a day, yes and no as words, numbers without grouping. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return numberText(cell);
  return tidy(String(cell));
}

/** A bar code is 13 digits, not 4.00638E+12; and 0.1 + 0.2 is 0.3. */
const numberText = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(0) : String(Number(value.toPrecision(15)));

const tidy = (text: string): string => text.replaceAll('\0', '').replaceAll('\r\n', '\n').trim().slice(0, mostCell);

/** Adds up what the archive's list of contents says that its files are, unpacked. */
function unpackedBytes(bytes: Buffer): number {
  let sum = 0;
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0 && at + 46 <= bytes.length;) {
    sum += bytes.readUInt32LE(at + 24);
    at = bytes.indexOf('PK\x01\x02', at + 46, 'latin1');
  }
  return sum;
}

function csvLines(bytes: Buffer): string[][] | undefined {
  const text = decoded(bytes);
  if (text.slice(0, 4000).includes('\0')) return undefined;
  const lines = parse(text, {
    delimiter: delimiterOf(text),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    to: mostRows + 100,
  }) as string[][];
  return lines.map((cells) => cells.map((cell) => tidy(withoutGuard(cell))));
}

/** Ours and other programs put `'` before what a spreadsheet would take for a formula. */
const withoutGuard = (cell: string): string => (/^'[=+\-@'\t\r]/.test(cell) ? cell.slice(1) : cell);

/** UTF-8 or UTF-16 as the file says or shows; what is no UTF-8 comes from an older Windows program. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The sign that stands most often in the first line that has one, outside of quotes. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/, 15).map((one) => one.replace(/"[^"]*"/g, ''));
  const line = lines.find((one) => /[,;\t]/.test(one)) ?? '';
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
