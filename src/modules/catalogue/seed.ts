/** The categories of an everyday marketplace, from `rules/categories.json`: written at each migration, when they differ. */
import { readFile } from 'node:fs/promises';
import type { House } from '#platform/house';
import { house as ours, writeCategories } from './add-categories.ts';
import type { Attribute, CategoryRow } from './category.ts';
import { forgetTree } from './category-tree.ts';
import { readHouseNames } from './house-names.ts';
import type { HouseNames } from './house-names.ts';

interface WrittenCategory {
  id: string;
  hs?: string;
  attributes: { code: string; kind: Attribute['kind']; unit?: string; required?: boolean; choices?: string[] }[];
  inside?: WrittenCategory[];
}

export async function seedCategories(house: House): Promise<void> {
  for (const statement of writeCategories(await houseCategories(), ours)) await house.db.query(statement);
  forgetTree(house);
}

/** Parents before children, with their names in all languages. */
export async function houseCategories(): Promise<CategoryRow[]> {
  const [names, rules] = await Promise.all([
    readHouseNames(),
    readFile(new URL('./rules/categories.json', import.meta.url), 'utf8'),
  ]);
  return flat(JSON.parse(rules) as WrittenCategory[], [], names);
}

function flat(written: readonly WrittenCategory[], above: readonly string[], names: HouseNames): CategoryRow[] {
  return written.flatMap(({ id, hs, attributes, inside = [] }) => {
    const path = [...above, id];
    const own: CategoryRow = {
      id,
      parent: above.at(-1) ?? null,
      path,
      names: names.category(id),
      hs: hs ?? null,
      attributes: attributes.map(({ code, kind, unit = '', required = false, choices = [] }) => ({
        code,
        names: names.attribute(id, code),
        kind,
        unit,
        required,
        choices: choices.map((choice) => ({ code: choice, names: names.choice(id, code, choice) })),
        source: ours,
      })),
    };
    return [own, ...flat(inside, path, names)];
  });
}
