import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { attributeView, tree } from '../category-tree.ts';
import type { AttributeView } from '../category-tree.ts';
import type { Listing } from '../listing.ts';
import { listsFor, readProductsOf } from '../product-row.ts';

export interface ListingAtOnce {
  product: string;
  /** As its people are at it: what is proposed, where something is. */
  listing: Listing;
  /** What its category asks for. */
  asked: AttributeView[];
  /** What lies on the shelf, by variant. */
  onHand: ReadonlyMap<string, number>;
}

/** Some of a store's listings whole, for those who write them: to be looked at beside one another. */
export async function listingsAtOnce(
  ask: Asking,
  { store, products, locale }: { store: string; products: readonly string[]; locale: string },
): Promise<ListingAtOnce[]> {
  if (products.length === 0 || !isId(store) || !listsFor(ask.by, store)) return [];
  const [found, stock, all] = await Promise.all([
    readProductsOf(ask, { store, products }),
    ask.many<{ product: string; variant: string; on_hand: number }>(sql`
      select product, variant, on_hand from catalogue.stock where product = any(${products.filter(isId)}::uuid[])`),
    tree(ask),
  ]);
  const shelves = Map.groupBy(stock, ({ product }) => product);
  return found.map(({ row, listing, proposal }) => {
    const current = proposal ?? listing;
    const asked = all.byId.get(current.category)?.inherited ?? [];
    return {
      product: row.id,
      listing: current,
      asked: asked.map((one) => attributeView(one, locale)),
      onHand: new Map(shelves.get(row.id)?.map(({ variant, on_hand }) => [variant, on_hand])),
    };
  });
}
