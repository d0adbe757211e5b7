/** How the file's products become ours: `rules/icecat.json`. */
import { readFile } from 'node:fs/promises';
import type { Battery } from '../product.ts';
import type { Texts } from '../texts.ts';

interface WrittenKind {
  category: string;
  /** Where a category of its own stands; without it the category is one of the house's. */
  below?: string;
  names?: Texts;
  /** A pattern for the title. */
  title: string;
  /** Attributes that only such goods have. */
  has?: string[];
  hs: string;
  /** What one weighs and measures, packed, where the file does not say. */
  grams: number;
  mm: [number, number, number];
  battery?: Battery;
}

export interface GoodsKind extends WrittenKind {
  pattern: RegExp;
}

export interface IcecatRules {
  branches: { id: string; below: string; names: Texts }[];
  /** The first that fits counts; the last one fits everything. */
  kinds: GoodsKind[];
  /** Names in more languages than the file has, and units that it leaves out, by the file's own name without `attr_x_`. */
  attributes: Record<string, { names: Texts; unit?: string }>;
  /** Attributes that say nothing of the goods: of pallets, of other units, of the file itself. */
  skip: RegExp[];
  /** Countries as the file names them. */
  countries: Record<string, string>;
}

export async function readRules(): Promise<IcecatRules> {
  const written = JSON.parse(await readFile(new URL('../rules/icecat.json', import.meta.url), 'utf8')) as Omit<
    IcecatRules,
    'kinds' | 'skip'
  > & {
    kinds: WrittenKind[];
    skip: string[];
  };
  return {
    ...written,
    kinds: written.kinds.map((kind) => ({ ...kind, pattern: new RegExp(kind.title, 'i') })),
    skip: written.skip.map((pattern) => new RegExp(pattern)),
  };
}

/** The goods' kind: by its title, else by an attribute that only one kind has, else by its description. */
export function kindOf({ kinds }: IcecatRules, row: Readonly<Record<string, unknown>>): GoodsKind {
  const title = String(row['title']);
  const description = String(row['short_description'] ?? '');
  const last = kinds.at(-1)!;
  const some = kinds.slice(0, -1);
  return (
    some.find(({ pattern, has }) => pattern.test(title) || has?.some((name) => name in row)) ??
    some.find(({ pattern }) => description !== '' && pattern.test(description)) ??
    last
  );
}
