import type { SearchText } from '#modules/catalogue';
import type { Entry } from '../memory/segment.ts';

/** A product on sale as an index takes it in. */
export function entryOf(text: SearchText, standing = 0): Entry {
  const { product, brand, categories, facets, said, currency, minimum, soldOut, digital } = text;
  const [fromMinor, listedAt] = [Number(text.fromMinor), text.listedAt.getTime()];
  return {
    product,
    brand,
    categories,
    facets,
    said,
    currency,
    fromMinor,
    minimum,
    soldOut,
    digital,
    standing,
    listedAt,
  };
}
