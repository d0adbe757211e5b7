/** The categories as the desk keeps them: every name in every language, what is asked, and what each was called before. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { Attribute, Category } from './category.ts';
import { tree } from './category-tree.ts';
import { countsOfCategories } from './category-page.ts';
import { said } from './texts.ts';
import type { Texts } from './texts.ts';

type OnlyRules = { no: 'only_staff_for_rules_may_look' };

export interface CategoryForDesk {
  id: string;
  names: Texts;
  /** How far below the top. */
  depth: number;
  hs: string | null;
  /** On sale in it and below it. */
  products: number;
  /** Its own; those of the categories above stand there. */
  attributes: {
    code: string;
    names: Texts;
    kind: Attribute['kind'];
    unit: string;
    required: boolean;
    choices: Texts[];
  }[];
}

/** All of them, each below what it belongs to. */
export async function categoriesForDesk(ask: Asking): Promise<Result<{ categories: CategoryForDesk[] }, OnlyRules>> {
  if (!isStaff(ask.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may_look' });
  const [{ byId, roots }, counts] = await Promise.all([tree(ask), countsOfCategories(ask)]);
  const walk = (id: string): CategoryForDesk[] => {
    const one = byId.get(id)!;
    return [viewOf(one, counts.get(id) ?? 0), ...one.children.flatMap(walk)];
  };
  return ok({ categories: roots.flatMap(walk) });
}

function viewOf({ id, names, path, hs, attributes }: Category, products: number): CategoryForDesk {
  return {
    id,
    names,
    depth: path.length - 1,
    hs,
    products,
    attributes: attributes.map(({ code, names: called, kind, unit, required, choices }) => ({
      code,
      names: called,
      kind,
      unit,
      required,
      choices: choices.map((choice) => choice.names),
    })),
  };
}

/** One name of a category, an attribute or a choice, beside the English one. */
export interface NameLine {
  category: string;
  attribute: string;
  choice: string;
  english: string;
  /** Empty where the language has none, and the English one is read. */
  said: string;
}

/** Every name in one language, in the order of the tree. */
export async function namesInLanguage(
  ask: Asking,
  { locale }: { locale: string },
): Promise<Result<{ names: NameLine[] }, OnlyRules>> {
  if (!isStaff(ask.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may_look' });
  const { byId } = await tree(ask);
  const line = (category: string, names: Texts, attribute = '', choice = ''): NameLine => ({
    category,
    attribute,
    choice,
    english: said(names, 'en'),
    said: names[locale] ?? '',
  });
  const names = [...byId.values()].flatMap(({ id, names: called, attributes }) => [
    line(id, called),
    ...attributes.flatMap((one) => [
      line(id, one.names, one.code),
      ...one.choices.map((choice) => line(id, choice.names, one.code, choice.code)),
    ]),
  ]);
  return ok({ names });
}

export interface Renaming {
  id: string;
  /** Empty for the category itself; `colour.red` for a choice. */
  attribute: string;
  locale: string;
  was: string;
  name: string;
  by: string;
  at: Date;
  why: string;
}

/** What a category and its attributes were called before, the latest first. */
export async function renamingsOf(
  ask: Asking,
  { category }: { category: string },
): Promise<Result<{ renamings: Renaming[] }, OnlyRules>> {
  if (!isStaff(ask.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may_look' });
  return ok({
    renamings: await ask.many<Renaming>(sql`
      select id, attribute, locale, was, name, by, at, why
        from catalogue.renamings where category = ${category} order by id desc limit 200`),
  });
}
