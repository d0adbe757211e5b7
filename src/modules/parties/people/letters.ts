/** Letters to people, in their language. They are written and sent by jobs, which hold ids, not words and not secrets. */
import type { House } from '#platform/house';
import { system } from '#platform/actor';
import { job } from '#platform/jobs';
import { letterPage } from '#platform/letter-page';
import { filled } from '#platform/mail';
import { letterSaid } from '#platform/texts';
import type { LetterText, LetterTexts } from '#platform/own-texts';
import { sql } from '#platform/sql';
import { asking } from '#platform/work';
import en from '../letters/en.json' with { type: 'json' };
import ar from '../letters/ar.json' with { type: 'json' };
import ptBR from '../letters/pt-BR.json' with { type: 'json' };
import ru from '../letters/ru.json' with { type: 'json' };
import zhCN from '../letters/zh-CN.json' with { type: 'json' };
import { buttonOf } from './letter-buttons.ts';

export type LetterName = keyof typeof en;
type Letters = Record<LetterName, { subject: string; text: string[] }>;

const letters: Record<string, Letters> = { en, 'pt-BR': ptBR, ru, ar, 'zh-CN': zhCN };

/** All of them, with what the link of each is called. */
export const letterTexts: LetterTexts = Object.fromEntries(
  Object.entries(letters).map(([language, all]) => [
    language,
    Object.fromEntries(
      Object.entries(all).map(([name, draft]) => [name, { ...draft, button: buttonOf(language, name as LetterName) }]),
    ),
  ]),
);

const languageFor = (locale: string): string => (letters[locale] ? locale : 'en');

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
  draft: LetterText = letterTexts[languageFor(locale)]![name]!,
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
  const own = letterTexts[language]![name]!;
  return written(
    locale,
    name,
    values,
    await letterSaid(house, { module: 'parties', locale: language, letter: name, own }),
  );
}

/** The address of a page of ours in the reader's language. */
export function pageFor(house: House, locale: string, path: string): string {
  const prefix = locale !== 'en' && letters[locale] ? `/${locale}` : '';
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
