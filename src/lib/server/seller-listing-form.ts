/** A listing as its form sends it, read into what the catalogue takes. */
import { countries } from '#kernel/place';
import { batteries, kinds } from '#modules/catalogue';
import type { AttributeView, Listing, ListingInput, VariantInput } from '#modules/catalogue';
import { manyOf, number, oneOf, optional, text, tick } from '#lib/server/fields.ts';
import type { Reader } from '#lib/server/fields.ts';
import type { Filled } from '#lib/server/forms.ts';
import { locales } from '#lib/words/locales.ts';
import { marked } from '../seller/marked.ts';
import { alike, keysIn, readVariant, variantShape } from './seller-variants-form.ts';
import type { Values } from './seller-variants-form.ts';

interface About {
  currency: string;
  asked: readonly AttributeView[];
  /** As it is now: what the form does not ask stays. */
  listing: Listing;
}

export function readListing(form: Filled, about: About) {
  const keys = keysIn(form);
  const taken = form.take(shapeOf(keys, about));
  if (!taken.ok) return taken;
  const { value } = taken;
  const staying = keys.filter((key) => value[`v.${key}.drop`] !== true);
  const variants = staying.map((key) => ({ key, ...readVariant(key, value, about.listing) }));
  const errors = Object.assign({}, ...variants.map((one) => one.errors)) as Record<string, string>;
  if (Object.keys(errors).length > 0) return { ok: false as const, again: marked(form, said(errors, form)) };
  const filled = variants.filter((one) => !one.isBlank);
  const inputs = filled.map((one) => one.input);
  return {
    ok: true as const,
    value: {
      ...listingOf(value, value['same'] ? alike(inputs) : inputs, about),
      stock: filled.flatMap(({ key, counted }) => (counted === undefined ? [] : [{ variant: key, onHand: counted }])),
    },
    keys: filled.map(({ key }) => key),
  };
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

const said = (errors: Record<string, string>, { locals }: Filled) =>
  Object.fromEntries(Object.keys(errors).map((name) => [name, locals.t('field.missing')]));

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
