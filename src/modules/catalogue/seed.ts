/** The categories of an everyday marketplace, from `rules/categories.json`: written at each migration, when they differ. */
import { readFile } from 'node:fs/promises';
import type { House } from '#platform/house';
import { attributeOf, house as ours, writeCategories } from './add-categories.ts';
import type { WrittenAttribute } from './add-categories.ts';
import type { CategoryRow } from './category.ts';
import { forgetTree } from './category-tree.ts';

interface WrittenCategory {
  id: string;
  names: Record<string, string>;
  hs?: string;
  attributes: WrittenAttribute[];
  inside?: WrittenCategory[];
}

export async function seedCategories(house: House): Promise<void> {
  const written = JSON.parse(
    await readFile(new URL('./rules/categories.json', import.meta.url), 'utf8'),
  ) as WrittenCategory[];
  for (const statement of writeCategories(flat(written, []), ours)) await house.db.query(statement);
  forgetTree(house);
}

function flat(written: readonly WrittenCategory[], above: readonly string[]): CategoryRow[] {
  return written.flatMap(({ id, names, hs, attributes, inside = [] }) => {
    const path = [...above, id];
    const own = {
      id,
      parent: above.at(-1) ?? null,
      path,
      names,
      hs: hs ?? null,
      attributes: attributes.map(attributeOf),
    };
    return [own, ...flat(inside, path)];
  });
}
