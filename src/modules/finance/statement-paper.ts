/** A statement as paper. What stands on it comes in its reader's words; here it is only laid out. */
import { readFileSync } from 'node:fs';
import { familiesFor, print } from '#platform/paper';

export interface StatementPaper {
  /** BCP 47, and which way it is written. */
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The letterhead. */
  house: string;
  houseSays: string;
  title: string;
  days: string;
  currency: string;
  store: { name: string; lines: string[] };
  /** A label and an amount. */
  opening: [string, string];
  closing: [string, string];
  heads: string[];
  /** Oldest first, a cell for each head. */
  rows: string[][];
  /** What is said where there are no rows. */
  none: string;
  note: string;
  foot: string;
}

const source = readFileSync(new URL('./statement.typ', import.meta.url), 'utf8');

/** Written as its own letters want it, whatever is written around it: an address in Latin letters on an Arabic page. */
const apart = (text: string): string => `\u2068${text}\u2069`;

/** Amounts are read from left to right in all our languages; the marks that the page needs would turn their signs here. */
const amount = (text: string): string => `\u2066${text.replaceAll(/[\u200e\u200f\u061c]/g, '')}\u2069`;

/** A PDF on A4. The same statement made at the same moment gives the same bytes. */
export function printStatement(paper: StatementPaper, at: Date): Promise<Uint8Array> {
  // Typst takes the language without its country.
  const statement = {
    ...paper,
    lang: paper.lang.split('-')[0],
    store: { name: apart(paper.store.name), lines: paper.store.lines.map(apart) },
    days: apart(paper.days),
    opening: [paper.opening[0], amount(paper.opening[1])],
    closing: [paper.closing[0], amount(paper.closing[1])],
    rows: paper.rows.map(([at = '', what = '', ...amounts]) => [at, what, ...amounts.map(amount)]),
    families: familiesFor(paper.lang),
  };
  return print(source, { statement: JSON.stringify(statement) }, at);
}
