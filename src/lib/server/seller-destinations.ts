/** Where a listing may go: what each destination's customs ask of it, and what carriage costs there. */
import { money } from '#kernel/money';
import { destinationAsks } from '#modules/catalogue';
import type { Listing } from '#modules/catalogue';
import { shippingOptions } from '#modules/logistics';
import { storesOf } from '#modules/parties';

export async function destinationsOf(
  locals: App.Locals,
  { listing, store, currency }: { listing: Listing; store: string; currency: string },
) {
  const [asked, [seller]] = await Promise.all([
    locals.ask(destinationAsks, { listing }),
    locals.ask(storesOf, { stores: [store] }),
  ]);
  const [variant] = listing.variants;
  const isPacked = variant !== undefined && variant.grams > 0 && variant.sizeMm.every((side) => side > 0);
  const names = new Intl.DisplayNames(locals.locale, { type: 'region' });
  return Promise.all(
    asked.map(async ({ code, carriageTo, hsDigits, asks }) => {
      const [way] =
        isPacked && seller
          ? await locals.ask(shippingOptions, {
              store,
              storeCountry: seller.country,
              country: carriageTo,
              postalCode: '',
              grams: variant.grams,
              sizeMm: [variant.sizeMm],
              currency,
              goods: money(currency, variant.tiers[0]?.minor ?? 0n),
              battery: listing.battery !== 'none',
            })
          : [];
      return {
        code,
        name: names.of(code) ?? code,
        hsDigits,
        // The weight is asked of a variant, and mended at the first that lacks it.
        asks: asks.map((one) => ({ ...one, field: one.field === 'grams' ? weightField(listing) : one.field })),
        packed: isPacked,
        way: way && { name: way.name, price: way.price, days: way.days },
      };
    }),
  );
}

const weightField = ({ variants }: Listing): string =>
  `v.${(variants.find(({ grams }) => grams === 0) ?? variants[0])?.id ?? 'new0'}.grams`;
