/**
 * The texts that the house came with: those of pages in messages/, and those of letters, which the departments hold. Read
 * once, when somebody sets a text or looks for one; pages and letters have theirs at hand.
 */
import { readFileSync, readdirSync } from 'node:fs';
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
    const locales = readdirSync(folder).sort((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1));
    const byKey = new Map<string, { area: string; said: Record<string, string> }>();
    const put = (area: string, locale: string, key: string, text: string) => {
      let one = byKey.get(key);
      if (!one) byKey.set(key, (one = { area, said: {} }));
      one.said[locale] = text;
    };
    for (const locale of locales) {
      for (const file of readdirSync(new URL(`${locale}/`, folder)))
        for (const [key, text] of Object.entries(messagesIn(new URL(`${locale}/${file}`, folder))))
          put(file.replace('.json', ''), locale, key, text);
      for (const { name: module, letters } of house.modules)
        for (const [letter, { subject, text, button }] of Object.entries(letters?.[locale] ?? {})) {
          put('letters', locale, letterKey(module, letter, 'subject'), subject);
          put('letters', locale, letterKey(module, letter, 'text'), text.join('\n'));
          put('letters', locale, letterKey(module, letter, 'button'), button);
        }
    }
    return { locales, byKey };
  });
}

const messagesIn = (file: URL) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
