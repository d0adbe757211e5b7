import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { labelOf } from './listing.ts';
import type { Option } from './listing.ts';
import { listsFor } from './product-row.ts';
import { said } from './texts.ts';

export interface VariantStock {
  product: string;
  variant: string;
  sku: string;
  /** Its choice in words; empty where there is nothing to choose. */
  label: string;
  onHand: number;
  /** Of these, how many orders hold. */
  held: number;
}

interface Row {
  product: string;
  id: string;
  sku: string;
  choice: Record<string, string>;
  options: Option[];
  on_hand: number;
  held: number;
}

/** The stock of some of a store's products, variant by variant, as its table shows it. Digital goods have none. */
export async function stockOfProducts(
  ask: Asking,
  { store, products, locale }: { store: string; products: readonly string[]; locale: string },
): Promise<VariantStock[]> {
  const known = products.filter(isId);
  if (known.length === 0 || !isId(store) || !listsFor(ask.by, store)) return [];
  const rows = await ask.many<Row>(sql`
    select v.product, v.id, v.sku, v.choice, p.options, s.on_hand, s.held
      from catalogue.products p
      join catalogue.variants v on v.product = p.id
      join catalogue.stock s on s.variant = v.id
     where p.id = any(${known}::uuid[]) and p.store = ${store} and p.kind = 'goods'
     order by v.product, v.place`);
  return rows.map(({ id, choice, options, on_hand, ...row }) => ({
    product: row.product,
    variant: id,
    sku: row.sku,
    label: said(labelOf(options, choice), locale),
    onHand: on_hand,
    held: row.held,
  }));
}
