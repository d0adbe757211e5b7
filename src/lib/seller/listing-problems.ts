/** What the catalogue finds wrong or missing in a listing, at the fields of its form and in words. */
import type { AttributeView, ListingProblem } from '#modules/catalogue';
import { isKey } from '#lib/server/messages.ts';
import type { Key } from '#lib/words/keys.ts';
import { locales } from '#lib/words/locales.ts';

/** Parts of the page, for a link to what is missing. */
export type Section = 'pictures' | 'texts' | 'details' | 'variants' | 'customs' | 'digital' | 'options' | 'category';

export interface Placed {
  /** Its name in the form. */
  field: string;
  section: Section;
  /** What the field is called. */
  label: string;
  says: string;
}

interface Names {
  /** The keys of the variants in the form, in their order. */
  keys: readonly string[];
  /** What each variant is called; empty where there is one. */
  labels: readonly string[];
  asked: readonly AttributeView[];
}

type Called = 'sku' | 'gtin' | 'price' | 'weight' | 'size' | 'stock';

const inVariant: Readonly<Record<string, { field: string; called: Called }>> = {
  sku: { field: 'sku', called: 'sku' },
  gtin: { field: 'gtin', called: 'gtin' },
  tiers: { field: 'price.0', called: 'price' },
  grams: { field: 'grams', called: 'weight' },
  sizeMm: { field: 'length', called: 'size' },
  onHand: { field: 'onHand', called: 'stock' },
};

const sections = {
  titles: 'texts',
  descriptions: 'texts',
  brand: 'details',
  kind: 'details',
  category: 'category',
  hs: 'customs',
  origin: 'customs',
  battery: 'customs',
  pictures: 'pictures',
  options: 'options',
  variants: 'variants',
} as const satisfies Record<string, Section>;
const isPlain = (part: string): part is keyof typeof sections => Object.hasOwn(sections, part);

export function placed(problem: ListingProblem, names: Names, { t, locale }: Pick<App.Locals, 't' | 'locale'>): Placed {
  const { where, what, most = 0, least = 0 } = problem;
  const key = `seller.problem.${what}`;
  const says = isKey(key) ? t(`seller.problem.${what}` as Key, { most, least }) : t('seller.problem.is_not_right');
  const [part = '', second = '', third = ''] = where.split('.');
  if (part === 'attributes') {
    const asked = names.asked.find(({ code }) => code === second);
    return { field: `a.${second}`, section: 'details', label: asked?.name ?? second, says };
  }
  if (part === 'variants' && third) return { ...ofVariant(Number(second), third, names, t), says };
  // Texts are asked for in each language; what is missing altogether is asked for in the reader's.
  const field =
    part === 'titles' || part === 'descriptions'
      ? `${part}.${second || (locales.find((one) => one === locale) ?? 'en')}`
      : part;
  if (!isPlain(part)) return { field, section: 'details', label: part, says };
  return { field, section: sections[part], label: t(`seller.listing.${part}`), says };
}

function ofVariant(n: number, part: string, { keys, labels }: Names, t: App.Locals['t']): Omit<Placed, 'says'> {
  const known = inVariant[part];
  const of = (label: string) => (labels[n] ? `${label} (${labels[n]})` : label);
  if (part === 'digital')
    return { field: `digital.${keys[n]}`, section: 'digital', label: of(t('seller.listing.digital')) };
  if (!known) return { field: 'options', section: 'options', label: t('seller.listing.options') };
  return {
    field: `v.${keys[n] ?? 'new0'}.${known.field}`,
    section: 'variants',
    label: of(t(`seller.listing.${known.called}`)),
  };
}
