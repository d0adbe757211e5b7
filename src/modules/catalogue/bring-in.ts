import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { storesOf } from '#modules/parties';
import { announce } from '#platform/facts';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { tree } from './category-tree.ts';
import { shelvesChanged } from './facts.ts';
import { labelOf, priceSummary } from './listing.ts';
import type { Listing } from './listing.ts';
import { incompleteWhen, problemsOf, wrongWhen } from './listing-rules.ts';
import type { ListingProblem } from './listing-rules.ts';
import { reviews } from './product-row.ts';
import { fillShelves, noteLeast, showOffers } from './show-window.ts';

export interface Brought {
  readonly id: string;
  readonly listing: Listing;
}

export type BringInRefusal =
  | { no: 'only_staff_for_listings_may_bring_in' }
  | { no: 'store_not_found' }
  | { no: 'store_sells_in_another_currency'; currency: string };

export interface BroughtIn {
  fresh: number;
  renewed: number;
  leftOut: { product: string; problems: ListingProblem[] }[];
}

/**
 * Staff bring in many listings of a store at once, under ids that they chose. Each keeps the same rules as any listing;
 * those that do not are left out and named. New ones go on sale at once, for staff vouch for them; those that are there
 * already are written over, with their state and stock as they are. A few thousand at a time.
 */
export async function bringIn(
  work: Work,
  { store, currency, products }: { store: string; currency: string; products: readonly Brought[] },
): Promise<Result<BroughtIn, BringInRefusal>> {
  if (!reviews(work.by)) return refuse({ no: 'only_staff_for_listings_may_bring_in' });
  const [[view], { byId }] = await Promise.all([storesOf(work, { stores: [store] }), tree(work)]);
  if (!view) return refuse({ no: 'store_not_found' });
  if (view.currency !== currency) return refuse({ no: 'store_sells_in_another_currency', currency: view.currency });

  const leftOut: BroughtIn['leftOut'] = [];
  const right = products.filter(({ id, listing }) => {
    const category = byId.get(listing.category);
    const problems = category
      ? problemsOf([...wrongWhen, ...incompleteWhen], listing, category)
      : [{ where: 'category', what: 'is_not_known' }];
    if (problems.length > 0) leftOut.push({ product: id, problems });
    return problems.length === 0;
  });
  const written = await writeProducts(work, store, currency, right);
  const fresh = written.filter((row) => row.fresh).map(({ id }) => id);
  const ids = written.map(({ id }) => id);
  // An id of another store's product is not written, and neither are its variants.
  const ours = new Set(ids);
  const variants = writeVariants(
    work,
    right.filter(({ id }) => ours.has(id)),
  );
  await Promise.all([
    ...variants,
    admit(work, store, fresh),
    noteLeast(work, ids),
    ...showOffers(work, ids),
    ...fillShelves(work, ids),
  ]);
  if (ids.length > 0) announce(work, shelvesChanged({ products: ids }));
  return ok({ fresh: fresh.length, renewed: ids.length - fresh.length, leftOut });
}

