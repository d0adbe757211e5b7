/**
 * What the house's own categories, attributes and choices are called: a file for each language in `rules/names/`. An
 * attribute has one name wherever it is asked; where a category means something else by it, its name is under
 * `<category>/<attribute>`.
 */
import { readFile } from 'node:fs/promises';
import { languages } from '#kernel/languages';
import type { Texts } from './texts.ts';

export interface NamesFile {
  categories: Record<string, string>;
  attributes: Record<string, string>;
  /** By `<attribute>.<choice>`. */
  choices: Record<string, string>;
}

export interface HouseNames {
  category(id: string): Texts;
  attribute(category: string, code: string): Texts;
  choice(category: string, attribute: string, code: string): Texts;
}

export async function readHouseNames(): Promise<HouseNames> {
  const files = await Promise.all(
    languages.map(async (language): Promise<[string, NamesFile]> => {
      const file = new URL(`./rules/names/${language}.json`, import.meta.url);
      return [language, JSON.parse(await readFile(file, 'utf8')) as NamesFile];
    }),
  );
  const named = (part: keyof NamesFile, ...keys: string[]): Texts => {
    const found = files.map(
      ([language, file]) => [language, keys.map((key) => file[part][key]).find(Boolean)] as const,
    );
    const lacking = found.filter(([, name]) => !name).map(([language]) => language);
    if (lacking.length > 0) throw new Error(`rules/names: no name for ${keys.at(-1)} in ${lacking.join(', ')}`);
    return Object.fromEntries(found) as Texts;
  };
  return {
    category: (id) => named('categories', id),
    attribute: (category, code) => named('attributes', `${category}/${code}`, code),
    choice: (category, attribute, code) => named('choices', `${category}/${attribute}.${code}`, `${attribute}.${code}`),
  };
}
