/**
 * Plain SQL, said where it is needed. Every statement is named after the hash of its text, so that PostgreSQL parses
 * and plans it once per connection; values always travel as parameters.
 */
import { createHash } from 'node:crypto';

export interface Statement {
  readonly text: string;
  readonly name: string;
  readonly values: unknown[];
}

/** A piece of a statement that several statements share: `sql.part`. Never sent alone. */
export class Part {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings;
    this.values = values;
  }
}

interface Prepared {
  text: string;
  name: string;
}

const byTemplate = new WeakMap<TemplateStringsArray, Prepared>();
const byText = new Map<string, Prepared>();

function prepared(text: string): Prepared {
  let found = byText.get(text);
  if (!found) {
    found = { text, name: `e${createHash('sha1').update(text).digest('hex').slice(0, 20)}` };
    byText.set(text, found);
  }
  return found;
}

function numbered(strings: readonly string[]): string {
  let text = strings[0]!;
  for (let n = 1; n < strings.length; n++) text += `$${n}${strings[n]!}`;
  return text;
}

/** Lays the parts inside a template flat: one list of strings, one list of values. */
function flat(strings: readonly string[], values: readonly unknown[]): { strings: string[]; values: unknown[] } {
  const flatStrings: string[] = [strings[0]!];
  const flatValues: unknown[] = [];
  values.forEach((value, n) => {
    const after = strings[n + 1]!;
    if (value instanceof Part) {
      const inner = flat(value.strings, value.values);
      flatStrings[flatStrings.length - 1] += inner.strings[0]!;
      for (let m = 1; m < inner.strings.length; m++) flatStrings.push(inner.strings[m]!);
      flatStrings[flatStrings.length - 1] += after;
      flatValues.push(...inner.values);
    } else {
      flatStrings.push(after);
      flatValues.push(value);
    }
  });
  return { strings: flatStrings, values: flatValues };
}

function statement(strings: TemplateStringsArray, ...values: unknown[]): Statement {
  if (values.some((value) => value instanceof Part)) {
    const all = flat(strings, values);
    const { text, name } = prepared(numbered(all.strings));
    return { text, name, values: all.values };
  }
  let known = byTemplate.get(strings);
  if (!known) {
    known = prepared(numbered(strings));
    byTemplate.set(strings, known);
  }
  return { text: known.text, name: known.name, values };
}

function part(strings: TemplateStringsArray, ...values: unknown[]): Part {
  return new Part(strings, values);
}

/** `sql` makes a statement, `sql.part` a piece to nest in one, `sql.none` the empty piece. */
export const sql = Object.assign(statement, { part, none: new Part([''], []) });

/** A value for a json or jsonb column. Dates become ISO text, bigints decimal text. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner));
}
