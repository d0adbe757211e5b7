/**
 * The words of all letters about trade, one file for each language in `letters/`: a language is added by adding its file.
 * Each letter is plain text, and the same as simple HTML.
 */
import { readFileSync } from 'node:fs';
import { firstLanguage, languageNear, languages } from '#kernel/languages';
import type { Language } from '#kernel/languages';
import type { House } from '#platform/house';
import { letterPage } from '#platform/letter-page';
import { filled } from '#platform/mail';
import type { Draft } from '#platform/mail';
import { letterSaid } from '#platform/texts';
import type en from './letters/en.json';

export type LetterName = keyof typeof en;
/** `button` is what the letter's link is called where links can have names. */
export type LetterDraft = Draft & { button: string };

const folder = new URL('./letters/', import.meta.url);

export const letters: Readonly<Record<string, Readonly<Record<LetterName, LetterDraft>>>> = Object.fromEntries(
  languages.map((language) => [
    language,
    JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')) as Record<LetterName, LetterDraft>,
  ]),
);

/** The language that a reader's letters are written in: theirs, or one of the same tongue, or English. */
export const languageFor = (locale: string): Language => languageNear(locale) ?? firstLanguage;

export interface Composed {
  subject: string;
  text: string;
  html: string;
}

/** As the house came with it, or as it is said now. `values.link` stands on a line of its own and becomes the letter's button. */
export function compose(
  locale: string,
  name: LetterName,
  values: Readonly<Record<string, string>> & { link: string },
  draft: LetterDraft = letters[languageFor(locale)]![name],
): Composed {
  const language = languageFor(locale);
  const said = filled(draft, values);
  return { ...said, html: letterPage({ draft, values, language, button: draft.button, subject: said.subject }) };
}

/** Sends one letter. Sent again after a failure it is the same letter, and its mailbox knows it by its id. */
export async function sendLetter(
  house: House,
  {
    id,
    to,
    locale,
    letter,
    values,
  }: { id: string; to: string; locale: string; letter: LetterName; values: Record<string, string> & { link: string } },
): Promise<void> {
  const language = languageFor(locale);
  const own = letters[language]![letter];
  const draft = await letterSaid(house, { module: 'messaging', locale: language, letter, own });
  await house.mail.send({ id, to, ...compose(locale, letter, values, draft) });
}
