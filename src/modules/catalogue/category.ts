import type { Texts } from './texts.ts';

/** What is said of goods of a kind. A choice is one of its choices, by code; a number has one unit or none. */
export interface Attribute {
  readonly code: string;
  readonly names: Texts;
  readonly kind: 'text' | 'number' | 'choice' | 'yes_no';
  readonly unit: string;
  readonly required: boolean;
  readonly choices: readonly Choice[];
  /** Who asks: the house, or a file that was brought in. */
  readonly source: string;
}

export interface Choice {
  readonly code: string;
  readonly names: Texts;
}

/** A category as it is kept: its own attributes only. */
export interface CategoryRow {
  readonly id: string;
  readonly parent: string | null;
  /** From the root down to itself. */
  readonly path: readonly string[];
  readonly names: Texts;
  readonly hs: string | null;
  readonly attributes: readonly Attribute[];
}

/** A category in its tree. */
export interface Category extends CategoryRow {
  readonly children: readonly string[];
  /** Its own attributes and those of all above it, the highest first; a lower one takes the place of its namesake. */
  readonly inherited: readonly Attribute[];
  /** The same by code, with their places. */
  readonly asked: ReadonlyMap<string, AskedAttribute>;
}

export interface AskedAttribute extends Attribute {
  readonly place: number;
}

export interface Tree {
  readonly byId: ReadonlyMap<string, Category>;
  readonly roots: readonly string[];
}

/** Builds the tree. Rows come with parents before children and siblings in their order. */
export function treeOf(rows: readonly CategoryRow[]): Tree {
  const byId = new Map<string, Category & { children: string[] }>();
  const roots: string[] = [];
  for (const row of rows) {
    const parent = row.parent === null ? undefined : byId.get(row.parent);
    if (row.parent !== null && !parent) throw new Error(`${row.id} is below ${row.parent}, which is not there`);
    const inherited = laidOver(parent?.inherited ?? [], row.attributes);
    byId.set(row.id, {
      ...row,
      children: [],
      inherited,
      asked: new Map(inherited.map((one, place) => [one.code, { ...one, place }])),
    });
    (parent?.children ?? roots).push(row.id);
  }
  return { byId, roots };
}

function laidOver(above: readonly Attribute[], own: readonly Attribute[]): Attribute[] {
  return [...above.filter((one) => !own.some((other) => other.code === one.code)), ...own];
}

/** Goods are listed in leaves only. */
export const isLeaf = (category: Category): boolean => category.children.length === 0;

/** The categories from the root down to this one. */
export function pathOf(tree: Tree, id: string): Category[] {
  return (tree.byId.get(id)?.path ?? []).map((step) => tree.byId.get(step)!);
}
