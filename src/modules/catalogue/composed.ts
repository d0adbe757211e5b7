/**
 * What a product is called for readers in whose language nobody described it: put together from its brand, its category
 * and its attributes, whose names the house has in all languages. 'Haitang · Wasserkocher · 1,7 l · Edelstahl'.
 */
import { say } from '#kernel/icu';
import { measured } from '#kernel/measure';
import { pageTexts } from '#platform/own-texts';
import type { Attribute, Category } from './category.ts';
import type { AttributeValue, Option } from './listing.ts';
import { ownText, said, standIn } from './texts.ts';
import type { Texts } from './texts.ts';

/** What is known of a product without its words. */
export interface About {
  readonly brand: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

export interface Spoken {
  title: string;
  /** The language of the title, where it is not the reader's own. */
  titleIn?: string;
  /** The title is put together; this is what the seller wrote, and in which language. */
  original?: { locale: string; title: string };
}

/** A title has room for so many facts beside brand and category. */
const mostFacts = 3;
/** What somebody wrote in words of a language; a name or a number of a model is short. */
const longestName = 24;
/** Choices that tell nothing by themselves. */
const idle: ReadonlySet<AttributeValue> = new Set(['other', 'none', 'mixed']);

/**
 * As the seller wrote it in the reader's language, else composed; `about` is undefined for what has a name of its own
 * in every language, such as a book. With too little to say, the seller's own words are better than none.
 */
export function spoken(titles: Texts, locale: string, about?: About | null, category?: Category): Spoken {
  const own = ownText(titles, locale);
  if (own !== undefined) return { title: own };
  const title = about && category ? composedTitle(about, category, locale) : undefined;
  const original = { locale: standIn(titles), title: said(titles, locale) };
  if (title !== undefined) return { title, original };
  return original.locale === '' ? { title: '' } : { title: original.title, titleIn: original.locale };
}

/** Undefined where brand and attributes say nothing that tells this product from others of its kind. */
export function composedTitle({ brand, attributes }: About, category: Category, locale: string): string | undefined {
  const facts: string[] = [];
  for (const attribute of tellingFirst(category)) {
    const fact = factOf(attribute, attributes[attribute.code], locale);
    if (fact !== undefined && !facts.includes(fact)) facts.push(fact);
    if (facts.length === mostFacts) break;
  }
  if (facts.length === 0) return undefined;
  return [brand, said(category.names, locale), ...facts].filter(Boolean).join(' · ');
}

/** Every attribute as a line: 'Material: Edelstahl'. */
export function composedDescription({ attributes }: About, category: Category, locale: string): string {
  return category.inherited
    .flatMap((attribute) => {
      const value = attributes[attribute.code];
      if (value === undefined || value === false) return [];
      const name = said(attribute.names, locale);
      return value === true ? [name] : [`${name}: ${valueText(attribute, value, locale)}`];
    })
    .join('\n');
}

/** Options whose code the category asks about are called as it calls them, where the seller has no word of the language. */
export function optionsIn(options: readonly Option[], category: Category): Option[] {
  return options.map((option) => {
    const asked = category.asked.get(option.code);
    if (!asked) return option;
    const values = option.values.map((value) => {
      const choice = asked.choices.find(({ code }) => code === value.code);
      return choice ? { ...value, names: { ...choice.names, ...value.names } } : value;
    });
    return { ...option, names: { ...asked.names, ...option.names }, values };
  });
}

const telling = new WeakMap<Category, readonly Attribute[]>();

/** What the category itself asks tells more than what all around it ask too; what must be said, most. */
function tellingFirst(category: Category): readonly Attribute[] {
  let found = telling.get(category);
  if (!found) {
    const own = new Set(category.attributes.map(({ code }) => code));
    const weight = (one: Attribute) => (one.required ? 2 : 0) + (own.has(one.code) ? 1 : 0);
    found = category.inherited.toSorted((a, b) => weight(b) - weight(a));
    telling.set(category, found);
  }
  return found;
}

function factOf(attribute: Attribute, value: AttributeValue | undefined, locale: string): string | undefined {
  if (value === undefined || typeof value === 'boolean' || idle.has(value)) return undefined;
  if (attribute.kind === 'text' && String(value).length > longestName) return undefined;
  const text = valueText(attribute, value, locale);
  return typeof value === 'number' && !attribute.unit ? `${said(attribute.names, locale)}: ${text}` : text;
}

function valueText({ kind, unit, choices }: Attribute, value: AttributeValue, locale: string): string {
  if (typeof value === 'number')
    return measured(value, unit, { locale, worded: (of, number) => inUnit(of, number, locale) });
  const choice = kind === 'choice' ? choices.find((one) => one.code === value) : undefined;
  return choice ? said(choice.names, locale) : String(value);
}

const inUnit = (unit: string, value: string, locale: string): string =>
  say(pageTexts(locale)[`unit.${unit}`] ?? `{value} ${unit}`, { value }, locale);
