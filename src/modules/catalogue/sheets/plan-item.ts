/** What a product becomes when a file's words are laid over it. Pure. */
import type { Tree } from '../category.ts';
import { listingFrom } from '../listing-input.ts';
import type { ListingInput, VariantInput } from '../listing-input.ts';
import { problemsOf, wrongWhen } from '../listing-rules.ts';
import type { ListingProblem } from '../listing-rules.ts';
import type { Listing, Variant } from '../listing.ts';
import type { ItemSaid, SheetProblem, SheetSettings, VariantSaid } from './read-item.ts';
import { attributesOf, categoryOf, plainOf } from './said-words.ts';
import { optionsOfRows } from './sheet-options.ts';

export interface Planned {
  readonly listing: Listing | undefined;
  /** So many pieces of each variant the file counted. */
  readonly stock: readonly { variant: string; onHand: number; n: number }[];
  readonly problems: readonly SheetProblem[];
}

export function planItem(
  said: ItemSaid,
  before: Listing | undefined,
  { tree, settings, newId }: { tree: Tree; settings: SheetSettings; newId: () => string },
): Planned {
  const problems: SheetProblem[] = [...said.problems];
  const wrong = (field: string, what: string, args: SheetProblem['args'] = {}) =>
    problems.push({ n: said.n, field, what, args });
  const category = categoryOf(said, before, settings, tree, wrong);
  if (!category) return { listing: undefined, stock: [], problems };

  const words = said.variants.map(({ choice }) => choice);
  const chosen = words.some((choice) => choice.length > 0)
    ? optionsOfRows(words, before?.options ?? [])
    : { options: before?.options ?? [], choices: words.map(() => undefined) };
  const taken = new Set<string>();
  const variants = said.variants.map((one, n) => {
    const known = knownVariant(one, chosen.choices[n], before, taken);
    if (known) taken.add(known.id);
    return { said: one, known, id: known?.id ?? newId(), choice: chosen.choices[n] ?? known?.choice ?? {} };
  });
  const input: ListingInput = {
    ...said.plain,
    ...plainOf(said, before, settings),
    category: category.id,
    titles: { ...before?.titles, ...said.titles },
    descriptions: { ...before?.descriptions, ...said.descriptions },
    attributes: { ...before?.attributes, ...attributesOf(said, category, wrong) },
    options: chosen.options,
  } as ListingInput;
  const ids = new Map(variants.map((one) => [one.id, one]));
  const laid = variants.map((one) => inputOf(one.said, one.known, one.choice));
  const next = listingFrom(input, newId, before);
  const fresh = variants.map(({ id, known }, n) => variantFrom(laid[n]!, id, known));
  // A file says what there is, not what there is no more: variants that it does not name stay as they are.
  const old = (before?.variants ?? []).map((one) => fresh.find(({ id }) => id === one.id) ?? one);
  const listing = { ...next, variants: [...old, ...fresh.filter(({ id }) => !old.some((one) => one.id === id))] };
  const rowOf = (problem: ListingProblem): number => {
    const at = /^variants\.(\d+)/.exec(problem.where)?.[1];
    return ids.get(listing.variants[Number(at)]?.id ?? '')?.said.n ?? said.n;
  };
  for (const problem of problemsOf(wrongWhen, listing, category)) problems.push(ofListing(problem, rowOf(problem)));
  const stock = variants.flatMap(({ id, said: { stock: onHand, n } }) =>
    onHand === undefined || listing.kind === 'digital' ? [] : [{ variant: id, onHand, n }],
  );
  return { listing, stock, problems };
}

/** What a listing lacks; of its size, each side that is not given, for each is a column of its own. */
export function lackOf(problem: ListingProblem, listing: Listing, n: number): SheetProblem[] {
  const lack = ofListing(problem, n);
  if (lack.field !== sides[0]) return [lack];
  const size = listing.variants[Number(problem.where.split('.')[1])]?.sizeMm ?? [];
  return sides.filter((_, side) => !size[side]).map((field) => ({ ...lack, field }));
}

const sides = ['length_cm', 'width_cm', 'height_cm'];

/** A listing's problem at the row and the column that it is about. */
function ofListing({ where, what, most, least }: ListingProblem, n: number): SheetProblem {
  const [part = '', second = '', third = ''] = where.split('.');
  const field =
    part === 'variants'
      ? (inVariant[third] ?? '')
      : part === 'attributes'
        ? `attribute.${second}`
        : (named[part] ?? part);
  return {
    n,
    field,
    what,
    args: { ...(most === undefined ? {} : { most }), ...(least === undefined ? {} : { least }) },
  };
}

const inVariant: Readonly<Record<string, string>> = {
  sku: 'sku',
  gtin: 'gtin',
  tiers: 'price',
  grams: 'weight_g',
  sizeMm: sides[0]!,
  onHand: 'stock',
  choice: 'value1',
};
const named: Readonly<Record<string, string>> = {
  titles: 'title',
  descriptions: 'description',
  options: 'option1',
  variants: '',
};

/** By its number, else by what is chosen, else the only one there is. */
function knownVariant(
  said: VariantSaid,
  choice: Readonly<Record<string, string>> | undefined,
  before: Listing | undefined,
  taken: ReadonlySet<string>,
): Variant | undefined {
  const free = (before?.variants ?? []).filter(({ id }) => !taken.has(id));
  const isSame = (one: Variant): boolean =>
    choice !== undefined &&
    Object.keys(choice).every((code) => one.choice[code] === choice[code]) &&
    Object.keys(choice).length > 0;
  return (
    (said.sku ? free.find(({ sku }) => sku === said.sku) : undefined) ??
    free.find(isSame) ??
    (before?.variants.length === 1 && choice === undefined ? free[0] : undefined)
  );
}

function inputOf(
  said: VariantSaid,
  known: Variant | undefined,
  choice: Readonly<Record<string, string>>,
): VariantInput {
  const { sku, gtin, tiers, grams, sides } = said;
  return {
    ...(sku === undefined ? {} : { sku }),
    ...(gtin === undefined ? {} : { gtin }),
    choice,
    tiers: tiers ?? known?.tiers ?? [{ from: 1, minor: 0n }],
    ...(grams === undefined ? {} : { grams }),
    sizeMm: sides.map((side, n) => side ?? known?.sizeMm[n] ?? 0),
  };
}

/** As `listingFrom` reads a variant, under an id that was given before. */
function variantFrom(input: VariantInput, id: string, known: Variant | undefined): Variant {
  const base = { variants: known ? [known] : [] } as unknown as Listing;
  const [read] = listingFrom({ variants: [known ? { ...input, id } : input] }, () => id, {
    ...blank,
    ...base,
  }).variants;
  return { ...read!, onHand: 0 };
}

const blank = { category: '', titles: {}, descriptions: {}, attributes: {}, options: [], pictures: [] };
