/**
 * How good a listing is, out of a hundred: a list of named rules, each with its points and the field that mends it. Adding
 * a rule is adding a line. It is advice, not a law: what the desk asks for is said by the catalogue's own rules.
 */
import type { Draft } from './listing-draft.ts';

export interface Scored extends Draft {
  readonly pictures: readonly { readonly width: number; readonly height: number }[];
  readonly asked: readonly { readonly code: string; readonly required: boolean }[];
  readonly locales: readonly string[];
}

export type RuleName =
  | 'picture'
  | 'more_pictures'
  | 'large_picture'
  | 'title'
  | 'description'
  | 'titles_in_all'
  | 'descriptions_in_all'
  | 'required_details'
  | 'more_details'
  | 'brand'
  | 'price'
  | 'stock'
  | 'parcel'
  | 'bar_codes'
  | 'customs_code'
  | 'origin';

/** How much of a rule is reached, from 0 to 1, and the field that is in the way. */
interface Reached {
  share: number;
  field: string;
}
interface Rule {
  name: RuleName;
  points: number;
  /** Digital goods have no parcel and no customs. */
  goodsOnly?: true;
  look: (one: Scored) => Reached;
}

const within = (share: number): number => Math.max(0, Math.min(1, share));
const yes = (is: boolean, field: string): Reached => ({ share: is ? 1 : 0, field });

/** The language that the seller writes first: the first of ours in which there is a title. */
export const mainLanguage = ({ titles, locales }: Pick<Scored, 'titles' | 'locales'>): string =>
  locales.find((locale) => titles[locale]) ?? locales[0]!;

const inAll =
  (name: 'titles' | 'descriptions') =>
  (one: Scored): Reached => {
    const missing = one.locales.filter((locale) => !one[name][locale]);
    return { share: 1 - missing.length / one.locales.length, field: `${name}.${missing[0] ?? one.locales[0]}` };
  };

const details =
  (required: boolean, enough: number) =>
  ({ asked, attributes }: Scored): Reached => {
    const of = asked.filter((one) => one.required === required);
    const missing = of.filter(({ code }) => attributes[code] === undefined);
    const field = missing[0] ? `a.${missing[0].code}` : 'brand';
    return { share: of.length === 0 ? 1 : within((of.length - missing.length) / (of.length * enough)), field };
  };

const ofVariants =
  (part: string, is: (variant: Scored['variants'][number]) => boolean) =>
  ({ variants }: Scored): Reached => {
    const lacking = variants.filter((one) => !is(one));
    const share = variants.length === 0 ? 0 : 1 - lacking.length / variants.length;
    return { share, field: `v.${lacking[0]?.key ?? 'new0'}.${part}` };
  };

export const shortestTitle = 20;
export const longestTitle = 120;
export const goodDescription = 200;
const goodPictures = 4;
const goodSide = 800;

export const scoreRules: readonly Rule[] = [
  { name: 'picture', points: 12, look: ({ pictures }) => yes(pictures.length > 0, 'picture') },
  {
    name: 'more_pictures',
    points: 10,
    look: ({ pictures }) => ({ share: within(pictures.length / goodPictures), field: 'picture' }),
  },
  {
    name: 'large_picture',
    points: 4,
    look: ({ pictures: [first] }) =>
      yes(first !== undefined && Math.min(first.width, first.height) >= goodSide, 'picture'),
  },
  {
    name: 'title',
    points: 10,
    look: (one) => {
      const main = mainLanguage(one);
      const { length } = one.titles[main] ?? '';
      return yes(length >= shortestTitle && length <= longestTitle, `titles.${main}`);
    },
  },
  {
    name: 'description',
    points: 10,
    look: (one) => {
      const main = mainLanguage(one);
      return {
        share: within((one.descriptions[main] ?? '').length / goodDescription),
        field: `descriptions.${main}`,
      };
    },
  },
  { name: 'titles_in_all', points: 8, look: inAll('titles') },
  { name: 'descriptions_in_all', points: 6, look: inAll('descriptions') },
  { name: 'required_details', points: 10, look: details(true, 1) },
  { name: 'more_details', points: 5, look: details(false, 0.5) },
  { name: 'brand', points: 3, look: ({ brand }) => yes(brand !== '', 'brand') },
  { name: 'price', points: 5, look: ofVariants('price.0', ({ tiers }) => tiers.length > 0) },
  {
    name: 'stock',
    points: 3,
    goodsOnly: true,
    look: (one) => ({
      ...ofVariants('onHand', ({ onHand }) => onHand > 0)(one),
      share: one.variants.some(({ onHand }) => onHand > 0) ? 1 : 0,
    }),
  },
  {
    name: 'parcel',
    points: 5,
    goodsOnly: true,
    look: ofVariants('grams', ({ grams, sizeMm }) => grams > 0 && sizeMm.every((side) => side > 0)),
  },
  { name: 'bar_codes', points: 2, goodsOnly: true, look: ofVariants('gtin', ({ gtin }) => gtin !== '') },
  { name: 'customs_code', points: 4, goodsOnly: true, look: ({ hs }) => yes(hs !== '', 'hs') },
  { name: 'origin', points: 3, goodsOnly: true, look: ({ origin }) => yes(origin !== '', 'origin') },
];

export interface ScoreLine {
  name: RuleName;
  points: number;
  /** Of these, how many are reached. */
  reached: number;
  field: string;
}

export interface Score {
  /** Out of a hundred; where rules do not apply, of what the others give. */
  total: number;
  /** What is left to mend, the most points first. */
  toMend: ScoreLine[];
  reached: ScoreLine[];
}

export function scoreOf(one: Scored): Score {
  const lines = scoreRules
    .filter(({ goodsOnly }) => !goodsOnly || one.kind === 'goods')
    .map(({ name, points, look }): ScoreLine => {
      const { share, field } = look(one);
      // Rounded down, so that nothing is called whole that is not.
      return { name, points, reached: Math.floor(points * share + 1e-9), field };
    });
  const sum = (part: 'points' | 'reached') => lines.reduce((total, line) => total + line[part], 0);
  return {
    total: Math.floor((100 * sum('reached')) / sum('points')),
    toMend: lines
      .filter(({ points, reached }) => reached < points)
      .sort((a, b) => b.points - b.reached - (a.points - a.reached)),
    reached: lines.filter(({ points, reached }) => reached === points),
  };
}

export const scoreWord = (total: number): 'good' | 'fair' | 'poor' =>
  total >= 90 ? 'good' : total >= 60 ? 'fair' : 'poor';