function writeProducts(
  work: Work,
  store: string,
  currency: string,
  products: readonly Brought[],
): Promise<{ id: string; fresh: boolean }[]> {
  const of = <T>(pick: (listing: Listing) => T): T[] => products.map(({ listing }) => pick(listing));
  const prices = of(({ variants }) => priceSummary(variants));
  return work.many<{ id: string; fresh: boolean }>(sql`
    insert into catalogue.products as p (id, store, state, category, kind, currency, brand, titles, descriptions, attributes, options, pictures,
                                         hs, origin, battery, from_minor, varies, minimum, created_at, changed_at)
    select id, ${store}, 'draft', category, kind, ${currency}, brand, titles, descriptions, attributes, options, pictures,
           hs, origin, battery, from_minor, varies, minimum, ${work.now}, ${work.now}
      from unnest(${products.map(({ id }) => id)}::uuid[], ${of((one) => one.category)}::text[], ${of((one) => one.kind)}::text[], ${of((one) => one.brand)}::text[],
                  ${of((one) => json(one.titles))}::jsonb[], ${of((one) => json(one.descriptions))}::jsonb[], ${of((one) => json(one.attributes))}::jsonb[],
                  ${of((one) => json(one.options))}::jsonb[], ${of((one) => json(one.pictures))}::jsonb[], ${of((one) => one.hs)}::text[],
                  ${of((one) => one.origin)}::text[], ${of((one) => one.battery)}::text[], ${prices.map(({ fromMinor }) => fromMinor)}::bigint[],
                  ${prices.map(({ varies }) => varies)}::boolean[], ${prices.map(({ minimum }) => minimum)}::int[])
        as n (id, category, kind, brand, titles, descriptions, attributes, options, pictures, hs, origin, battery, from_minor, varies, minimum)
        on conflict (id) do update
       set category = excluded.category, kind = excluded.kind, brand = excluded.brand, titles = excluded.titles, descriptions = excluded.descriptions,
           attributes = excluded.attributes, options = excluded.options, hs = excluded.hs, origin = excluded.origin, battery = excluded.battery,
           from_minor = excluded.from_minor, varies = excluded.varies, minimum = excluded.minimum, changed_at = excluded.changed_at
     where p.store = excluded.store
    returning id, state = 'draft' and created_at = ${work.now} as fresh`);
}

/** Variants that a listing no longer has are not taken away here: a file says what there is, not what there is no more. */
function writeVariants(work: Work, products: readonly Brought[]): Promise<number>[] {
  const written = products.flatMap(({ id: product, listing: { variants, options } }) =>
    variants.map(({ id, sku, gtin, choice, tiers, grams, sizeMm, onHand }, place) => ({
      product,
      id,
      place,
      sku,
      gtin,
      choice,
      label: labelOf(options, choice),
      tier_from: tiers.map(({ from }) => from),
      tier_minor: tiers.map(({ minor }) => minor),
      grams,
      size_mm: sizeMm,
      on_hand: onHand,
    })),
  );
  const goods = new Set(products.filter(({ listing }) => listing.kind === 'goods').map(({ id }) => id));
  const stocked = written.filter(({ product }) => goods.has(product));
  return [
    work.run(sql`
      insert into catalogue.variants as v (product, id, place, sku, gtin, choice, label, tier_from, tier_minor, grams, size_mm)
      select product, id, place, sku, gtin, choice, label, tier_from, tier_minor, grams, size_mm
        from jsonb_to_recordset(${json(written)}::jsonb) as n (product uuid, id uuid, place int, sku text, gtin text, choice jsonb, label jsonb,
                                                              tier_from int[], tier_minor bigint[], grams int, size_mm int[])
          on conflict (product, id) do update
         set place = excluded.place, sku = excluded.sku, gtin = excluded.gtin, choice = excluded.choice, label = excluded.label,
             tier_from = excluded.tier_from, tier_minor = excluded.tier_minor, grams = excluded.grams, size_mm = excluded.size_mm`),
    work.run(sql`
      insert into catalogue.stock (variant, product, on_hand)
      select variant, product, on_hand
        from unnest(${stocked.map(({ id }) => id)}::uuid[], ${stocked.map(({ product }) => product)}::uuid[], ${stocked.map(({ on_hand }) => on_hand)}::int[])
          as n (variant, product, on_hand)
          on conflict (variant) do nothing`),
  ];
}

/** The new ones go on sale. */
function admit(work: Work, store: string, products: readonly string[]): Promise<number> {
  return work.run(sql`
    update catalogue.products
       set state = 'live', on_sale = not exists (select from catalogue.closed_stores where store = ${store}), listed_at = ${work.now}
     where id = any(${products}::uuid[]) and state = 'draft'`);
}
