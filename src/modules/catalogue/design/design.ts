/** How a store arranges its page: a banner that is cropped to every width, and sections in their order. */
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import type { Picture } from '../listing.ts';
import { isLocaleTag, tidied } from '../texts.ts';
import type { Texts } from '../texts.ts';

export const across = ['left', 'center', 'right'] as const;
export const down = ['top', 'center', 'bottom'] as const;

/** The part of a banner that stays in view however narrow or wide the page is. */
export interface Focus {
  readonly x: (typeof across)[number];
  readonly y: (typeof down)[number];
}

export type Banner = Picture & Focus;

/** Titles may be left out: then a category is called by its name, and the others have none. */
export type Section =
  | { readonly kind: 'products'; readonly titles: Texts; readonly products: readonly string[] }
  | { readonly kind: 'category'; readonly titles: Texts; readonly category: string }
  | { readonly kind: 'text'; readonly titles: Texts; readonly texts: Texts }
  | { readonly kind: 'picture'; readonly titles: Texts; readonly picture: Picture; readonly link: Link };
export const sectionKinds = ['products', 'category', 'picture', 'text'] as const;

/** Where a picture leads: to one of the store's goods or to a category, never out of the house. */
export interface Link {
  readonly to: (typeof linkedTo)[number];
  readonly id: string;
}
export const linkedTo = ['product', 'category'] as const;

export interface Design {
  readonly banner: Banner | null;
  readonly sections: readonly Section[];
}

export const nothingArranged: Design = { banner: null, sections: [] };

export const mostSections = 12;
export const mostProducts = 12;
export const mostTitle = 80;
export const mostText = 2000;

/** In the order in which they are checked; `section` counts from one. */
export type SectionRefusal =
  | { no: 'too_many_sections'; most: number }
  | { no: 'language_not_known'; section: number }
  | { no: 'title_is_too_long'; section: number; most: number }
  | { no: 'section_has_no_products'; section: number }
  | { no: 'too_many_products'; section: number; most: number }
  | { no: 'section_has_no_category'; section: number }
  | { no: 'section_has_no_picture'; section: number }
  | { no: 'section_leads_nowhere'; section: number }
  | { no: 'section_has_no_text'; section: number }
  | { no: 'section_text_is_too_long'; section: number; most: number };

/** What can be told without asking the database. */
export function checkSections(sections: readonly Section[]): Result<Section[], SectionRefusal> {
  if (sections.length > mostSections) return refuse({ no: 'too_many_sections', most: mostSections });
  const checked: Section[] = [];
  for (const [n, section] of sections.entries()) {
    const one = checkSection(section, n + 1);
    if (!one.ok) return one;
    checked.push(one.value);
  }
  return ok(checked);
}

function checkSection(given: Section, section: number): Result<Section, SectionRefusal> {
  const titles = tidied(given.titles);
  const words = { ...titles, ...(given.kind === 'text' ? given.texts : {}) };
  if (!Object.keys(words).every(isLocaleTag)) return refuse({ no: 'language_not_known', section });
  if (longest(titles) > mostTitle) return refuse({ no: 'title_is_too_long', section, most: mostTitle });
  if (given.kind === 'products') return checkProducts({ ...given, titles }, section);
  if (given.kind === 'category')
    return given.category ? ok({ ...given, titles }) : refuse({ no: 'section_has_no_category', section });
  if (given.kind === 'picture') {
    if (!isHash(given.picture.hash)) return refuse({ no: 'section_has_no_picture', section });
    return given.link.id ? ok({ ...given, titles }) : refuse({ no: 'section_leads_nowhere', section });
  }
  const texts = tidied(given.texts);
  if (Object.keys(texts).length === 0) return refuse({ no: 'section_has_no_text', section });
  if (longest(texts) > mostText) return refuse({ no: 'section_text_is_too_long', section, most: mostText });
  return ok({ ...given, titles, texts });
}

function checkProducts(
  given: Extract<Section, { kind: 'products' }>,
  section: number,
): Result<Section, SectionRefusal> {
  const products = [...new Set(given.products.filter(isId))];
  if (products.length === 0) return refuse({ no: 'section_has_no_products', section });
  if (products.length > mostProducts) return refuse({ no: 'too_many_products', section, most: mostProducts });
  return ok({ ...given, products });
}

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

const longest = (texts: Texts): number => Math.max(0, ...Object.values(texts).map((text) => text.length));
