import { countries, regionsOf, type Region } from './address-form.ts';

const names = new Map<string, Intl.DisplayNames>();

/** The country's name in the language of the locale: BR is Brazil, Brasil, 巴西. */
export function countryName(country: string, locale: string): string {
  let inLocale = names.get(locale);
  if (!inLocale) {
    inLocale = new Intl.DisplayNames(locale, { type: 'region' });
    if (names.size >= 100) names.clear();
    names.set(locale, inLocale);
  }
  return inLocale.of(country) ?? country;
}

export interface Choice {
  readonly code: string;
  readonly name: string;
}

/** Countries to choose from, sorted as the locale sorts. */
export const countriesByName = (locale: string): Choice[] =>
  sorted(
    countries.map((code) => ({ code, name: countryName(code, locale) })),
    locale,
  );

/** The country's regions to choose from, sorted as the locale sorts. */
export const regionsByName = (country: string, locale: string): Choice[] =>
  sorted(
    regionsOf(country).map((region) => ({ code: region.code, name: nameOf(region, country, locale) })),
    locale,
  );

/** The region's name as readers of the locale can read it; the text itself where it is none of the country's codes. */
export function regionName(country: string, code: string, locale: string): string {
  const region = regionsOf(country).find((one) => one.code === code);
  return region ? nameOf(region, country, locale) : code;
}

/** Scripts of names that readers of a locale's script can read. */
const readable: Readonly<Record<string, RegExp>> = {
  Hans: /\p{Script=Han}/u,
  Hant: /\p{Script=Han}/u,
  Jpan: /\p{Script=Han}/u,
  Kore: /\p{Script=Hangul}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Arab: /\p{Script=Arabic}/u,
  Thai: /\p{Script=Thai}/u,
  Armn: /\p{Script=Armenian}/u,
};

/** Countries in Latin letters whose names are said otherwise abroad: Jawa Barat is West Java. */
const languages: Readonly<Record<string, string>> = { ID: 'id', VN: 'vi' };

function nameOf({ name, latin }: Region, country: string, locale: string): string {
  if (latin === undefined) return name;
  const { script = 'Latn', language } = new Intl.Locale(locale).maximize();
  return languages[country] === language || readable[script]?.test(name) ? name : latin;
}

function sorted(choices: Choice[], locale: string): Choice[] {
  const { compare } = new Intl.Collator(locale);
  return choices.sort((a, b) => compare(a.name, b.name));
}
