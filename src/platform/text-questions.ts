/** The texts as the desk looks at them: found by words or key, what is changed, and how each was said before. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from './actor.ts';
import { ownTexts } from './own-texts.ts';
import { sql } from './sql.ts';
import { blanksIn, problemOfText } from './text-rules.ts';
import type { Asking } from './work.ts';

type OnlyRules = { no: 'only_staff_for_rules_may_look' };

export interface TextLine {
  key: string;
  area: string;
  /** The house's own in English. */
  english: string;
  /** How it is said in the language asked for. */
  said: string;
  /** Whether somebody set it, and whether what they set still fits. */
  state: 'own' | 'set' | 'does_not_fit' | 'missing';
  /** What must stand in it. */
  blanks: string[];
}

export interface TextsAsked {
  /** Words of the text in this language or in English, or a part of the key. */
  text?: string;
  locale: string;
  area?: string;
  changed?: boolean;
  /** Only what the language does not say, and English stands for. */
  missing?: boolean;
  page?: number;
}

export const textsPerPage = 40;

interface SetRow {
  key: string;
  locale: string;
  text: string;
}

/** In the order in which they are written down; 40 to a page. */
export async function textsForDesk(
  ask: Asking,
  { text = '', locale, area = '', changed = false, missing = false, page = 1 }: TextsAsked,
): Promise<Result<{ texts: TextLine[]; total: number; changed: number; missing: number; areas: string[] }, OnlyRules>> {
  if (!isStaff(ask.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may_look' });
  const { byKey } = ownTexts(ask.house);
  const rows = await ask.many<SetRow>(sql`
    select distinct on (key, locale) key, locale, text from platform.texts
     where locale = ${locale} order by key, locale, id desc`);
  const set = new Map(rows.filter((one) => one.text !== '').map((one) => [one.key, one.text]));
  const sought = text.trim().toLowerCase();
  let lacking = 0;
  const lines = [...byKey].flatMap(([key, { area: of, said }]): TextLine[] => {
    const english = said['en'];
    const own = said[locale] ?? english;
    if (own === undefined || (area !== '' && of !== area)) return [];
    const over = set.get(key);
    const lacks = said[locale] === undefined && over === undefined;
    if (lacks) lacking += 1;
    if ((changed && over === undefined) || (missing && !lacks)) return [];
    const fits = over === undefined || !problemOfText(key, { own, text: over, locale });
    const now = over !== undefined && fits ? over : lacks ? '' : own;
    if (sought !== '' && !`${key}\n${english}\n${now}`.toLowerCase().includes(sought)) return [];
    const state = lacks ? 'missing' : over === undefined ? 'own' : fits ? 'set' : 'does_not_fit';
    return [{ key, area: of, english: english ?? own, said: now, state, blanks: [] }];
  });
  const from = (page - 1) * textsPerPage;
  return ok({
    texts: lines
      .slice(from, from + textsPerPage)
      .map((one) => ({ ...one, blanks: blanksIn(one.key, one.english).blanks })),
    total: lines.length,
    changed: set.size,
    missing: lacking,
    areas: [...new Set([...byKey.values()].map((one) => one.area))],
  });
}

export interface TextInLanguage {
  locale: string;
  own: string;
  /** What staff set; null where the house's own holds. */
  set: string | null;
  fits: boolean;
}

export interface TextChange {
  id: string;
  locale: string;
  /** Empty where it was, or became, the house's own. */
  was: string;
  text: string;
  by: string;
  at: Date;
  why: string;
}

export interface TextForDesk {
  key: string;
  area: string;
  /** What each language has to say it with, and whether it counts something. */
  blanks: string[];
  counts: boolean;
  languages: TextInLanguage[];
  past: TextChange[];
}

/** One text in every language, with what it said before, the latest first. */
export async function textForDesk(
  ask: Asking,
  { key }: { key: string },
): Promise<Result<TextForDesk, OnlyRules | { no: 'text_not_found' }>> {
  if (!isStaff(ask.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may_look' });
  const { locales, byKey } = ownTexts(ask.house);
  const known = byKey.get(key);
  if (!known) return refuse({ no: 'text_not_found' });
  const past = await ask.many<TextChange>(sql`
    select id, locale, was, text, by, at, why from platform.texts where key = ${key} order by id desc limit 200`);
  const languages = locales.flatMap((locale): TextInLanguage[] => {
    const own = known.said[locale];
    if (own === undefined) return [];
    const set = past.find((one) => one.locale === locale)?.text || null;
    return [{ locale, own, set, fits: set === null || !problemOfText(key, { own, text: set, locale }) }];
  });
  return ok({ key, area: known.area, ...blanksIn(key, known.said['en'] ?? ''), languages, past });
}
