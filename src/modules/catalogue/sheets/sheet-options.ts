/** What buyers choose between, from the words of a file: known options and values keep their codes, new ones get one. */
import type { Option } from '../listing.ts';
import type { Texts } from '../texts.ts';

export interface NamedChoice {
  readonly names: Texts;
  readonly value: Texts;
}

/** Lays the choices of a product's rows over the options that it has. Returns the options, and for each row its choice by codes. */
export function optionsOfRows(
  rows: readonly (readonly NamedChoice[])[],
  before: readonly Option[],
): { options: Option[]; choices: Record<string, string>[] } {
  const options: { code: string; names: Texts; values: { code: string; names: Texts }[] }[] = before.map((one) => ({
    ...one,
    values: [...one.values],
  }));
  const choices = rows.map((named) =>
    Object.fromEntries(
      named.map(({ names, value }): [string, string] => {
        let option = options.find((one) => isSame(one.names, names));
        if (!option) {
          option = { code: fresh(names, options, `option-${options.length + 1}`), names, values: [] };
          options.push(option);
        }
        option.names = { ...option.names, ...names };
        const at = option.values.findIndex((one) => isSame(one.names, value));
        const known = option.values[at];
        const next = known
          ? { ...known, names: { ...known.names, ...value } }
          : { code: fresh(value, option.values, `value-${option.values.length + 1}`), names: value };
        option.values.splice(at < 0 ? option.values.length : at, at < 0 ? 0 : 1, next);
        return [option.code, next.code];
      }),
    ),
  );
  return { options, choices };
}

/** In one of the languages they share the same word; where they share no language, in any. */
function isSame(one: Texts, other: Texts): boolean {
  const shared = Object.keys(one).filter((locale) => other[locale] !== undefined);
  if (shared.length > 0) return shared.some((locale) => fold(one[locale]!) === fold(other[locale]!));
  const words = new Set(Object.values(one).map(fold));
  return Object.values(other).some((text) => words.has(fold(text)));
}

export const fold = (text: string): string => text.trim().toLocaleLowerCase('en');

/** A code is letters, digits and dashes; names in other scripts get a number instead. */
function fresh(names: Texts, taken: readonly { code: string }[], otherwise: string): string {
  const word = (names['en'] ?? Object.values(names)[0] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 32)
    .replace(/^-+|-+$/g, '');
  const base = word || otherwise;
  for (let n = 1; ; n++) {
    const code = n === 1 ? base : `${base}-${n}`;
    if (!taken.some((one) => one.code === code)) return code;
  }
}
