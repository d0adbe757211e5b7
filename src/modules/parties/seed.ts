/** Reference data of this department: what sellers are asked for. A rule that was changed at the desk is not touched. */
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

/** The file names each field once, with its words; a rule says which it asks for and how each is checked. */
export function seedRules(): SeedRule[] {
  const words: Record<string, InLanguages> = rules.words;
  const label = (name: string): InLanguages => {
    const found = words[name];
    if (!found) throw new Error(`rules/identity.json has no words for ${name}.`);
    return found;
  };
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
}
