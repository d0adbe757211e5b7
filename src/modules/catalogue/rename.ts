import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { forgetTree, readTree } from './category-tree.ts';
import { namedPart } from './named-part.ts';
import { isLocaleTag } from './texts.ts';

export interface RenameInput {
  category: string;
  /** One of its own attributes, by code; without it the category itself. */
  attribute?: string;
  /** One of that attribute's choices, by code. */
  choice?: string;
  /** By language; what is not named stays. An empty name gives way to the one that the house came with. */
  names: Readonly<Record<string, string>>;
  why: string;
}

/** Listed in the order in which they are checked. */
export type RenameRefusal =
  | { no: 'only_staff_for_rules_may' }
  | { no: 'category_not_found' }
  | { no: 'attribute_not_found' }
  | { no: 'choice_not_found' }
  | { no: 'language_is_not_known'; language: string }
  | { no: 'name_is_too_long'; most: number }
  | { no: 'english_name_is_missing' }
  | { no: 'nothing_is_different' }
  | { no: 'say_why' };

const longest = 80;

/** Staff name a category, one of its attributes or one of their choices, in some languages. What was listed under it stays where it is. */
export async function rename(
  work: Work,
  { category: id, attribute, choice, names, why }: RenameInput,
): Promise<Result<{ changed: number }, RenameRefusal>> {
  if (!isStaff(work.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may' });
  const category = (await readTree(work)).byId.get(id);
  if (!category) return refuse({ no: 'category_not_found' });
  const asked = category.attributes.find(({ code }) => code === attribute);
  if (attribute && !asked) return refuse({ no: 'attribute_not_found' });
  const chosen = asked?.choices.find(({ code }) => code === choice);
  if (choice && !chosen) return refuse({ no: 'choice_not_found' });
  const thing = chosen ?? asked ?? category;
  const part = namedPart(attribute, choice);
  const said = Object.entries(names).map(([locale, name]) => ({ locale, name: name.trim() }));
  const unknown = said.find(({ locale }) => !isLocaleTag(locale));
  if (unknown) return refuse({ no: 'language_is_not_known', language: unknown.locale });
  if (said.some(({ name }) => name.length > longest)) return refuse({ no: 'name_is_too_long', most: longest });
  // Who has no name in their own language reads the English one.
  if (said.some(({ locale, name }) => locale === 'en' && name === '')) return refuse({ no: 'english_name_is_missing' });
  const fresh = said
    .map((one) => ({ ...one, was: thing.names[one.locale] ?? '' }))
    .filter(({ name, was }) => name !== was);
  if (fresh.length === 0) return refuse({ no: 'nothing_is_different' });
  if (why.trim() === '') return refuse({ no: 'say_why' });

  const rows = fresh.map((one) => ({ ...one, id: newId(work.now) }));
  await work.run(sql`
    insert into catalogue.renamings (category, id, attribute, locale, was, name, by, at, why)
    select ${id}, id, ${part}, locale, was, name, ${work.by.name}, ${work.now}, ${why.trim()}
      from jsonb_to_recordset(${json(rows)}::jsonb) as n (id uuid, locale text, was text, name text)`);
  const subject = `category:${id}${part === '' ? '' : `/${part}`}`;
  await audit(work, { deed: 'category_renamed', subject, why: why.trim(), detail: { names: fresh } });
  forgetTree(work.house);
  return ok({ changed: fresh.length });
}
