/** A listing while it is being written: from what is saved, or from the fields as they stand. Preview and score look at it. */
import { parseMoney } from '#kernel/money';
import { parseHsCode } from '#kernel/hs-code';
import type { AttributeValue, AttributeView, Listing } from '#modules/catalogue';
import { typedNumber } from './typed-number.ts';

export type Texts = Readonly<Record<string, string>>;

export interface DraftVariant {
  readonly key: string;
  readonly tiers: readonly { readonly from: number; readonly minor: bigint }[];
  readonly sku: string;
  readonly gtin: string;
  readonly grams: number;
  readonly sizeMm: readonly number[];
  readonly onHand: number;
}

export interface Draft {
  readonly kind: 'goods' | 'digital';
  readonly brand: string;
  readonly titles: Texts;
  readonly descriptions: Texts;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly hs: string;
  readonly origin: string;
  readonly variants: readonly DraftVariant[];
}

/** As it is saved. `onHand` is what lies on the shelf, by variant. */
export function draftOf(listing: Listing, onHand: (variant: string) => number | undefined): Draft {
  const { kind, brand, titles, descriptions, attributes, hs, origin } = listing;
  const variants = listing.variants.map(({ id, tiers, sku, gtin, grams, sizeMm, onHand: said }) => ({
    key: id,
    tiers: tiers.filter(({ minor }) => minor > 0n),
    sku,
    gtin,
    grams,
    sizeMm,
    onHand: onHand(id) ?? said,
  }));
  return { kind, brand, titles, descriptions, attributes, hs, origin, variants };
}

interface About {
  asked: readonly AttributeView[];
  currency: string;
  locale: string;
  locales: readonly string[];
}

/** As it stands in the form. What cannot be read is taken as not said: the server will say what is wrong with it. */
export function draftFrom(form: FormData, about: About): Draft {
  const text = (name: string): string => {
    const entry = form.get(name);
    return typeof entry === 'string' ? entry.trim() : '';
  };
  const count = (name: string) => Number(typedNumber(text(name), about.locale) ?? 0);
  const texts = (name: string): Texts =>
    Object.fromEntries(
      about.locales.flatMap((locale) => {
        const said = text(`${name}.${locale}`);
        return said ? [[locale, said]] : [];
      }),
    );
  const attributes = about.asked.flatMap(({ code, kind }): [string, AttributeValue][] => {
    const said = text(`a.${code}`);
    if (said === '') return [];
    if (kind === 'yes_no') return [[code, said === 'yes']];
    return [[code, kind === 'number' ? Number(said) : said]];
  });
  const variants = form
    .getAll('variant')
    .filter((key) => typeof key === 'string' && !form.has(`v.${key}.drop`))
    .map((key) => {
      const at = `v.${key as string}`;
      return {
        key: key as string,
        tiers: tiersIn(at, text, count, about),
        sku: text(`${at}.sku`),
        gtin: text(`${at}.gtin`),
        grams: count(`${at}.grams`),
        sizeMm: ['length', 'width', 'height'].map((side) => Math.round(count(`${at}.${side}`) * 10)),
        onHand: count(`${at}.onHand`),
      };
    });
  const hs = parseHsCode(text('hs'));
  return {
    kind: text('kind') === 'digital' ? 'digital' : 'goods',
    brand: text('brand'),
    titles: texts('titles'),
    descriptions: texts('descriptions'),
    attributes: Object.fromEntries(attributes),
    hs: hs.ok ? hs.value : '',
    origin: text('origin'),
    variants,
  };
}

const mostTiers = 10;

function tiersIn(
  at: string,
  text: (name: string) => string,
  count: (name: string) => number,
  { currency, locale }: About,
): { from: number; minor: bigint }[] {
  return Array.from({ length: mostTiers }, (_, n) => {
    const price = parseMoney(text(`${at}.price.${n}`), currency, locale);
    return price.ok && price.value.minor > 0n
      ? [{ from: count(`${at}.from.${n}`) || 1, minor: price.value.minor }]
      : [];
  })
    .flat()
    .sort((a, b) => a.from - b.from);
}
