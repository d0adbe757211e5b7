import type { ListingProblem, ListingRule } from './listing-rules.ts';
import type { Listing, Variant } from './listing.ts';
import { isGtin } from './price.ts';

const mostOptions = 3;
const mostValues = 50;
const mostVariants = 200;
const mostTiers = 10;
const mostSku = 60;
const mostName = 80;
/** A price of a million millions of the smallest unit is a slip of the finger. */
const mostMinor = 10n ** 14n;
const mostPieces = 1_000_000;
/** One tonne; ten metres: more goes by contract, not by parcel. */
const mostGrams = 1_000_000;
const mostMm = 10_000;

const isCode = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 40;
const unique = (list: readonly string[]): boolean => new Set(list).size === list.length;

/** Problems of each variant, with its place. */
const ofEach = (
  listing: Listing,
  look: (variant: Variant) => (Omit<ListingProblem, 'where'> & { where: string }) | undefined,
): ListingProblem[] =>
  listing.variants.flatMap((variant, n) => {
    const problem = look(variant);
    return problem ? [{ ...problem, where: `variants.${n}.${problem.where}` }] : [];
  });

export const optionsAreRight: ListingRule = ({ options }) => {
  const problems: ListingProblem[] = [];
  if (options.length > mostOptions) problems.push({ where: 'options', what: 'are_too_many', most: mostOptions });
  if (!unique(options.map(({ code }) => code))) problems.push({ where: 'options', what: 'are_twice_the_same' });
  options.forEach((option, n) => {
    const where = `options.${n}`;
    if (option.values.length > mostValues) problems.push({ where, what: 'are_too_many', most: mostValues });
    if (option.values.length === 0) problems.push({ where, what: 'is_missing' });
    if (!unique(option.values.map(({ code }) => code))) problems.push({ where, what: 'are_twice_the_same' });
    for (const named of [option, ...option.values]) {
      const names = Object.values(named.names);
      if (!isCode(named.code)) problems.push({ where, what: 'is_no_code' });
      if (names.length === 0) problems.push({ where, what: 'name_is_missing' });
      if (names.some((name) => name.length > mostName)) problems.push({ where, what: 'is_too_long', most: mostName });
    }
  });
  return problems;
};

/** Each variant takes one value of each option, and no two take the same. */
export const choicesAreRight: ListingRule = (listing) => {
  const { options, variants } = listing;
  const problems = ofEach(listing, ({ choice }) => {
    const right = options.every(({ code, values }) => values.some((value) => value.code === choice[code]));
    return right && Object.keys(choice).length === options.length
      ? undefined
      : { where: 'choice', what: 'does_not_fit_the_options' };
  });
  if (variants.length > mostVariants) problems.push({ where: 'variants', what: 'are_too_many', most: mostVariants });
  const choices = variants.map(({ choice }) => options.map(({ code }) => choice[code] ?? '').join(' '));
  if (problems.length === 0 && !unique(choices)) problems.push({ where: 'variants', what: 'are_twice_the_same' });
  return problems;
};

export const skusAreRight: ListingRule = (listing) => {
  const problems = ofEach(listing, ({ sku }) =>
    sku.length > mostSku ? { where: 'sku', what: 'is_too_long', most: mostSku } : undefined,
  );
  if (!unique(listing.variants.map(({ sku }) => sku).filter((sku) => sku !== '')))
    problems.push({ where: 'variants', what: 'skus_are_twice_the_same' });
  return problems;
};

export const gtinsAreRight: ListingRule = (listing) =>
  ofEach(listing, ({ gtin }) => (gtin === '' || isGtin(gtin) ? undefined : { where: 'gtin', what: 'is_no_bar_code' }));

/** Steps begin later and cost less, one after the other. */
export const tiersAreRight: ListingRule = (listing) =>
  ofEach(listing, ({ tiers }) => {
    if (tiers.length === 0) return { where: 'tiers', what: 'is_missing' };
    if (tiers.length > mostTiers) return { where: 'tiers', what: 'are_too_many', most: mostTiers };
    if (tiers.some(({ from }) => !Number.isInteger(from) || from < 1 || from > mostPieces))
      return { where: 'tiers', what: 'pieces_are_wrong', least: 1, most: mostPieces };
    if (tiers.some(({ minor }) => minor < 0n || minor > mostMinor)) return { where: 'tiers', what: 'price_is_wrong' };
    const falls = tiers.every(
      (tier, n) => n === 0 || (tier.from > tiers[n - 1]!.from && tier.minor < tiers[n - 1]!.minor),
    );
    return falls ? undefined : { where: 'tiers', what: 'more_pieces_must_cost_less' };
  });

export const packingIsRight: ListingRule = (listing) =>
  ofEach(listing, ({ grams, sizeMm, onHand }) => {
    if (!isWhole(grams, mostGrams)) return { where: 'grams', what: 'is_wrong', least: 0, most: mostGrams };
    if (sizeMm.length !== 3 || !sizeMm.every((side) => isWhole(side, mostMm)))
      return { where: 'sizeMm', what: 'is_wrong', least: 0, most: mostMm };
    return isWhole(onHand, mostPieces * 10)
      ? undefined
      : { where: 'onHand', what: 'is_wrong', least: 0, most: mostPieces * 10 };
  });

const isWhole = (n: number, most: number): boolean => Number.isInteger(n) && n >= 0 && n <= most;

export const variantsAreThere: ListingRule = ({ variants }) =>
  variants.length === 0 ? [{ where: 'variants', what: 'is_missing' }] : [];

/** Nothing is free here: an order without money would have no escrow. */
export const priceIsThere: ListingRule = (listing) =>
  ofEach(listing, ({ tiers }) =>
    tiers.some(({ minor }) => minor === 0n) ? { where: 'tiers', what: 'price_is_missing' } : undefined,
  );

export const packingIsThere: ListingRule = (listing) =>
  ofEach(listing, ({ grams, sizeMm }) => {
    if (listing.kind === 'digital') return undefined;
    if (grams === 0) return { where: 'grams', what: 'is_missing' };
    return sizeMm.some((side) => side === 0) ? { where: 'sizeMm', what: 'is_missing' } : undefined;
  });
