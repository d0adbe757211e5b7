/** What categories ask for, as columns of a file: which there are to choose from, and which a header names. */
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { attributeView, tree } from '../category-tree.ts';
import type { AttributeView } from '../category-tree.ts';
import { isLeaf } from '../category.ts';
import type { Attribute, Category, Tree } from '../category.ts';
import { bare } from './fields.ts';
import { categoryNamed } from './said-words.ts';
import { readSheetOf } from './sheet-row.ts';

const mostOffered = 300;
const mostCategories = 200;

/**
 * The attributes of the categories that a file names and of the one that it is laid into; while it is not known where its
 * goods belong, those of all. A column can so be taken for one before the category is chosen.
 */
export async function attributesForSheet(
  ask: Asking,
  { locale, ...input }: { store: string; sheet: string; locale: string },
): Promise<AttributeView[]> {
  const sheet = await readSheetOf(ask, input);
  if (!sheet) return [];
  const column = sheet.fields.indexOf('category') + 1;
  const [all, named] = await Promise.all([
    tree(ask),
    column === 0
      ? []
      : ask.many<{ word: string | null }>(sql`
          select distinct cells[${column}::int] as word from catalogue.sheet_rows where sheet = ${sheet.id} limit ${mostCategories}`),
  ]);
  const words = [...named.map(({ word }) => word ?? ''), sheet.settings.category].filter(Boolean);
  const known = words.flatMap((word) => categoryNamed(word, all) ?? []);
  const everywhere = attributesOfAll(leaves(all));
  // What a column is taken for already has its name, too.
  const used = everywhere.filter(({ code }) => sheet.fields.includes(`attribute.${code}`));
  const asked = known.length > 0 ? attributesOfAll(known) : everywhere;
  return [...new Map([...used, ...asked].map((one) => [one.code, one])).values()]
    .slice(0, mostOffered)
    .map((one) => attributeView(one, locale));
}

/** Each code once, as the first category that asks for it calls it. */
function attributesOfAll(categories: readonly Category[]): Attribute[] {
  const byCode = new Map<string, Attribute>();
  for (const { inherited } of categories)
    for (const one of inherited) if (!byCode.has(one.code)) byCode.set(one.code, one);
  return [...byCode.values()];
}

const leaves = ({ byId }: Tree): Category[] => [...byId.values()].filter(isLeaf);

/** Takes the columns that are nothing else for the attribute whose name they bear in one of our languages; of two such, for none. */
export function guessAttributes(header: readonly string[], fields: readonly string[], all: Tree): string[] {
  const byName = new Map<string, string>();
  for (const { code, names } of attributesOfAll(leaves(all)))
    for (const name of new Set(Object.values(names).map(bare)))
      byName.set(name, byName.has(name) && byName.get(name) !== code ? '' : code);
  const taken = new Set(fields);
  return fields.map((field, n) => {
    if (field !== '') return field;
    // `Net weight (g)`: what stands in brackets is its unit.
    const text = header[n]!.normalize('NFKC');
    const code = byName.get(bare(text)) || byName.get(bare(text.replace(/[([].*$/s, '')));
    if (!code || taken.has(`attribute.${code}`)) return '';
    taken.add(`attribute.${code}`);
    return `attribute.${code}`;
  });
}
