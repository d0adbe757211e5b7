/** A listing as the desk reads it: every part in words, and beside a change what stood there before. */
import { money } from '#kernel/money';
import type { Money } from '#kernel/money';
import { countryName } from '#kernel/place';
import { listed, said } from '#modules/catalogue';
import type { AttributeValue, CategoryForm, Listing, Variant } from '#modules/catalogue';
import { localeNames } from '../words/locale-names.ts';
import { isLocale, locales } from '../words/locales.ts';
import type { Say } from '../words/words.ts';

export interface ListingPart {
  label: string;
  value: string;
  /** What stood there before, where the change asks for something else. */
  before: string | undefined;
  changed: boolean;
  /** A text of many lines. */
  long: boolean;
}

export interface VariantLine {
  id: string;
  label: string;
  sku: string;
  gtin: string;
  tiers: { from: number; price: Money }[];
  grams: number;
  size: string;
  onHand: number | undefined;
  held: number | undefined;
  /** In the change, but not in what is on sale. */
  fresh: boolean;
}

interface Shown {
  listing: Listing;
  proposal: Listing | null;
  currency: string;
  stock: readonly { variant: string; onHand: number; held: number }[];
}

/** The forms of both categories, where a change moves the goods to another one. */
export interface Forms {
  now: CategoryForm | undefined;
  before: CategoryForm | undefined;
}

interface Reader {
  t: Say;
  locale: string;
}

/** The languages that either speaks, ours first. */
function languages(...all: readonly Listing[]): string[] {
  const others = all.flatMap(({ titles, descriptions }) => [...Object.keys(titles), ...Object.keys(descriptions)]);
  return [...new Set([...locales, ...others])];
}

export function partsOf(
  { listing, proposal }: Shown,
  forms: Forms,
  reader: Reader,
): Record<'texts' | 'facts' | 'customs', ListingPart[]> & { unwritten: string[] } {
  const { t, locale } = reader;
  const now = proposal ?? listing;
  const part = (
    label: string,
    read: (of: Listing, form: CategoryForm | undefined) => string,
    long = false,
  ): ListingPart => {
    const value = read(now, forms.now);
    const before = proposal ? read(listing, forms.before) : undefined;
    const changed = before !== undefined && before !== value;
    return { label, value, before: changed ? before : undefined, changed, long };
  };
  const tongue = (code: string) => (isLocale(code) ? localeNames[code] : code);
  const written = languages(now, listing).map((code) => ({
    code,
    parts: [
      part(t('desk.listing.title_in', { language: tongue(code) }), (of) => of.titles[code] ?? ''),
      part(t('desk.listing.description_in', { language: tongue(code) }), (of) => of.descriptions[code] ?? '', true),
    ],
  }));
  const says = ({ parts }: (typeof written)[number]) => parts.some(({ value, changed }) => value !== '' || changed);
  const codes = [
    ...new Set([
      ...(forms.now?.attributes ?? []).map(({ code }) => code),
      ...Object.keys(now.attributes),
      ...Object.keys(listing.attributes),
    ]),
  ];
  const attributes = codes
    .map((code) => part(nameOf(code, forms), (of, form) => attributeText(of.attributes[code], code, form, t)))
    .filter(({ value, changed }) => value !== '' || changed);
  const path = (_of: Listing, form: CategoryForm | undefined) => (form?.path ?? []).map(({ name }) => name).join(' › ');
  return {
    texts: written.filter(says).flatMap(({ parts }) => parts),
    unwritten: written.filter((one) => !says(one)).map(({ code }) => tongue(code)),
    facts: [
      part(t('desk.listing.category'), path),
      part(t('desk.listing.kind'), (of) => t(`desk.listing.kind.${of.kind}`)),
      part(t('desk.listing.brand'), (of) => of.brand),
      ...attributes,
      part(t('desk.listing.options'), (of) =>
        of.options
          .map(
            ({ names, values }) =>
              `${said(names, locale)}: ${listed(
                values.map((one) => said(one.names, locale)),
                locale,
              )}`,
          )
          .join('\n'),
      ),
    ].filter(({ value, changed }) => value !== '' || changed),
    customs: [
      part(t('desk.listing.hs'), (of) => of.hs),
      part(t('desk.listing.origin'), (of) => (of.origin ? countryName(of.origin, locale) : '')),
      part(t('desk.listing.battery'), (of) => t(`desk.listing.battery.${of.battery}`)),
    ],
  };
}

const nameOf = (code: string, { now, before }: Forms): string =>
  [...(now?.attributes ?? []), ...(before?.attributes ?? [])].find((one) => one.code === code)?.name ?? code;

function attributeText(
  value: AttributeValue | undefined,
  code: string,
  form: CategoryForm | undefined,
  t: Say,
): string {
  if (value === undefined) return '';
  const attribute = form?.attributes.find((one) => one.code === code);
  if (typeof value === 'boolean') return value ? t('desk.yes') : t('desk.no');
  const choice = attribute?.choices.find((one) => one.code === value);
  return [choice?.name ?? String(value), attribute?.unit ?? ''].filter(Boolean).join(' ');
}

export function variantsOf({ listing, proposal, currency, stock }: Shown, { locale }: Reader): VariantLine[] {
  const { options, variants } = proposal ?? listing;
  const known = new Set(listing.variants.map(({ id }) => id));
  return variants.map((variant) => {
    const piece = stock.find((one) => one.variant === variant.id);
    return {
      id: variant.id,
      label: choiceText(options, variant, locale),
      sku: variant.sku,
      gtin: variant.gtin,
      tiers: variant.tiers.map(({ from, minor }) => ({ from, price: money(currency, minor) })),
      grams: variant.grams,
      size: variant.sizeMm.some((one) => one > 0) ? variant.sizeMm.join(' × ') : '',
      onHand: piece?.onHand,
      held: piece?.held,
      fresh: proposal !== null && !known.has(variant.id),
    };
  });
}

/** What the change takes away. */
export function goneVariants({ listing, proposal }: Shown, { locale }: Reader): string[] {
  if (!proposal) return [];
  const kept = new Set(proposal.variants.map(({ id }) => id));
  return listing.variants.filter(({ id }) => !kept.has(id)).map((one) => choiceText(listing.options, one, locale));
}

function choiceText(options: Listing['options'], { choice, sku, id }: Variant, locale: string): string {
  const chosen = options.flatMap(({ code, values }) => values.filter((one) => one.code === choice[code]));
  const words = chosen.map(({ names }) => said(names, locale));
  return listed(words, locale) || sku || id.slice(-8);
}
