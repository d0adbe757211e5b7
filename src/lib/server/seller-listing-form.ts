/** A listing as its form sends it, read into what the catalogue takes. */
import type { Money } from '#kernel/money';
import { countries } from '#kernel/place';
import { batteries, kinds } from '#modules/catalogue';
import type { AttributeView, Listing, ListingInput, VariantInput } from '#modules/catalogue';
import { amount, manyOf, number, oneOf, optional, text, tick, whole } from '#lib/server/fields.ts';
import type { Reader } from '#lib/server/fields.ts';
import type { Filled } from '#lib/server/forms.ts';
import { locales } from '#lib/words/locales.ts';
import { marked } from '../seller/marked.ts';

/** So many steps of a price are asked for at once; a step left empty is none. */
export const mostTiers = 10;

interface About {
  currency: string;
  asked: readonly AttributeView[];
  /** As it is now: what the form does not ask stays. */
  listing: Listing;
}

type Values = Readonly<Record<string, unknown>>;

export function readListing(form: Filled, about: About) {
  const keys = keysIn(form);
  const taken = form.take(shapeOf(keys, about));
  if (!taken.ok) return taken;
  const { value } = taken;
  const variants = keys.filter((key) => value[`v.${key}.drop`] !== true).map((key) => readVariant(key, value, about));
  const errors = Object.assign({}, ...variants.map((one) => one.errors)) as Record<string, string>;
  if (Object.keys(errors).length > 0) return { ok: false as const, again: marked(form, said(errors, form)) };
  const filled = variants.filter((one) => !one.isBlank).map((one) => one.input);
  return { ok: true as const, value: listingOf(value, value['same'] ? alike(filled) : filled, about), keys };
}

/** The variants of the form, in their order: the ids of those that are there, and `new…`. */
function keysIn({ outcome: { values } }: Filled): string[] {
  const sent = values['variant'] ?? [];
  return (Array.isArray(sent) ? sent : [sent]).filter((key) => /^[\w-]{1,40}$/.test(key)).slice(0, 200);
}

function shapeOf(keys: readonly string[], { currency, asked }: About): Record<string, Reader<unknown>> {
  const own = locales.flatMap((locale) => [
    [`titles.${locale}`, optional(text({ most: 200 }))],
    [`descriptions.${locale}`, optional(text({ most: 20_000 }))],
  ]);
  const attributes = asked.map((one) => [`a.${one.code}`, optional(readerOf(one))]);
  const variants = keys.flatMap((key) => variantShape(`v.${key}`, currency));
  return Object.fromEntries([
    ...own,
    ...attributes,
    ...variants,
    ['kind', oneOf(kinds)],
    ['brand', optional(text({ most: 80 }))],
    ['hs', optional(text({ most: 20 }))],
    ['origin', optional(oneOf(countries))],
    ['battery', oneOf(batteries)],
    ['same', tick()],
    ['variant', manyOf(keys)],
  ]) as Record<string, Reader<unknown>>;
}

function readerOf({ kind, choices }: AttributeView): Reader<unknown> {
  if (kind === 'number') return number({ least: -1e15, most: 1e15 });
  if (kind === 'yes_no') return oneOf(['yes', 'no']);
  return kind === 'choice' ? oneOf(choices.map(({ code }) => code)) : text({ most: 1000 });
}

function variantShape(at: string, currency: string): [string, Reader<unknown>][] {
  const tiers = Array.from({ length: mostTiers }, (_, n): [string, Reader<unknown>][] => [
    [`${at}.from.${n}`, optional(whole({ least: 1, most: 1_000_000 }))],
    [`${at}.price.${n}`, optional(amount(currency))],
  ]);
  const side = optional(number({ most: 1000 }));
  return [
    ...tiers.flat(),
    [`${at}.sku`, optional(text({ most: 60 }))],
    [`${at}.gtin`, optional(text({ most: 20 }))],
    [`${at}.grams`, optional(whole({ most: 1_000_000 }))],
    [`${at}.length`, side],
    [`${at}.width`, side],
    [`${at}.height`, side],
    [`${at}.onHand`, optional(whole({ most: 10_000_000 }))],
    [`${at}.drop`, tick()],
  ];
}

