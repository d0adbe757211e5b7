/** Every language says all that English says, wherever it stands: the same blanks and links, and in its own words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstLanguage, languages } from '../src/kernel/languages.ts';
import { languagesByPlace, root, saidIn } from './texts-of-languages.ts';
import type { Said } from './texts-of-languages.ts';

/** What may stand as in English: names and signs in every language, and texts that a language happens to share. */
const alike = JSON.parse(readFileSync(join(root, 'tools/alike.json'), 'utf8')) as { names: string[] } & Partial<
  Record<string, string[]>
>;
const others = languages.filter((language) => language !== firstLanguage);
const english = await saidIn(firstLanguage);

test('each language that is offered has its part in every place, and no place has another', () => {
  for (const [place, there] of Object.entries(languagesByPlace()))
    expect(there.toSorted(), place).toEqual([...languages].toSorted());
});

test.for(others)('%s says everything, with the blanks and links of the English text', async (language) => {
  const said = await saidIn(language);
  expect([...english.keys()].filter((at) => !said.has(at))).toEqual([]);
  expect([...said.keys()].filter((at) => !english.has(at))).toEqual([]);
  const wrong = [...english].filter(([at, text]) => {
    const theirs = said.get(at)!;
    const isPart = at.startsWith('messages/');
    return (theirs.trim() === '') !== (text.trim() === '') || (!isPart && marksOf(theirs) !== marksOf(text));
  });
  expect(wrong.map(([at]) => at)).toEqual([]);
});

/** The blanks and the addresses of links, each as often as it stands there. */
const marksOf = (text: string): string =>
  [...text.matchAll(/\{\w+\}|\]\([^)]+\)/g)]
    .map(([mark]) => mark)
    .sort()
    .join(' ');

test.for(others)('%s says nothing in English', async (language) => {
  const found = englishLooking(await saidIn(language), scriptOf(language));
  const allowed = new Set(alike[language] ?? []);
  expect(found.filter(([, text]) => !allowed.has(text))).toEqual([]);
  // What is allowed and stands nowhere any more would hide a mistake one day.
  const stands = new Set(found.map(([, text]) => text));
  expect([...allowed].filter((text) => !stands.has(text))).toEqual([]);
});

/** Texts that hold words and are the English ones, or are written without one letter of the language's own script. */
function englishLooking(said: Said, script: RegExp | undefined): [at: string, text: string][] {
  return [...said].filter(([at, text]) => {
    const words = wordsOf(english.get(at) ?? '');
    if (words.length === 0 || /\.href$/.test(at)) return false;
    return text === english.get(at) || (script !== undefined && wordsOf(text).length > 0 && !script.test(text));
  });
}

const names = new Set(alike.names);
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
const scriptOf = (language: string): RegExp | undefined => scripts[new Intl.Locale(language).maximize().script ?? ''];
