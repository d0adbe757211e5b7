/** Keeps what is read in the shop like what is said in the listings, in the same transaction. */
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';

/** What is sent when one buys the cheapest variant of a product, as few of it as are sold. */
const least = sql.part`(
             select jsonb_build_object('pieces', v.tier_from[1], 'minor', v.tier_minor[1], 'grams', v.grams, 'size', v.size_mm)
               from catalogue.variants v where v.product = p.id order by v.tier_minor[1], v.place limit 1)`;

/**
 * Rewrites what carts, cards and categories read of these products: to be called after anything of theirs changed. The
 * statements go out together; each sees what the ones before it did.
 */
export async function refreshWindow(work: Work, products: readonly string[]): Promise<void> {
  await Promise.all([work.run(summaries(products)), ...showOffers(work, products), ...fillShelves(work, products)]);
}

/** Cards: on sale or not, the price from which it goes. */
function summaries(products: readonly string[]) {
  return sql`
    update catalogue.products p
       set on_sale = (p.state = 'live' and not exists (select from catalogue.closed_stores c where c.store = p.store)),
           from_minor = coalesce(v.from_minor, 0), varies = coalesce(v.varies, false), minimum = coalesce(v.minimum, 1),
           sold_out = (p.kind = 'goods' and not coalesce(v.any_left, false)), least = ${least}
      from unnest(${products}::uuid[]) as wanted (id)
      left join lateral (
             select min(tier_minor[1]) as from_minor, min(tier_from[1]) as minimum,
                    min(tier_minor[1]) <> max(tier_minor[1]) or bool_or(cardinality(tier_minor) > 1) as varies,
                    bool_or(s.on_hand > s.held) as any_left
               from catalogue.variants
               left join catalogue.stock s on s.variant = variants.id
              where variants.product = wanted.id) v on true
     where p.id = wanted.id`;
}

/** Of what was brought in as it is. */
export function noteLeast(work: Work, products: readonly string[]): Promise<number> {
  return work.run(sql`
    update catalogue.products p set least = ${least} where p.id = any(${products}::uuid[])`);
}

/** The till: one row per variant. Of variants that are gone the row stays, not live, for carts and old orders. */
export function showOffers(work: Work, products: readonly string[]): Promise<number>[] {
  return [
    work.run(sql`
      insert into catalogue.offers as o (variant, product, store, category, live, digital, titles, label, sku, currency, tier_from, tier_minor,
                                         grams, size_mm, hs, origin, battery, picture)
      select v.id, p.id, p.store, p.category, p.on_sale, p.kind = 'digital', p.titles, v.label, v.sku, p.currency, v.tier_from, v.tier_minor,
             v.grams, v.size_mm, p.hs, p.origin, p.battery, p.pictures -> 0
        from catalogue.products p
        join catalogue.variants v on v.product = p.id
       where p.id = any(${products}::uuid[])
          on conflict (variant) do update
         set category = excluded.category, live = excluded.live, digital = excluded.digital, titles = excluded.titles, label = excluded.label,
             sku = excluded.sku, tier_from = excluded.tier_from, tier_minor = excluded.tier_minor, grams = excluded.grams,
             size_mm = excluded.size_mm, hs = excluded.hs, origin = excluded.origin, battery = excluded.battery, picture = excluded.picture
       where o.product = excluded.product`),
    work.run(sql`
      update catalogue.offers o set live = false
       where o.product = any(${products}::uuid[]) and o.live
         and not exists (select from catalogue.variants v where v.product = o.product and v.id = o.variant)`),
  ];
}

/** Categories: a product on sale stands in its own and in all above it. */
export function fillShelves(work: Work, products: readonly string[]): Promise<number>[] {
  return [
    work.run(sql`
      delete from catalogue.shelves s
       using catalogue.products p
       where s.product = any(${products}::uuid[]) and p.id = s.product
         and (not p.on_sale or p.listed_at <> s.listed_at
              or not exists (select from catalogue.categories c where c.id = p.category and s.category = any(c.path)))`),
    work.run(sql`
      insert into catalogue.shelves (product, category, listed_at)
      select p.id, step, p.listed_at
        from catalogue.products p
        join catalogue.categories c on c.id = p.category
       cross join unnest(c.path) as step
       where p.id = any(${products}::uuid[]) and p.on_sale
          on conflict do nothing`),
  ];
}
