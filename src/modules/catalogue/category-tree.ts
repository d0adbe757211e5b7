/** The categories: few, read by everybody, hardly ever changed. Each process keeps them in memory for a while. */
import { remembered } from '#platform/house';
import type { House } from '#platform/house';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { isLeaf, treeOf } from './category.ts';
import type { Attribute, Category, CategoryRow, Choice, Tree } from './category.ts';
import { namedPart } from './named-part.ts';
import { said } from './texts.ts';
import type { Texts } from './texts.ts';

const memory = Symbol('catalogue.tree');
/** A change made by another process is seen after this long. */
const keptMs = 30_000;

interface Kept {
  at: number;
  tree: Promise<Tree> | undefined;
}

/** A category that is not known may be new: so often it is looked for. */
const lookedMs = 1_000;

/** The whole tree, from memory; read anew when it does not know one of these. */
export async function tree(ask: Asking, mustKnow: readonly string[] = []): Promise<Tree> {
  const kept = remembered<Kept>(ask.house, memory, () => ({ at: 0, tree: undefined }));
  const now = ask.now.getTime();
  const old = now - kept.at;
  if (kept.tree && old <= keptMs) {
    const known = await kept.tree;
    if (old < lookedMs || mustKnow.every((id) => known.byId.has(id))) return known;
  }
  // Whoever waited at the same time finds it begun.
  if (!kept.tree || kept.at < now) {
    kept.at = now;
    kept.tree = readTree(ask);
    // A failure is told to those who wait for it, and not kept.
    kept.tree.catch(() => (kept.tree = undefined));
  }
  return kept.tree;
}

/** For a process that has just changed the categories itself. */
export function forgetTree(house: House): void {
  house.memory.delete(memory);
}

interface StoredCategory {
  id: string;
  parent: string | null;
  path: string[];
  names: Texts;
  hs: string | null;
}

interface StoredAttribute {
  category: string;
  code: string;
  names: Texts;
  kind: string;
  unit: string;
  required: boolean;
  choices: unknown;
  source: string;
}

/** The tree as the database has it now, for those who change it. */
export async function readTree(ask: Asking): Promise<Tree> {
  const [categories, attributes, renamings] = await Promise.all([
    ask.many<StoredCategory>(sql`
      select id, parent, path, names, hs from catalogue.categories order by cardinality(path), place, id`),
    ask.many<StoredAttribute>(sql`
      select category, code, names, kind, unit, required, choices, source from catalogue.attributes order by category, place, code`),
    ask.many<{ category: string; attribute: string; locale: string; name: string }>(sql`
      select distinct on (category, attribute, locale) category, attribute, locale, name
        from catalogue.renamings order by category, attribute, locale, id desc`),
  ]);
  const called = Map.groupBy(renamings, ({ category, attribute }) => `${category}/${attribute}`);
  const namesOf = (thing: string, names: Texts): Texts => {
    const set = (called.get(thing) ?? []).filter(({ name }) => name !== '');
    return set.length === 0
      ? names
      : { ...names, ...Object.fromEntries(set.map(({ locale, name }) => [locale, name])) };
  };
  const own = Map.groupBy(attributes, (one) => one.category);
  return treeOf(
    categories.map((row): CategoryRow => ({
      ...row,
      names: namesOf(`${row.id}/`, row.names),
      attributes: (own.get(row.id) ?? []).map(({ names, choices, ...one }) => ({
        ...one,
        names: namesOf(`${row.id}/${one.code}`, names),
        choices: (choices as Choice[]).map((choice) => ({
          ...choice,
          names: namesOf(`${row.id}/${namedPart(one.code, choice.code)}`, choice.names),
        })),
      })) as readonly unknown[] as Attribute[],
    })),
  );
}

export interface CategoryView {
  id: string;
  name: string;
  leaf: boolean;
  children: CategoryView[];
}

/** The tree in words of one language, for menus. */
export async function categoryTree(ask: Asking, { locale }: { locale: string }): Promise<CategoryView[]> {
  const { byId, roots } = await tree(ask);
  const view = (id: string): CategoryView => {
    const one = byId.get(id)!;
    return { id, name: said(one.names, locale), leaf: isLeaf(one), children: one.children.map(view) };
  };
  return roots.map(view);
}

export interface CategoryForm {
  id: string;
  name: string;
  path: { id: string; name: string }[];
  hs: string | null;
  attributes: AttributeView[];
}

export interface AttributeView {
  code: string;
  name: string;
  kind: Attribute['kind'];
  unit: string;
  required: boolean;
  choices: { code: string; name: string }[];
}

/** What a seller is asked about goods of this category, the inherited included. */
export async function categoryForm(
  ask: Asking,
  { category, locale }: { category: string; locale: string },
): Promise<CategoryForm | undefined> {
  const all = await tree(ask);
  const one = all.byId.get(category);
  if (!one) return undefined;
  return {
    id: category,
    name: said(one.names, locale),
    path: steps(all, one, locale),
    hs: one.hs,
    attributes: one.inherited.map((attribute) => attributeView(attribute, locale)),
  };
}

export function attributeView(
  { code, names, kind, unit, required, choices }: Attribute,
  locale: string,
): AttributeView {
  const named = choices.map((choice) => ({ code: choice.code, name: said(choice.names, locale) }));
  return { code, name: said(names, locale), kind, unit, required, choices: named };
}

/** The way down to a category, in words. */
export function steps(all: Tree, { path }: Category, locale: string): { id: string; name: string }[] {
  return path.map((id) => ({ id, name: said(all.byId.get(id)!.names, locale) }));
}
