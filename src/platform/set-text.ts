import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from './actor.ts';
import { audit } from './audit.ts';
import { announce, fact } from './facts.ts';
import { ownTexts } from './own-texts.ts';
import { sql } from './sql.ts';
import { problemOfText } from './text-rules.ts';
import type { TextProblem } from './text-rules.ts';
import { forgetTexts } from './texts.ts';
import type { Asking, Work } from './work.ts';

/** A text of a page or letter is another now; pages that are kept are made anew. */
export const textSet = fact<{ key: string; locale: string }>('platform.text_set');

export interface SetTextInput {
  key: string;
  locale: string;
  /** An empty one gives way to the house's own. */
  text: string;
  why: string;
}

/** Listed in the order in which they are checked. */
export type SetTextRefusal =
  | { no: 'only_staff_for_rules_may' }
  | { no: 'text_not_found' }
  | { no: 'language_is_not_known'; language: string }
  | { no: 'text_is_too_long'; most: number }
  | TextProblem
  | { no: 'text_is_the_same' }
  | { no: 'say_why' };

/** Pages are drawn for texts of about this length. */
const longest = (own: string) => Math.max(120, own.length * 3);

/** Why it could not be set; asked before it is. */
export async function textProblem(
  { house }: Asking,
  { key, locale, text: typed }: Omit<SetTextInput, 'why'>,
): Promise<Exclude<SetTextRefusal, { no: 'only_staff_for_rules_may' | 'text_is_the_same' | 'say_why' }> | undefined> {
  const { locales, byKey } = ownTexts(house);
  const known = byKey.get(key);
  if (!known) return { no: 'text_not_found' };
  // What a language does not say yet is held against the English text.
  const own = known.said[locale] ?? known.said['en'];
  if (!locales.includes(locale) || own === undefined) return { no: 'language_is_not_known', language: locale };
  const text = cleaned(typed);
  if (text.length > longest(own)) return { no: 'text_is_too_long', most: longest(own) };
  return text === '' ? undefined : problemOfText(key, { own, text, locale });
}

/** Staff set how a text is said in a language, on all pages and in all letters from the next moment on. */
export async function setText(
  work: Work,
  { key, locale, text: typed, why }: SetTextInput,
): Promise<Result<{ key: string }, SetTextRefusal>> {
  if (!isStaff(work.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may' });
  const problem = await textProblem(work, { key, locale, text: typed });
  if (problem) return refuse(problem);
  const own = ownTexts(work.house).byKey.get(key)!.said[locale];
  const text = cleaned(typed);
  const last = await work.one<{ text: string }>(sql`
    select text from platform.texts where key = ${key} and locale = ${locale} order by id desc limit 1`);
  const was = last?.text ?? '';
  // To set what the house says anyway is to take back what was set.
  const set = text === own ? '' : text;
  if (set === was) return refuse({ no: 'text_is_the_same' });
  if (why.trim() === '') return refuse({ no: 'say_why' });

  await work.run(sql`
    insert into platform.texts (key, id, locale, was, text, by, at, why)
    values (${key}, ${newId(work.now)}, ${locale}, ${was}, ${set}, ${work.by.name}, ${work.now}, ${why.trim()})`);
  await audit(work, {
    deed: set === '' ? 'text_taken_back' : 'text_set',
    subject: `text:${key}`,
    why: why.trim(),
    detail: { locale, was: was || (own ?? ''), text: set || (own ?? '') },
  });
  announce(work, textSet({ key, locale }));
  forgetTexts(work.house);
  return ok({ key });
}

/** Letters that nobody sees, and such as turn a line round, are left out; lines end as lines do here. */
const cleaned = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)[\p{Cc}\p{Co}\u202d\u202e]/gu, '')
    .trim();
