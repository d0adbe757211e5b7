import { newId } from '#kernel/id';
import { must, ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { onSaleAfter, searchTextsOf } from '#modules/catalogue';
import type { SearchText } from '#modules/catalogue';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { perform } from '#platform/perform';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';

/** Descriptions may be long; what is far down describes little. */
const mostLetters = 12_000;
const atOnce = 500;

/**
 * Makes these products findable as they are now: those on sale by what they say today, the others not at all. A
 * product that was read earlier than what is there is left as it is, whichever of two comes last.
 */
export async function indexProducts(work: Work, { products }: { products: readonly string[] }): Promise<void> {
  const texts = await searchTextsOf(work, { products });
  const of = <T>(pick: (text: SearchText) => T): T[] => texts.map(pick);
  const found = new Set(of(({ product }) => product));
  await Promise.all([
    work.run(sql`
      update discovery.documents set gone = true, said = '{}', seen_in = pg_current_xact_id()
       where product = any(${products.filter((product) => !found.has(product))}::uuid[]) and not gone`),
    work.run(sql`
      insert into discovery.documents as d
             (product, store, brand, categories, facets, said, currency, from_minor, minimum, sold_out, digital, listed_at, changed_at)
      select product, store, brand, array(select jsonb_array_elements_text(categories)), array(select jsonb_array_elements_text(facets)),
             said, currency, from_minor, minimum, sold_out, digital, listed_at, changed_at
        from unnest(${of((one) => one.product)}::uuid[], ${of((one) => one.store)}::uuid[], ${of((one) => one.brand)}::text[],
                    ${of((one) => json(one.categories))}::jsonb[], ${of((one) => json(one.facets))}::jsonb[],
                    ${of((one) => json(cut(one.said)))}::jsonb[], ${of((one) => one.currency)}::text[], ${of((one) => one.fromMinor)}::bigint[],
                    ${of((one) => one.minimum)}::int[], ${of((one) => one.soldOut)}::boolean[], ${of((one) => one.digital)}::boolean[],
                    ${of((one) => one.listedAt)}::timestamptz[], ${of((one) => one.changedAt)}::timestamptz[])
          as n (product, store, brand, categories, facets, said, currency, from_minor, minimum, sold_out, digital, listed_at, changed_at)
          on conflict (product) do update
         set store = excluded.store, brand = excluded.brand, categories = excluded.categories, facets = excluded.facets,
             said = excluded.said, currency = excluded.currency, from_minor = excluded.from_minor, minimum = excluded.minimum,
             sold_out = excluded.sold_out, digital = excluded.digital, listed_at = excluded.listed_at,
             changed_at = excluded.changed_at, gone = false, seen_in = pg_current_xact_id()
       where d.changed_at <= excluded.changed_at`),
  ]);
}

const cut = (said: SearchText['said']): SearchText['said'] =>
  Object.fromEntries(
    Object.entries(said).map(([locale, words]) => [
      locale,
      { ...words, description: words.description.slice(0, mostLetters) },
    ]),
  );

/** Indexes what is on sale and yet not to be found: after a move from an older version, or when a fact went astray. */
export async function indexMissing(house: House): Promise<void> {
  let last: string | undefined;
  do {
    const after = last;
    const by = { key: newId(house.clock.now()), by: system };
    last = must(await perform(house, by, indexMissingAfter, { after })).last;
  } while (last);
}

async function indexMissingAfter(
  work: Work,
  { after }: { after: string | undefined },
): Promise<Result<{ last: string | undefined }, never>> {
  const products = await onSaleAfter(work, { product: after, most: atOnce });
  const there = await work.many<{ product: string }>(sql`
    select product from discovery.documents where product = any(${products}::uuid[]) and not gone`);
  const known = new Set(there.map(({ product }) => product));
  const missing = products.filter((product) => !known.has(product));
  if (missing.length > 0) await indexProducts(work, { products: missing });
  return ok({ last: products.at(-1) });
}
