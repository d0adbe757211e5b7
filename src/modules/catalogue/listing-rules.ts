/**
 * The rules of a listing, by name. A wrong listing cannot even be kept as a draft; an incomplete one can, but is not
 * reviewed. Adding a rule is adding a line to a list.
 */
import { parseHsCode } from '#kernel/hs-code';
import { isCountry } from '#kernel/place';
import { attributesAreRight, requiredAttributesAreThere } from './attribute-rules.ts';
import { isLeaf } from './category.ts';
import type { Category } from './category.ts';
import type { Listing } from './listing.ts';
import { batteries, kinds } from './product.ts';
import { isLocaleTag } from './texts.ts';
import type { Texts } from './texts.ts';
import {
  choicesAreRight,
  gtinsAreRight,
  optionsAreRight,
  packingIsRight,
  packingIsThere,
  priceIsThere,
  skusAreRight,
  tiersAreRight,
  variantsAreThere,
} from './variant-rules.ts';

/** What is the matter, where, and the number or list that would be right. `where` is a path: `variants.0.tiers`. */
export interface ListingProblem {
  readonly where: string;
  readonly what: string;
  readonly most?: number;
  readonly least?: number;
  readonly oneOf?: string[];
}

export type ListingRule = (listing: Listing, category: Category) => ListingProblem[];

export const mostTitle = 200;
export const mostDescription = 20_000;
export const mostPictures = 12;
const mostBrand = 80;

/** A rule that asks one thing. */
const when = (broken: boolean, problem: ListingProblem): ListingProblem[] => (broken ? [problem] : []);

const goesIntoALeaf: ListingRule = (_listing, category) =>
  when(!isLeaf(category), { where: 'category', what: 'choose_a_category_further_down', oneOf: [...category.children] });

const kindIsKnown: ListingRule = ({ kind }) =>
  when(!kinds.includes(kind), { where: 'kind', what: 'is_not_known', oneOf: [...kinds] });

const textsAreRight =
  (where: 'titles' | 'descriptions', most: number): ListingRule =>
  (listing) =>
    Object.entries(listing[where] as Texts).flatMap(([locale, text]) => [
      ...when(!isLocaleTag(locale), { where: `${where}.${locale}`, what: 'language_is_not_known' }),
      ...when(text.length > most, { where: `${where}.${locale}`, what: 'is_too_long', most }),
    ]);

const brandIsShort: ListingRule = ({ brand }) =>
  when(brand.length > mostBrand, { where: 'brand', what: 'is_too_long', most: mostBrand });

const picturesAreFew: ListingRule = ({ pictures }) =>
  when(pictures.length > mostPictures, { where: 'pictures', what: 'are_too_many', most: mostPictures });

const hsIsReadable: ListingRule = ({ hs }) =>
  when(hs !== '' && !parseHsCode(hs).ok, { where: 'hs', what: 'is_no_hs_code' });

const originIsACountry: ListingRule = ({ origin }) =>
  when(origin !== '' && !isCountry(origin), { where: 'origin', what: 'is_no_country' });

const batteryIsKnown: ListingRule = ({ battery }) =>
  when(!batteries.includes(battery), { where: 'battery', what: 'is_not_known', oneOf: [...batteries] });

/** What no listing may be, not even a draft. */
export const wrongWhen: readonly ListingRule[] = [
  goesIntoALeaf,
  kindIsKnown,
  textsAreRight('titles', mostTitle),
  textsAreRight('descriptions', mostDescription),
  brandIsShort,
  attributesAreRight,
  optionsAreRight,
  choicesAreRight,
  skusAreRight,
  gtinsAreRight,
  tiersAreRight,
  packingIsRight,
  picturesAreFew,
  hsIsReadable,
  originIsACountry,
  batteryIsKnown,
];

const titleIsThere: ListingRule = ({ titles }) =>
  when(Object.keys(titles).length === 0, { where: 'titles', what: 'is_missing' });

const goodsHaveCustomsData: ListingRule = ({ kind, hs, origin }) =>
  kind === 'digital'
    ? []
    : [
        ...when(hs === '', { where: 'hs', what: 'is_missing' }),
        ...when(origin === '', { where: 'origin', what: 'is_missing' }),
      ];

/** What the desk need not look at yet. */
export const incompleteWhen: readonly ListingRule[] = [
  titleIsThere,
  requiredAttributesAreThere,
  variantsAreThere,
  priceIsThere,
  packingIsThere,
  goodsHaveCustomsData,
];

export function problemsOf(rules: readonly ListingRule[], listing: Listing, category: Category): ListingProblem[] {
  return rules.flatMap((rule) => rule(listing, category));
}
