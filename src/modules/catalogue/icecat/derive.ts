/** The first look at the file: which categories it needs, and what is said of the goods in each. */
import type { Attribute, CategoryRow, Tree } from '../category.ts';
import { linesOf } from './lines.ts';
import { freeCode, slug, spoken } from './names.ts';
import { kindOf } from './rules.ts';
import type { IcecatRules } from './rules.ts';

/** Who brought what came from such a file. */
export const icecat = 'icecat';

/** What is said by fewer than one in fifty of a category is not asked of its goods; nor is more than this. */
const leastShare = 0.02;
const leastCount = 3;
const mostAttributes = 40;
/** A text that takes no more different values than this is a choice. */
const mostChoices = 24;
const mostChoiceText = 60;

interface Seen {
  count: number;
  /** How often each text was said; undefined once there are too many of them for a choice. */
  texts: Map<string, number> | undefined;
}

/** One attribute of one category: what it is called in the file, and what it becomes. */
export interface Derived {
  readonly name: string;
  readonly attribute: Attribute;
  /** The code of each value, for a choice. */
  readonly codes: ReadonlyMap<string, string> | undefined;
}

/** By the name in the file. */
export type DerivedByName = ReadonlyMap<string, Derived>;

export interface Derivation {
  readonly lines: number;
  /** Branches and categories, parents first, with their own attributes. */
  readonly categories: CategoryRow[];
  readonly byCategory: ReadonlyMap<string, DerivedByName>;
  /** The line on which each product stands first. */
  readonly firstLine: ReadonlyMap<string, number>;
}

export async function derive(path: string, rules: IcecatRules, tree: Tree): Promise<Derivation> {
  const counts = new Map<string, { products: number; seen: Map<string, Seen> }>();
  const firstLine = new Map<string, number>();
  let lines = 0;
  for await (const { n, text } of linesOf(path)) {
    lines = n;
    const row = objectIn(text);
    if (!row) continue;
    const id = String(row['id'] ?? '');
    if (!firstLine.has(id)) firstLine.set(id, n);
    const { category } = kindOf(rules, row);
    let count = counts.get(category);
    if (!count) counts.set(category, (count = { products: 0, seen: new Map() }));
    count.products += 1;
    look(count.seen, row, rules);
  }
  const byCategory = new Map(
    [...counts].map(([category, { products, seen }]) => [
      category,
      derivedOf(seen, products, ownCodes(tree, category), rules),
    ]),
  );
  return { lines, categories: categoriesOf(rules, tree, byCategory), byCategory, firstLine };
}

/** An object as a line says it; undefined for anything else. */
export function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function look(seen: Map<string, Seen>, row: Record<string, unknown>, { skip }: IcecatRules): void {
  for (const name in row) {
    if (!/^attr_[tnb]_/.test(name)) continue;
    let one = seen.get(name);
    if (!one) {
      if (skip.some((pattern) => pattern.test(name.slice(7)))) continue;
      seen.set(name, (one = { count: 0, texts: new Map() }));
    }
    one.count += 1;
    if (name[5] !== 't' || !one.texts) continue;
    const text = String(row[name]).trim();
    one.texts.set(text, (one.texts.get(text) ?? 0) + 1);
    if (one.texts.size > mostChoices || text.length > mostChoiceText) one.texts = undefined;
  }
}

/** Codes that a category of the house, or one above it, asks already: ours get other ones. */
function ownCodes(tree: Tree, category: string): Set<string> {
  const asked = tree.byId.get(category)?.inherited ?? [];
  return new Set(asked.filter(({ source }) => source !== icecat).map(({ code }) => code));
}

function derivedOf(
  seen: ReadonlyMap<string, Seen>,
  products: number,
  taken: Set<string>,
  rules: IcecatRules,
): DerivedByName {
  const least = Math.max(leastCount, products * leastShare);
  const often = [...seen]
    .filter(([, { count }]) => count >= least)
    .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  return new Map(
    often.slice(0, mostAttributes).map(([name, { texts }]) => [name, derivedOne(name, texts, taken, rules)]),
  );
}

function derivedOne(
  name: string,
  texts: Map<string, number> | undefined,
  taken: Set<string>,
  { attributes }: IcecatRules,
): Derived {
  const own = name.slice(7);
  const code = freeCode(slug(own), name[5]!, taken);
  const { names = { en: spoken(own) }, unit = '' } = attributes[own] ?? {};
  const base = { code, names, unit: '', required: false, choices: [], source: icecat };
  if (name[5] === 'b') return { name, attribute: { ...base, kind: 'yes_no' }, codes: undefined };
  if (name[5] === 'n') return { name, attribute: { ...base, kind: 'number', unit }, codes: undefined };
  const choices = texts && texts.size > 1 ? choicesOf(texts) : undefined;
  if (!choices) return { name, attribute: { ...base, kind: 'text' }, codes: undefined };
  return { name, attribute: { ...base, kind: 'choice', choices: choices.list }, codes: choices.codes };
}

/** Spellings of the same word become one choice, named as it is written most. */
function choicesOf(
  texts: ReadonlyMap<string, number>,
): { list: Attribute['choices']; codes: Map<string, string> } | undefined {
  const often = [...texts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const names = new Map<string, string>();
  const codes = new Map<string, string>();
  for (const [text] of often) {
    const code = slug(text);
    if (code === '') return undefined;
    if (!names.has(code)) names.set(code, text);
    codes.set(text, code);
  }
  return { list: [...names].map(([code, en]) => ({ code, names: { en } })), codes };
}

function categoriesOf(
  { branches, kinds }: IcecatRules,
  tree: Tree,
  byCategory: ReadonlyMap<string, DerivedByName>,
): CategoryRow[] {
  const paths = new Map<string, readonly string[]>([...tree.byId].map(([id, { path }]) => [id, path]));
  const rows = new Map<string, CategoryRow>();
  const place = (id: string, parent: string, names: CategoryRow['names'], hs: string | null): void => {
    const path = [...paths.get(parent)!, id];
    paths.set(id, path);
    rows.set(id, { id, parent, path, names, hs, attributes: attributesIn(byCategory.get(id)) });
  };
  for (const { id, below, names } of branches) place(id, below, names, null);
  for (const { category, below, names, hs } of kinds) {
    if (!byCategory.has(category) || rows.has(category)) continue;
    const known = tree.byId.get(category);
    if (below && names) place(category, below, names, hs);
    else if (known) rows.set(category, { ...known, attributes: attributesIn(byCategory.get(category)) });
  }
  return [...rows.values()];
}

const attributesIn = (derived: DerivedByName | undefined): Attribute[] =>
  [...(derived?.values() ?? [])].map(({ attribute }) => attribute);
