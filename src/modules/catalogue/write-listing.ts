import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { labelOf, priceSummary } from './listing.ts';
import type { Listing } from './listing.ts';

/** Writes what a listing says over the product that is there. The caller has locked it, and refreshes the window afterwards. */
export async function writeListing(work: Work, product: string, listing: Listing): Promise<void> {
  const { category, kind, brand, titles, descriptions, attributes, options, pictures, hs, origin, battery } = listing;
  await Promise.all([
    work.run(sql`
      update catalogue.products
         set category = ${category}, kind = ${kind}, brand = ${brand}, titles = ${json(titles)}, descriptions = ${json(descriptions)},
             attributes = ${json(attributes)}, options = ${json(options)}, pictures = ${json(pictures)},
             hs = ${hs}, origin = ${origin}, battery = ${battery}, changed_at = ${work.now}
       where id = ${product}`),
    ...writeVariants(work, product, listing),
  ]);
}

export async function insertProduct(
  work: Work,
  { id, store, currency, listing }: { id: string; store: string; currency: string; listing: Listing },
): Promise<void> {
  const { category, kind, brand, titles, descriptions, attributes, options, pictures, hs, origin, battery } = listing;
  const { fromMinor, varies, minimum } = priceSummary(listing.variants);
  await Promise.all([
    work.run(sql`
      insert into catalogue.products (id, store, state, category, kind, currency, brand, titles, descriptions, attributes, options, pictures,
                                      hs, origin, battery, from_minor, varies, minimum, created_at, changed_at)
      values (${id}, ${store}, 'draft', ${category}, ${kind}, ${currency}, ${brand}, ${json(titles)}, ${json(descriptions)}, ${json(attributes)},
              ${json(options)}, ${json(pictures)}, ${hs}, ${origin}, ${battery}, ${fromMinor}, ${varies}, ${minimum}, ${work.now}, ${work.now})`),
    ...writeVariants(work, id, listing),
  ]);
}

/** New variants begin with the stock that was said; those that are there keep theirs. */
function writeVariants(work: Work, product: string, { variants, options, kind }: Listing): Promise<number>[] {
  const ids = variants.map(({ id }) => id);
  const written = variants.map(({ id, sku, gtin, choice, tiers, grams, sizeMm }, place) => ({
    id,
    place,
    sku,
    gtin,
    choice,
    label: labelOf(options, choice),
    // Lists of lists travel as json: an array of PostgreSQL has rows of one length.
    tier_from: tiers.map(({ from }) => from),
    tier_minor: tiers.map(({ minor }) => minor),
    grams,
    size_mm: sizeMm,
  }));
  const goods = kind === 'digital' ? [] : variants;
  return [
    work.run(sql`delete from catalogue.variants where product = ${product} and not (id = any(${ids}::uuid[]))`),
    work.run(sql`
      insert into catalogue.variants as v (product, id, place, sku, gtin, choice, label, tier_from, tier_minor, grams, size_mm)
      select ${product}, id, place, sku, gtin, choice, label, tier_from, tier_minor, grams, size_mm
        from jsonb_to_recordset(${json(written)}::jsonb) as n (id uuid, place int, sku text, gtin text, choice jsonb, label jsonb,
                                                              tier_from int[], tier_minor bigint[], grams int, size_mm int[])
          on conflict (product, id) do update
         set place = excluded.place, sku = excluded.sku, gtin = excluded.gtin, choice = excluded.choice, label = excluded.label,
             tier_from = excluded.tier_from, tier_minor = excluded.tier_minor, grams = excluded.grams, size_mm = excluded.size_mm`),
    work.run(sql`
      insert into catalogue.stock (variant, product, on_hand)
      select variant, ${product}, on_hand
        from unnest(${goods.map(({ id }) => id)}::uuid[], ${goods.map(({ onHand }) => onHand)}::int[]) as n (variant, on_hand)
          on conflict (variant) do nothing`),
  ];
}
