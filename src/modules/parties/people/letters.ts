/** Letters to people, in their language. They are written and sent by jobs, which hold ids, not words and not secrets. */
import { readFileSync } from 'node:fs';
import { firstLanguage, languageNear, languages } from '#kernel/languages';
import type { Language } from '#kernel/languages';
import type { House } from '#platform/house';
import { system } from '#platform/actor';
import { job } from '#platform/jobs';
import { letterPage } from '#platform/letter-page';
import { filled } from '#platform/mail';
import { letterSaid } from '#platform/texts';
import type { LetterText, LetterTexts } from '#platform/own-texts';
import { sql } from '#platform/sql';
import { asking } from '#platform/work';
import type en from '../letters/en.json';

export type LetterName = keyof typeof en;
type Letters = Record<LetterName, LetterText>;

const folder = new URL('../letters/', import.meta.url);
const letters: Readonly<Record<string, Letters>> = Object.fromEntries(
  languages.map((language) => [
    language,
    JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')) as Letters,
  ]),
);
export const letterTexts: LetterTexts = letters;

const languageFor = (locale: string): Language => languageNear(locale) ?? firstLanguage;

export interface Written {
  subject: string;
  text: string;
  html: string;
}

/** The letter as the house came with it, or as it is said now. */
export function written(
  locale: string,
  name: LetterName,
  values: Record<string, string>,
  draft: LetterText = letters[languageFor(locale)]![name],
): Written {
  const said = filled(draft, values);
  const language = languageFor(locale);
  return { ...said, html: letterPage({ draft, values, language, button: draft.button, subject: said.subject }) };
}

/** The letter as it is said now. */
export async function writtenNow(
  house: House,
  locale: string,
  name: LetterName,
  values: Record<string, string>,
): Promise<Written> {
  const language = languageFor(locale);
  const own = letters[language]![name];
  return written(
    locale,
    name,
    values,
    await letterSaid(house, { module: 'parties', locale: language, letter: name, own }),
  );
}

/** The address of a page of ours in the reader's language. */
export function pageFor(house: House, locale: string, path: string): string {
  const language = languageFor(locale);
  const prefix = language === firstLanguage ? '' : `/${language}`;
  const console = /^\/(seller|desk)(\/|$)/.test(path);
  return `${house.config.publicUrl}${console ? '' : prefix}${path}`;
}

interface ReaderRow {
  email: string;
  name: string;
  locale: string;
}

export interface LetterBody {
  person: string;
  letter: LetterName;
  values?: Record<string, string>;
  /** Where the person's address is not the one meant: the one they had before. */
  to?: string;
}

/** A letter to somebody we know. Values that begin with `/` are paths and become addresses. */
export const letterToPerson = job<LetterBody>('parties.letter', async (house, { person, letter, values = {}, to }) => {
  const reader = await asking(house, system, house.db).one<ReaderRow>(sql`
    select email, name, locale from parties.people where id = ${person}`);
  if (!reader) return;
  const filled = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      value.startsWith('/') ? pageFor(house, reader.locale, value) : value,
    ]),
  );
  await house.mail.send({
    to: to ?? reader.email,
    ...(await writtenNow(house, reader.locale, letter, { name: reader.name, ...filled })),
  });
});
