/** What a product's page says in one language: as the seller wrote it, or composed, with the original beside it. */
import type { Category } from './category.ts';
import { composedDescription, spoken } from './composed.ts';
import { labelIn } from './listing.ts';
import type { AttributeValue, Option } from './listing.ts';
import type { Kind } from './product.ts';
import { ownText, said, standIn } from './texts.ts';
import type { Texts } from './texts.ts';

export interface ProductWords {
  title: string;
  /** The language of the title where it is not the reader's. */
  titleIn?: string;
  description: string;
  /** What the seller wrote in another language, where title or description are composed for this one; empty where not. */
  original: { locale: string; title: string; description: string } | null;
}

interface WordsRow {
  kind: Kind;
  titles: Texts;
  descriptions: Texts;
  brand: string;
  attributes: Record<string, AttributeValue>;
}

/** Its words for readers of a language; what the seller wrote in another is kept beside what is composed. */
export function wordsOf(
  { kind, titles, descriptions, brand, attributes }: WordsRow,
  category: Category,
  locale: string,
): ProductWords {
  const about = kind === 'digital' ? undefined : { brand, attributes };
  const { original, ...called } = spoken(titles, locale, about, category);
  const own = ownText(descriptions, locale);
  const written = standIn(descriptions);
  const foreign = own === undefined && written !== '';
  return {
    ...called,
    description: own ?? composedDescription({ brand, attributes }, category, locale),
    original:
      original || foreign
        ? {
            locale: foreign ? written : original!.locale,
            title: original?.title ?? '',
            description: foreign ? descriptions[written]! : '',
          }
        : null,
  };
}

export type Labelling = (choice: Record<string, string>, label: Texts) => string;

/** As it was written, or, in a language that the options learnt from their category, put together again. */
export const labelling =
  (options: readonly Option[], locale: string): Labelling =>
  (choice, label) =>
    ownText(label, locale) ?? (options.length > 0 ? labelIn(options, choice, locale) : said(label, locale));
