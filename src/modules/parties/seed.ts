/** Reference data of this department: what sellers are asked for. A rule that was changed at the desk is not touched. */
import { readFileSync } from 'node:fs';
import { languages } from '#kernel/languages';
import type { House } from '#platform/house';
import { json, sql } from '#platform/sql';
import { problemOf } from './desk/identity-rules.ts';
import rules from './rules/identity.json' with { type: 'json' };
import type { Asked, AskedField, AskedPaper, InLanguages } from './stores/identity-rules.ts';
import { sellerKinds } from './stores/store.ts';

interface SeedRule extends Asked {
  countries: string[];
  kind: string;
  validFrom: string;
  source: string;
}

const folder = new URL('./rules/identity-words/', import.meta.url);

/** What fields and papers are called, by language. */
function wordsOfRules(): (name: string) => InLanguages {
  const files = languages.map(
    (language) =>
      [language, JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')) as InLanguages] as const,
  );
  return (name) =>
    Object.fromEntries(
      files.map(([language, words]) => {
        if (!words[name]) throw new Error(`rules/identity-words/${language}.json has no words for ${name}.`);
        return [language, words[name]];
      }),
    );
}

/** A rule says which fields it asks for and how each is checked; what they are called stands in a file for each language. */
export function seedRules(): SeedRule[] {
  const label = wordsOfRules();
  return rules.rules.map(({ fields, papers, payout_account, valid_from, ...rule }) => ({
    ...rule,
    validFrom: valid_from,
    payoutAccount: payout_account,
    fields: fields.map(([field, as, must, says]): AskedField => ({
      field: field!,
      as: as!,
      must: must === 'must',
      label: label(says ?? field!),
    })),
    papers: papers.map(([paper, must]): AskedPaper => ({ paper: paper!, must: must === 'must', label: label(paper!) })),
  }));
}

export async function seed(house: House): Promise<void> {
  for (const { countries, kind, validFrom, source, ...asked } of seedRules()) {
    const problem = problemOf({ ...asked, source });
    if (problem || !(sellerKinds as readonly string[]).includes(kind))
      throw new Error(`rules/identity.json: ${countries[0]} ${kind}: ${JSON.stringify(problem)}`);
    const { fields, papers, payoutAccount, mark, shown } = asked;
    await house.db.query(sql`
      insert into parties.identity_rules (country, kind, valid_from, body, source)
      select country, ${kind}, ${validFrom}, ${json({ fields, papers, payoutAccount, mark, shown })}, ${source}
        from unnest(${countries}::text[]) as c (country)
          on conflict (country, kind, valid_from) do nothing`);
  }
  await teachLanguages(house);
}

/** Rows of before learn the languages that came since, where they say in English what we say; the rest is as it was set. */
async function teachLanguages(house: House): Promise<void> {
  const ours = new Map(
    seedRules()
      .flatMap(({ fields, papers }) => [...fields, ...papers])
      .map(({ label }) => [label['en'], label]),
  );
  const taught = <T extends { label: InLanguages }>(one: T): T => ({
    ...one,
    label: { ...ours.get(one.label['en']), ...one.label },
  });
  const { rows } = await house.db.query(sql`
    select country, kind, valid_from, body from parties.identity_rules
     where exists (select 1 from jsonb_array_elements(body -> 'fields') as f (field)
                    where not field -> 'label' ?& ${[...languages]}::text[])`);
  for (const { country, kind, valid_from, body } of rows as RowToTeach[]) {
    const { fields, papers } = body;
    await house.db.query(sql`
      update parties.identity_rules
         set body = body || ${json({ fields: fields.map(taught), papers: papers.map(taught) })}::jsonb
       where country = ${country} and kind = ${kind} and valid_from = ${valid_from}`);
  }
}

interface RowToTeach {
  country: string;
  kind: string;
  valid_from: string;
  body: Asked;
}
