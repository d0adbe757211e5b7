/** What stands in a cell, as what it means; where it means nothing, what is wrong with it. */
import { currencies, digitsOf } from '#kernel/money';
import { ok } from '#kernel/result';
import type { Tier } from '../price.ts';

/** Not a refusal of a deed: the row is left out, and the rest goes on. */
export interface CellWrong {
  readonly what: string;
  readonly args?: Readonly<Record<string, string | number>>;
}
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly wrong: CellWrong };
const wrong = (what: string, args?: CellWrong['args']) => ({
  ok: false as const,
  wrong: args ? { what, args } : { what },
});

const known = new Set(currencies);

/** Digits of full width and of Arabic script are digits, too, and so are their signs. */
const inOurDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',');

/** `1.450,5`, `1,450.5`, `1450.5` → `1450.5`. Undefined where it is no number; `1.450` could be either and is left to the caller. */
function decimal(text: string, most: number): { whole: string; part: string } | 'unclear' | undefined {
  const packed = inOurDigits(text).replace(/[\s\u00A0\u202F']/g, '');
  if (!/^\d[\d.,]*$/.test(packed)) return undefined;
  const last = Math.max(packed.lastIndexOf('.'), packed.lastIndexOf(','));
  if (last < 0) return { whole: packed, part: '' };
  const sign = packed[last]!;
  const other = sign === '.' ? ',' : '.';
  const head = packed.slice(0, last);
  const tail = packed.slice(last + 1);
  const groups = (of: string): boolean => /^\d{1,3}$/.test(of.split(/[.,]/)[0]!) && /^\d+([.,]\d{3})*$/.test(of);
  // The same sign twice groups thousands.
  if (head.includes(sign))
    return !head.includes(other) && groups(packed) ? { whole: packed.replace(/[.,]/g, ''), part: '' } : undefined;
  if (head.includes(other)) return groups(head) ? { whole: head.replace(/[.,]/g, ''), part: tail } : undefined;
  if (tail.length === 3 && most < 3 && head !== '0') return 'unclear';
  return { whole: head, part: tail };
}

/** An amount in the store's currency, in minor units; the currency may stand beside and must be that one. */
export function readAmount(text: string, currency: string): Read<bigint> {
  const code = text.toUpperCase().match(/[A-Z]{3}/)?.[0];
  if (code && known.has(code) && code !== currency) return wrong('other_currency', { currency, found: code });
  const digits = digitsOf(currency);
  const read = decimal(text.replace(/[\p{L}\p{Sc}]/gu, '').trim(), digits);
  if (read === 'unclear') return wrong('price_is_unclear');
  if (!read) return wrong('no_amount');
  // Zeros beyond what the currency has are no finer price.
  const part = read.part.replace(/0+$/, '');
  if (part.length > digits) return wrong('amount_too_fine', { digits });
  return read.whole.length > 15 ? wrong('no_amount') : ok(BigInt(read.whole + part.padEnd(digits, '0')));
}

/** One price, or steps: `1: 199.00; 10: 179.00`. */
export function readTiers(text: string, currency: string): Read<Tier[]> {
  const tiers: Tier[] = [];
  for (const step of text.split(';').filter((one) => one.trim() !== '')) {
    const [, from = '1', price = ''] = step.match(/^\s*(?:(\d{1,7})\s*:)?(.*)$/s) ?? [];
    const minor = readAmount(price.trim(), currency);
    if (!minor.ok) return minor;
    tiers.push({ from: Number(from), minor: minor.value });
  }
  return tiers.length > 0 ? ok(tiers) : wrong('no_amount');
}

export function readCount(text: string): Read<number> {
  const read = decimal(text, 0);
  const whole = read === 'unclear' ? text.replace(/\D/g, '') : read && /^0*$/.test(read.part) ? read.whole : undefined;
  return whole && whole.length <= 9 ? ok(Number(whole)) : wrong('no_count');
}

const inGrams: Readonly<Record<string, number>> = { g: 1, kg: 1000, lb: 453.592_37, oz: 28.349_523_125 };
const inMm: Readonly<Record<string, number>> = { mm: 1, cm: 10, m: 1000, in: 25.4 };
/** Units as other languages write them. */
const writtenAs: Readonly<Record<string, string>> = {
  lbs: 'lb',
  克: 'g',
  公斤: 'kg',
  千克: 'kg',
  毫米: 'mm',
  厘米: 'cm',
  米: 'm',
  г: 'g',
  гр: 'g',
  кг: 'kg',
  мм: 'mm',
  см: 'cm',
  м: 'm',
  غ: 'g',
  غم: 'g',
  جم: 'g',
  كغ: 'kg',
  كغم: 'kg',
  كجم: 'kg',
  مم: 'mm',
  سم: 'cm',
  م: 'm',
};

/** The unit that a word of any of our languages names. */
export const unitOfWeight = (word: string): string => writtenAs[word] ?? word;

/** Weight in grams. `unit` is what the column counts in; a cell may say its own. */
export const readGrams = (text: string, unit: 'g' | 'kg'): Read<number> => measured(text, unit, inGrams, 'no_weight');
/** A side in millimetres. */
export const readMm = (text: string): Read<number> => measured(text, 'cm', inMm, 'no_length');

function measured(text: string, unit: string, units: Readonly<Record<string, number>>, no: string): Read<number> {
  const [, figure = '', own = ''] =
    inOurDigits(text)
      .trim()
      .toLowerCase()
      .match(/^([\d.,\s]+?)\s*(\p{L}*)\.?$/u) ?? [];
  const factor = units[own === '' ? unit : (writtenAs[own] ?? own)];
  const read = decimal(figure, 3);
  if (!factor || !read || read === 'unclear') return wrong(no);
  const value = Math.round(Number(`${read.whole}.${read.part || '0'}`) * factor);
  return Number.isSafeInteger(value) ? ok(value) : wrong(no);
}

/** In each of our languages, and as programs write it; `HAYIR` is made small as `hayir`, for the file does not say that it is Turkish. */
const yes = new Set(
  `yes y true 1 x ja j oui sí si sì tak sim да evet نعم כן はい 예 네 是 ใช่ có ya`.normalize('NFKC').split(' '),
);
const not = new Set(
  `no n false 0 nein non nee nie não nao нет hayır hayir لا לא いいえ 아니요 아니오 否 ไม่ ไม่ใช่ không tidak`
    .normalize('NFKC')
    .split(' '),
);

export function readYesNo(text: string): Read<boolean> {
  const word = text.normalize('NFKC').trim().toLowerCase();
  return yes.has(word) ? ok(true) : not.has(word) ? ok(false) : wrong('not_yes_or_no');
}

export function readNumber(text: string): Read<number> {
  const [, minus = '', figure = ''] = text.trim().match(/^(-?)(.*)$/s)!;
  const read = decimal(figure, 3);
  return read && read !== 'unclear' ? ok(Number(`${minus}${read.whole}.${read.part || '0'}`)) : wrong('no_number');
}

/** What HTML says, in plain lines. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<li\b[^>]*>/gi, '\n· ')
    .replace(/<br\s*\/?>|<\/(p|div|h[1-6]|ul|ol|tr)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#\d{1,7});/gi, (_whole, name: string) => entity(name.toLowerCase()))
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
function entity(name: string): string {
  const point = Number(name.slice(1));
  if (name.startsWith('#')) return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  return entities[name] ?? '';
}
