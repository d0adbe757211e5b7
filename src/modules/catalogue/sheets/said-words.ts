/** Words of a file that stand for something of ours: categories, countries, choices. */
import { languages } from '#kernel/languages';
import { countries, countryName } from '#kernel/place';
import { isLeaf } from '../category.ts';
import type { Category, Tree } from '../category.ts';
import type { AttributeValue, Listing } from '../listing.ts';
import { readNumber, readYesNo } from './cells.ts';
import type { ItemSaid, SheetProblem, SheetSettings } from './read-item.ts';
import { fold } from './sheet-options.ts';

/** By our own code, by its name in any language, or by the last step of a path such as `Home > Kitchen > Kettles`. */
export function categoryNamed(text: string, { byId }: Tree): Category | undefined {
  const steps = text.split(/\s*[>›/]\s*/).filter(Boolean);
  const word = fold(steps.at(-1) ?? '');
  return (
    byId.get(word) ??
    [...byId.values()].find((one) => isLeaf(one) && Object.values(one.names).some((name) => fold(name) === word))
  );
}

export function categoryOf(
  { plain: { category: said } }: ItemSaid,
  before: Listing | undefined,
  settings: SheetSettings,
  all: Tree,
  wrong: (field: string, what: string, args?: SheetProblem['args']) => void,
): Category | undefined {
  const found = said ? categoryNamed(said, all) : undefined;
  const category = found ?? all.byId.get(before?.category ?? settings.category);
  if (!category)
    wrong('category', said ? 'category_is_not_known' : 'category_is_missing', { said: (said ?? '').slice(0, 60) });
  return category;
}

export function plainOf(
  { plain }: ItemSaid,
  before: Listing | undefined,
  settings: SheetSettings,
): { origin?: string; battery?: string; kind?: string } {
  const origin = plain.origin ? countryOf(plain.origin) : before ? undefined : settings.origin;
  const { battery, kind } = plain;
  return {
    ...(origin ? { origin } : {}),
    ...(battery ? { battery: fold(battery).replace(/[\s-]+/g, '_') } : {}),
    ...(kind ? { kind: fold(kind) } : {}),
  };
}

/** `CN`, `China`, `Китай`: codes, or names as our languages say them. */
function countryOf(text: string): string {
  const code = text.trim().toUpperCase();
  if ((countries as readonly string[]).includes(code)) return code;
  countriesByWord ??= new Map(
    languages.flatMap((locale) => countries.map((one) => [fold(countryName(one, locale)), one] as const)),
  );
  return countriesByWord.get(fold(text)) ?? code;
}

/** Made when the first file says a country by its name: some four thousand names. */
let countriesByWord: Map<string, string> | undefined;

export function attributesOf(
  { attributes }: ItemSaid,
  category: Category,
  wrong: (field: string, what: string, args?: SheetProblem['args']) => void,
): Record<string, AttributeValue> {
  const read: Record<string, AttributeValue> = {};
  for (const [code, text] of Object.entries(attributes)) {
    const asked = category.asked.get(code);
    const field = `attribute.${code}`;
    // One file may hold goods of many categories: what this one does not ask is not its own.
    if (!asked) continue;
    const word = fold(text);
    const choice = asked.choices.find(
      (one) => one.code === word || Object.values(one.names).some((name) => fold(name) === word),
    );
    if (asked.kind === 'text') read[code] = text;
    else if (asked.kind === 'choice' && choice) read[code] = choice.code;
    else if (asked.kind === 'choice')
      wrong(field, 'choice_is_not_known', {
        said: text.slice(0, 60),
        known: asked.choices
          .map((one) => one.code)
          .slice(0, 12)
          .join(', '),
      });
    else {
      const value = asked.kind === 'number' ? readNumber(text) : readYesNo(text);
      if (value.ok) read[code] = value.value;
      else wrong(field, value.wrong.what, { said: text.slice(0, 60) });
    }
  }
  return read;
}
