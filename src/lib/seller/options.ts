/** What buyers choose between, as it is typed: named values in each language, and the variants that follow from them. */
import type { Option, Variant } from '#modules/catalogue';

/** By language. */
export type Names = Readonly<Record<string, string>>;

/** The code is of what was there before; variants and orders know it by that, whatever it is called now. */
export interface TypedOption {
  code?: string | undefined;
  names: Names;
  values: readonly { code?: string | undefined; names: Names }[];
}

export const mostOptions = 3;

/** The options typed. What has no name in any language is not there any more; what is new gets a code from its name. */
export function optionsFrom(typed: readonly TypedOption[]): Option[] {
  const taken = new Set(typed.flatMap(({ code }) => code ?? []));
  return typed.flatMap(({ code, names, values }, n): Option[] => {
    const called = said(names);
    const kept = valuesFrom(values);
    if (Object.keys(called).length === 0 && kept.length === 0) return [];
    return [{ code: code ?? unused(codeOf(called, `option-${n + 1}`), taken), names: called, values: kept }];
  });
}

function valuesFrom(typed: TypedOption['values']): Option['values'] {
  const named = typed
    .map(({ code, names }) => ({ code, names: said(names) }))
    .filter(({ names }) => Object.keys(names).length > 0);
  const taken = new Set(named.flatMap(({ code }) => code ?? []));
  return named.map(({ code, names }, n) => ({ code: code ?? unused(codeOf(names, `value-${n + 1}`), taken), names }));
}

/** A name that stands twice in one list, in any language: buyers could not tell the values apart. */
export function twice(values: readonly { names: Names }[]): string | undefined {
  const seen = new Set<string>();
  for (const { names } of values) {
    for (const [locale, name] of Object.entries(said(names))) {
      const mark = `${locale} ${name.toLowerCase()}`;
      if (seen.has(mark)) return name;
      seen.add(mark);
    }
  }
  return undefined;
}

const said = (texts: Names): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).flatMap(([locale, text]) => (text.trim() ? [[locale, text.trim()]] : [])));

/** A code is letters, digits and dashes; names in other scripts get a number instead. */
function codeOf(names: Names, otherwise: string): string {
  const name = names['en'] ?? Object.values(names)[0] ?? '';
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, 32).replace(/^-+|-+$/g, '') || otherwise;
}

function unused(code: string, taken: Set<string>): string {
  let free = code;
  for (let n = 2; taken.has(free); n++) free = `${code}-${n}`;
  taken.add(free);
  return free;
}

type Known = Pick<Variant, 'id' | 'sku' | 'gtin' | 'choice' | 'tiers' | 'grams' | 'sizeMm'>;
export type Wanted = Omit<Known, 'id'> & { id?: string };

const most = 200;

/** Every combination of the values. Those that are sold keep what they are; new ones cost and weigh as the first does. */
export function variantsFor(options: readonly Option[], before: readonly Known[]): Wanted[] {
  const [first] = before;
  const pattern = {
    tiers: first?.tiers ?? [{ from: 1, minor: 0n }],
    grams: first?.grams ?? 0,
    sizeMm: first?.sizeMm ?? ([0, 0, 0] as const),
  };
  const used = new Set<string>();
  return choicesOf(options)
    .slice(0, most)
    .map((choice) => {
      const known = before.find((one) => !used.has(one.id) && suits(one.choice, choice, options));
      if (!known) return { sku: '', gtin: '', choice, ...pattern };
      used.add(known.id);
      return { ...known, choice };
    });
}

/** Of an option that a variant has no value of (a new one) it is the first. */
function suits(old: Names, choice: Names, options: readonly Option[]): boolean {
  return options.every(({ code, values }) => {
    const had = values.some((value) => value.code === old[code]) ? old[code] : values[0]?.code;
    return had === choice[code];
  });
}

function choicesOf(options: readonly Option[]): Record<string, string>[] {
  return options.reduce<Record<string, string>[]>(
    (choices, { code, values }) =>
      choices.flatMap((choice) => values.map((value) => ({ ...choice, [code]: value.code }))),
    [{}],
  );
}
