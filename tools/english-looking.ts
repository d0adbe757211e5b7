/** Texts of a language that look as if nobody had translated them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './texts-of-languages.ts';
import type { Said } from './texts-of-languages.ts';

/** What may stand as in English: names and signs in every language, and texts that a language happens to share. */
const alike = JSON.parse(readFileSync(join(root, 'tools/alike.json'), 'utf8')) as { names: string[] } & Partial<
  Record<string, string[]>
>;
const names = new Set(alike.names);

export const allowedIn = (language: string): ReadonlySet<string> => new Set(alike[language] ?? []);

/** Texts that hold words and are the English ones, or are written without one letter of the language's own script. */
export function englishLooking(english: Said, said: Said, language: string): [at: string, text: string][] {
  const script = scripts[new Intl.Locale(language).maximize().script ?? ''];
  return [...said].filter(([at, text]) => {
    const words = wordsOf(english.get(at) ?? '');
    if (words.length === 0 || /\.href$/.test(at)) return false;
    return text === english.get(at) || (script !== undefined && wordsOf(text).length > 0 && !script.test(text));
  });
}

/** Three letters or more; not the names of blanks, nor what everybody calls alike. */
const wordsOf = (text: string): string[] =>
  (text.replaceAll(/\{[\w.]+(?:, \w+)*\}/g, ' ').match(/[\p{L}\p{M}\p{N}-]{3,}/gu) ?? []).filter(
    (word) => /\p{L}{3}/u.test(word) && !names.has(word),
  );

const scripts: Readonly<Record<string, RegExp>> = {
  Cyrl: /\p{Script=Cyrillic}/u,
  Arab: /\p{Script=Arabic}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Hans: /\p{Script=Han}/u,
  Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Kore: /\p{Script=Hangul}/u,
  Thai: /\p{Script=Thai}/u,
};
