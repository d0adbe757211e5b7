/**
 * Texts that staff set over those the house came with, as each process knows them. A look for news costs one small statement,
 * at most once a second; only when there is some are they read. One that no longer fits its place, because a new version of
 * the house says it otherwise, is left out: the house's own holds again.
 */
import { remembered } from './house.ts';
import type { House } from './house.ts';
import { isLetterKey, letterKey, ownTexts } from './own-texts.ts';
import type { LetterText } from './own-texts.ts';
import { sql } from './sql.ts';
import { problemOfText } from './text-rules.ts';

/** By language, then by key. Another object each time that something is new. */
export type SetTexts = ReadonlyMap<string, Readonly<Record<string, string>>>;

interface Kept {
  looked: number;
  rows: number;
  set: SetTexts;
  looking: Promise<SetTexts> | undefined;
}

const memory = Symbol('platform.texts');
const keptMs = 1000;
const keptOf = (house: House): Kept =>
  remembered(house, memory, () => ({ looked: -Infinity, rows: 0, set: new Map(), looking: undefined }));

/** At hand, but for one asking in a second. */
export function textsSet(house: House): SetTexts | Promise<SetTexts> {
  const kept = keptOf(house);
  if (performance.now() - kept.looked < keptMs) return kept.set;
  return (kept.looking ??= look(house, kept).finally(() => (kept.looking = undefined)));
}

/** After news of a text: the next asker looks. */
export function forgetTexts(house: House): void {
  keptOf(house).looked = -Infinity;
}

async function look(house: House, kept: Kept): Promise<SetTexts> {
  const begun = performance.now();
  try {
    // Rows are only ever added.
    const { rows } = await house.db.query(sql`select count(*)::int as count from platform.texts`);
    const { count } = rows[0] as { count: number };
    if (count !== kept.rows) {
      kept.set = await read(house);
      kept.rows = count;
    }
    kept.looked = begun;
  } catch (err) {
    // The words of a moment ago are better than no page.
    house.log.warn({ err }, 'the texts that were set could not be read');
  }
  return kept.set;
}

async function read(house: House): Promise<SetTexts> {
  const { rows } = await house.db.query(sql`
    select distinct on (key, locale) key, locale, text from platform.texts order by key, locale, id desc`);
  const { byKey } = ownTexts(house);
  const set = new Map<string, Record<string, string>>();
  for (const { key, locale, text } of rows as { key: string; locale: string; text: string }[]) {
    const known = byKey.get(key)?.said;
    const own = known?.[locale] ?? known?.['en'];
    if (text === '' || own === undefined || problemOfText(key, { own, text, locale })) continue;
    const theirs = set.get(locale) ?? {};
    set.set(locale, { ...theirs, [key]: text });
  }
  return set;
}

/** The letter as it is said now: what was set stands over its own words, part by part. */
export async function letterSaid(
  house: House,
  { module, locale, letter, own }: { module: string; locale: string; letter: string; own: LetterText },
): Promise<LetterText> {
  const set = (await textsSet(house)).get(locale);
  if (!set) return own;
  const part = (name: keyof LetterText) => set[letterKey(module, letter, name)];
  return {
    subject: part('subject') ?? own.subject,
    text: part('text')?.split('\n') ?? own.text,
    button: part('button') ?? own.button,
  };
}

/** Those of pages in one language. */
export function pagesIn(set: SetTexts, locale: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(set.get(locale) ?? {}).filter(([key]) => !isLetterKey(key)));
}