interface ReadVariant {
  input: VariantInput;
  errors: Record<string, 'missing'>;
  isBlank: boolean;
}

function readVariant(key: string, value: Values, { currency: _currency, listing }: About): ReadVariant {
  const at = `v.${key}`;
  const of = <T>(name: string) => value[`${at}.${name}`] as T | undefined;
  const { tiers, errors } = readTiers(at, value);
  const known = listing.variants.find(({ id }) => id === key);
  const [length, width, height] = ['length', 'width', 'height'].map((side) => Math.round((of<number>(side) ?? 0) * 10));
  const input: VariantInput = {
    ...(known ? { id: known.id, choice: known.choice } : {}),
    sku: of<string>('sku') ?? '',
    gtin: of<string>('gtin') ?? '',
    // Without a price yet: a draft keeps the rest, and says what lacks.
    tiers: tiers.length > 0 ? tiers : [{ from: 1, minor: 0n }],
    grams: of<number>('grams') ?? 0,
    sizeMm: [length!, width!, height!],
    ...(known ? {} : { onHand: of<number>('onHand') ?? 0 }),
  };
  const said = [input.sku, input.gtin, input.grams, length, width, height, of<number>('onHand')];
  return { input, errors, isBlank: !known && tiers.length === 0 && said.every((one) => !one) };
}

function readTiers(at: string, value: Values) {
  const tiers: { from: number; minor: bigint }[] = [];
  const errors: Record<string, 'missing'> = {};
  for (let n = 0; n < mostTiers; n++) {
    const from = value[`${at}.from.${n}`] as number | undefined;
    const price = value[`${at}.price.${n}`] as Money | undefined;
    if (price) tiers.push({ from: from ?? 1, minor: price.minor });
    if (price && from === undefined && n > 0) errors[`${at}.from.${n}`] = 'missing';
    if (!price && from !== undefined && n > 0) errors[`${at}.price.${n}`] = 'missing';
    // The least order may be said before the price is.
    if (!price && from !== undefined && n === 0) tiers.push({ from, minor: 0n });
  }
  return { tiers: tiers.sort((a, b) => a.from - b.from), errors };
}

const said = (errors: Record<string, string>, { locals }: Filled) =>
  Object.fromEntries(Object.keys(errors).map((name) => [name, locals.t('field.missing')]));

/** Price, weight and size of the first for all. */
function alike(variants: VariantInput[]): VariantInput[] {
  const [first] = variants;
  if (!first) return variants;
  const { tiers, grams, sizeMm } = first;
  return variants.map((one) => ({
    ...one,
    tiers,
    ...(grams === undefined ? {} : { grams }),
    ...(sizeMm ? { sizeMm } : {}),
  }));
}

function listingOf(value: Values, variants: VariantInput[], { asked, listing }: About): ListingInput {
  const texts = (name: 'titles' | 'descriptions') => ({
    ...listing[name],
    ...Object.fromEntries(locales.map((locale) => [locale, (value[`${name}.${locale}`] as string | undefined) ?? ''])),
  });
  const attributes = asked.flatMap(({ code, kind }) => {
    const given = value[`a.${code}`] as string | number | undefined;
    if (given === undefined) return [];
    return [[code, kind === 'yes_no' ? given === 'yes' : given] as const];
  });
  return {
    kind: value['kind'] as Listing['kind'],
    brand: (value['brand'] as string | undefined) ?? '',
    titles: texts('titles'),
    descriptions: texts('descriptions'),
    attributes: Object.fromEntries(attributes),
    hs: (value['hs'] as string | undefined) ?? '',
    origin: (value['origin'] as string | undefined) ?? '',
    battery: value['battery'] as Listing['battery'],
    variants,
  };
}
