/**
 * The texts that the house came with: those of pages in messages/, and those of letters, which the departments hold. Read
 * once, when somebody sets a text or looks for one; pages and letters have theirs at hand.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { languages } from '#kernel/languages';
import { remembered } from './house.ts';
import type { House } from './house.ts';

/** A letter's words in one language; the button is what its link is called. */
export interface LetterText {
  subject: string;
  text: readonly string[];
  button: string;
}
export type LetterTexts = Readonly<Record<string, Readonly<Record<string, LetterText>>>>;

export interface OwnTexts {
  readonly locales: readonly string[];
  /** By key: where it belongs, and how it is said in each language. */
  readonly byKey: ReadonlyMap<string, OwnText>;
}

export interface OwnText {
  /** The file of messages/ that it stands in, or `letters`. */
  readonly area: string;
  readonly said: Readonly<Record<string, string>>;
}

/** The key of a part of a letter: `letter.parties.confirm.subject`. */
export const letterKey = (module: string, letter: string, part: keyof LetterText): string =>
  `letter.${module}.${letter}.${part}`;

export const isLetterKey = (key: string): boolean => key.startsWith('letter.');

const memory = Symbol('platform.own_texts');
const folder = new URL('../../messages/', import.meta.url);

export function ownTexts(house: House): OwnTexts {
  return remembered(house, memory, () => {
    const byKey = new Map<string, { area: string; said: Record<string, string> }>();
    const put = (area: string, locale: string, key: string, text: string) => {
      let one = byKey.get(key);
      if (!one) byKey.set(key, (one = { area, said: {} }));
      one.said[locale] = text;
    };
    for (const locale of languages) {
      for (const [area, texts] of Object.entries(filesOf(locale)))
        for (const [key, text] of Object.entries(texts)) put(area, locale, key, text);
      for (const { name: module, letters } of house.modules)
        for (const [letter, { subject, text, button }] of Object.entries(letters?.[locale] ?? {})) {
          put('letters', locale, letterKey(module, letter, 'subject'), subject);
          put('letters', locale, letterKey(module, letter, 'text'), text.join('\n'));
          put('letters', locale, letterKey(module, letter, 'button'), button);
        }
    }
    return { locales: languages, byKey };
  });
}

type Texts = Readonly<Record<string, string>>;
const files = new Map<string, Readonly<Record<string, Texts>>>();

/** The files of a language, by their names. Read when the first asks for the language: most processes speak few. */
function filesOf(locale: string): Readonly<Record<string, Texts>> {
  let found = files.get(locale);
  if (!found) {
    const inside = new URL(`${locale}/`, folder);
    found = Object.fromEntries(
      readdirSync(inside).map((file) => [
        file.replace('.json', ''),
        JSON.parse(readFileSync(new URL(file, inside), 'utf8')) as Texts,
      ]),
    );
    files.set(locale, found);
  }
  return found;
}

/** The texts of pages in one language, as the house came with them. */
export function pageTexts(locale: string): Texts {
  let found = pages.get(locale);
  if (!found) pages.set(locale, (found = Object.assign({}, ...Object.values(filesOf(locale))) as Texts));
  return found;
}
const pages = new Map<string, Texts>();
