/** Categories as the desk's pages show them: each language in its own name, and where a name is missing. */
import type { CategoryForDesk } from '#modules/catalogue';
import { locales } from '../words/locales.ts';
import { localeNames } from '../words/locale-names.ts';

export const languages = locales.map((locale) => ({ locale, name: localeNames[locale] }));

const lacks = (names: Readonly<Record<string, string>>): string[] =>
  languages.filter(({ locale }) => !names[locale]).map(({ name }) => name);

/** In which languages a category, its attributes or their choices have no name: one entry for each that is missing. */
export function missingIn({ names, attributes }: CategoryForDesk): string[] {
  return [
    ...lacks(names),
    ...attributes.flatMap((one) => [...lacks(one.names), ...one.choices.flatMap((choice) => lacks(choice))]),
  ];
}
