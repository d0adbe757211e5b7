/** A text as words that can be found: the same for what sellers write and for what buyers type. */
import { folded } from './fold.ts';
import { stemmed } from './stems.ts';

export interface Word {
  /** As it is found: folded, one form for all. */
  readonly stem: string;
  /** As it was written, folded. */
  readonly folded: string;
  /** As it was written. */
  readonly written: string;
  /** What stands between it and the word before. */
  readonly gap: string;
}

const run = /\d+(?:[.,]\d+)+|[\p{L}\p{M}\p{N}]+/gu;
/** Written without spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const measured = /^(\d+(?:\.\d+)?)([a-zа-я]{1,5}|μ[a-z]+)$/u;
/** An inch is written as a sign, too. */
const inches = /^\s?(?:"|”|″|'')/;

/** One name for each unit that people write in several ways; others are found as they are written. */
const units = new Map(
  Object.entries({
    inch: 'in inch inches zoll polegada polegadas pulgada pulgadas pouce pouces pollici cali дюйм дюйма дюймов',
    gb: 'gb gig gigs gigabyte gigabytes гб go',
    tb: 'tb terabyte terabytes тб to',
    mb: 'mb megabyte megabytes мб mo',
    cm: 'cm centimeter centimeters centimetre centimetres см',
    mm: 'mm millimeter millimeters millimetre millimetres мм',
    m: 'm meter meters metre metres м',
    kg: 'kg kilo kilos kilogram kilograms кг',
    g: 'g gram grams gramm г',
    l: 'l liter liters litre litres litro litros л',
    ml: 'ml milliliter milliliters мл',
    w: 'w watt watts вт',
    v: 'v volt volts в',
    mah: 'mah мач',
    hz: 'hz hertz гц',
    ghz: 'ghz ггц',
    mhz: 'mhz мгц',
    mp: 'mp megapixel megapixels мп',
    ft: 'ft foot feet',
    lb: 'lb lbs pound pounds',
    oz: 'oz ounce ounces',
  }).flatMap(([unit, names]) => names.split(' ').map((name) => [name, unit] as const)),
);

/** Also words of their own: after a number they are units only where they touch it. */
const doubtful = new Set(['in', 'to', 'go', 'в', 'g', 'l', 'm']);

/** The words of a text in one language, in their order. */
export function wordsOf(text: string, locale: string): Word[] {
  const words: Word[] = [];
  const plain = text.normalize('NFKC').replace(/[™®©]/g, '');
  let end = 0;
  for (const { 0: written, index } of plain.matchAll(run)) {
    const gap = plain.slice(end, index);
    end = index + written.length;
    if (unspaced.test(written)) words.push(...segmented(written, gap, locale));
    else words.push(...spaced(written, gap, locale, words.at(-1)));
    if (/^\d/.test(written) && inches.test(plain.slice(end, end + 3)))
      words.push({ stem: 'inch', folded: 'inch', written: '"', gap: '' });
  }
  return words;
}

function spaced(written: string, gap: string, locale: string, before: Word | undefined): Word[] {
  const plain = folded(written).replaceAll(',', '.');
  const size = measured.exec(plain);
  const unit = size && units.get(size[2]!);
  if (size && unit) {
    return [
      { stem: size[1]!, folded: size[1]!, written: size[1]!, gap },
      { stem: unit, folded: size[2]!, written: size[2]!, gap: '' },
    ];
  }
  const touches = before && /^\d/.test(before.stem) && /^[ -]?$/.test(gap);
  const after = touches && !(gap === ' ' && doubtful.has(plain)) ? units.get(plain) : undefined;
  return [{ stem: after ?? stemmed(plain, locale), folded: plain, written, gap }];
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmented(written: string, gap: string, locale: string): Word[] {
  let segmenter = segmenters.get(locale);
  if (!segmenter) segmenters.set(locale, (segmenter = new Intl.Segmenter(locale, { granularity: 'word' })));
  const words: Word[] = [];
  for (const { segment } of segmenter.segment(written)) {
    const plain = folded(segment);
    words.push({ stem: stemmed(plain, locale), folded: plain, written: segment, gap: words.length === 0 ? gap : '' });
  }
  return words;
}
