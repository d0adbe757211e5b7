/** Words in several languages, by locale: `{ en: 'Kettle', 'pt-BR': 'Chaleira' }`. */
export type Texts = Readonly<Record<string, string>>;

/** What is said when nobody wrote the asked language. */
const common = 'en';

/** The text in the asked language, else in English, else in the first there is; empty when there is none. */
export function said(texts: Texts, locale: string): string {
  return ownText(texts, locale) ?? texts[standIn(texts)] ?? '';
}

/** The text in the asked language or its tongue; undefined where nobody wrote it. */
export function ownText(texts: Texts, locale: string): string | undefined {
  const exact = texts[locale];
  if (exact !== undefined) return exact;
  const [tongue] = locale.split('-');
  for (const one in texts) if (one.split('-')[0] === tongue) return texts[one];
  return undefined;
}

/** The language that is read by those for whom nobody wrote: English, else the first there is; empty when there is none. */
export function standIn(texts: Texts): string {
  if (texts[common] !== undefined) return common;
  for (const locale in texts) return locale;
  return '';
}

/** What stands between the words of a list, where it is not a comma and a space. */
const between: Texts = { ar: '، ', zh: '，' };

/** Words one after the other, as the language writes them: 'Red, 1.7 l', «أحمر، 1.7 ل». */
export function listed(words: readonly string[], locale: string): string {
  return words.join(between[locale.split('-')[0]!] ?? ', ');
}

/** Without spaces around, and without the languages in which nothing is said. */
export function tidied(texts: Texts): Texts {
  const kept = Object.entries(texts).map(([locale, text]): [string, string] => [locale, text.trim()]);
  return Object.fromEntries(kept.filter(([, text]) => text !== ''));
}

/** A language tag as we use them: `en`, `pt-BR`, `zh-Hant`. */
export const isLocaleTag = (text: string): boolean => /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(text);
