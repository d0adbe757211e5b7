import { fact } from '#platform/facts';

/** It may be bought from now on. */
export const productListed = fact<{ product: string; store: string }>('catalogue.product_listed');
/** What the shop shows of it is different now. */
export const productChanged = fact<{ product: string; store: string }>('catalogue.product_changed');
/** It is no longer to be bought, for now or for good. */
export const productUnlisted = fact<{ product: string; store: string }>('catalogue.product_unlisted');
/** What the shop shows of many is different now, one way or another: after an import, or when a store closes or opens. */
export const shelvesChanged = fact<{ products: string[] }>('catalogue.shelves_changed');
/** The desk decided on a listing, or on a change of one that is on sale, or looks again. `why` is what it said to the seller. */
export const listingDecided = fact<{
  product: string;
  store: string;
  decision: 'listed' | 'refused' | 'taken_back';
  why: string;
}>('catalogue.listing_decided');
/** A store's page is arranged anew. */
export const storeArranged = fact<{ store: string }>('catalogue.store_arranged');
/** The last one was laid hold of, or there are some again. */
export const stockTurned = fact<{ product: string; variant: string }>('catalogue.stock_turned');
