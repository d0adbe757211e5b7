/** How good some of a store's listings are, as their editor says it, for the table. */
import { listingsAtOnce } from '#modules/catalogue';
import { draftOf } from '#lib/seller/listing-draft.ts';
import { scoreOf } from '#lib/seller/listing-score.ts';
import type { RuleName } from '#lib/seller/listing-score.ts';
import { locales } from '#lib/words/locales.ts';

export async function scoresOf(
  { ask, locale }: Pick<App.Locals, 'ask' | 'locale'>,
  { store, products }: { store: string; products: readonly string[] },
): Promise<ReadonlyMap<string, { total: number; mend: RuleName | undefined }>> {
  const found = await ask(listingsAtOnce, { store, products, locale });
  return new Map(
    found.map(({ product, listing, asked, onHand }) => {
      const draft = draftOf(listing, (variant) => onHand.get(variant));
      const { total, toMend } = scoreOf({ ...draft, pictures: listing.pictures, asked, locales });
      return [product, { total, mend: toMend[0]?.name }];
    }),
  );
}
