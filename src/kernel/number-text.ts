/** Wide digits and all kinds of space become plain ones; marks of writing direction go. */
export const plainSpaces = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

export interface TypedNumber {
  negative: boolean;
  /** Digits before and after the decimal sign; either may be empty, not both. */
  units: string;
  part: string;
}

/**
 * Reads a number as a person of the locale types it. A separator in a place where the locale never puts it makes the text
 * unreadable rather than guessed at. The text comes through plainSpaces.
 */
export function readNumber(typed: string, locale: string, currency?: string): TypedNumber | undefined {
  if (typed.length > 50) return undefined;
  const { decimal, group, pairs } = separators(locale, currency, /\d/.test(typed));
  const signless = typed.replace(/^[-−]\s*/, '');
  const [units = '', part = '', ...more] = latinDigits(signless).split(decimal);
  if (more.length > 0 || !/^\d*$/.test(part) || units + part === '') return undefined;

  const grouped = new RegExp(`^[1-9]\\d{0,2}([${group}])\\d{3}(?:\\1\\d{3})*$`);
  const inPairs = new RegExp(`^[1-9]\\d?([${group}])(?:\\d{2}\\1)*\\d{3}$`);
  if (!/^\d*$/.test(units) && !grouped.test(units) && !(pairs && inPairs.test(units))) return undefined;

  return { negative: signless !== typed, units: units.replace(/\D/g, ''), part };
}

interface Separators {
  decimal: string;
  /** The signs that may part thousands, as a class of a pattern. */
  group: string;
  /** India groups in pairs above the thousand. */
  pairs: boolean;
}

/** As the locale writes money; where it parts the thousands of plain numbers otherwise (Austria), that will do too. */
function separators(locale: string, currency: string | undefined, latin: boolean): Separators {
  const style = { ...(latin && { numberingSystem: 'latn' }), useGrouping: 'always', minimumFractionDigits: 1 } as const;
  const asMoney = currency && ({ ...style, style: 'currency', currency } as const);
  const plainParts = new Intl.NumberFormat(locale, style).formatToParts(1234567.8);
  const parts = asMoney ? new Intl.NumberFormat(locale, asMoney).formatToParts(1234567.8) : plainParts;

  const sign = (of: Intl.NumberFormatPart[], type: string) =>
    plainSpaces(of.find((part) => part.type === type)?.value ?? '');
  const decimal = sign(parts, 'decimal');
  const groups = new Set([' ', ...sign(parts, 'group'), ...sign(plainParts, 'group')]);
  if (groups.has("'") || groups.has('’')) groups.add("'").add('’');
  groups.delete(decimal);
  return {
    decimal,
    group: [...groups].join('').replace(/[\\\]^-]/g, '\\$&'),
    pairs: parts.filter((part) => part.type === 'integer')[1]?.value.length === 2,
  };
}

/** Where the digits of the world's scripts begin; each script has its ten in a row. */
const scripts = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810,
];

export const latinDigits = (text: string) =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0)!;
    const script = scripts.find((start) => point >= start && point < start + 10);
    return script === undefined ? digit : String(point - script);
  });
