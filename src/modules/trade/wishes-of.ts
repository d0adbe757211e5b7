/** What is on somebody's wish list, and which hearts are full. */
import { money } from '#kernel/money';
import type { Money } from '#kernel/money';
import { offersOf, priceAt } from '#modules/catalogue';
import { convertAt, rateBetween } from '#modules/exchange';
import { storesOf } from '#modules/parties';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';

export interface WishLine {
  variant: string;
  product: string;
  title: string;
  options: string;
  store: string;
  quantity: number;
  picture: { hash: string } | null;
  /** One piece, in the asker's money where a rate is known, else in the store's. */
  now: Money;
  /** What one cost when it was laid aside, at today's rate; null where it is the same, or the store changed its money. */
  was: Money | null;
  /** `few`: fewer than were put aside. */
  stock: 'there' | 'few' | 'none' | 'not_for_sale';
  left: number;
  digital: boolean;
  since: Date;
}

interface WishRow {
  variant: string;
  quantity: number;
  seen_currency: string;
  seen_minor: bigint;
  at: Date;
}

/** The asker's list, the newest first; what is gone altogether is left out. */
export async function wishesOf(
  ask: Asking,
  { currency, locale, limit = 50, page = 1 }: { currency: string; locale: string; limit?: number; page?: number },
): Promise<{ wishes: WishLine[]; more: boolean }> {
  if (ask.by.id === '') return { wishes: [], more: false };
  const rows = await ask.many<WishRow>(sql`
    select variant, quantity, seen_currency, seen_minor, at
      from trade.wishes
     where owner = ${ask.by.id}
     order by at desc, variant
     limit ${limit + 1} offset ${(page - 1) * limit}`);
  const shown = rows.slice(0, limit);
  const offers = await offersOf(ask, { variants: shown.map(({ variant }) => variant), locale });
  const byVariant = new Map(offers.map((offer) => [offer.variant, offer]));
  const stores = new Map(
    (await storesOf(ask, { stores: [...new Set(offers.map(({ store }) => store))] })).map((one) => [one.store, one]),
  );
  const currencies = [...new Set(offers.map((offer) => offer.currency))];
  const rates = new Map(
    await Promise.all(currencies.map(async (from) => [from, await rateBetween(ask, { from, to: currency })] as const)),
  );
  const wishes = shown.flatMap((row): WishLine[] => {
    const offer = byVariant.get(row.variant);
    if (!offer) return [];
    const rate = rates.get(offer.currency);
    const inTheirs = (amount: Money) => (rate ? convertAt(rate, amount) : amount);
    const unit = priceAt(offer, Math.max(row.quantity, offer.minimum));
    const same = row.seen_currency !== unit.currency || row.seen_minor === unit.minor;
    const store = stores.get(offer.store);
    const live = offer.live && store?.state === 'open';
    return [
      {
        variant: row.variant,
        product: offer.product,
        title: offer.title,
        options: offer.options,
        store: store?.name ?? '',
        quantity: row.quantity,
        picture: offer.picture,
        now: inTheirs(unit),
        was: same ? null : inTheirs(money(row.seen_currency, row.seen_minor)),
        stock: stockOf({ ...offer, live }, row.quantity),
        left: offer.available,
        digital: offer.digital,
        since: row.at,
      },
    ];
  });
  return { wishes, more: rows.length > limit };
}

function stockOf(
  offer: { live: boolean; digital: boolean; available: number; minimum: number },
  quantity: number,
): WishLine['stock'] {
  if (!offer.live) return 'not_for_sale';
  if (offer.digital || offer.available >= quantity) return 'there';
  return offer.available >= offer.minimum && offer.available > 0 ? 'few' : 'none';
}

/** Which of these products are on the asker's list: for the hearts. Of a visitor nothing is known, and nothing is asked. */
export async function wishedOf(ask: Asking, { products }: { products: readonly string[] }): Promise<string[]> {
  if (ask.by.id === '' || products.length === 0) return [];
  const rows = await ask.many<{ product: string }>(sql`
    select distinct product from trade.wishes where owner = ${ask.by.id} and product = any(${products}::uuid[])`);
  return rows.map(({ product }) => product);
}
