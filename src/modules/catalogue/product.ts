import { life } from '#kernel/life';
import type { States } from '#kernel/life';

/**
 * A product as the desk and the shop see it. `suspended` is the desk's word and only the desk takes it back; `withdrawn`
 * is the seller's own. `admit` is for what the platform itself brings in from files: staff vouch for it. The desk
 * has some minutes to `take_back` what it decided.
 */
export const productLife = life({
  draft: { submit: 'in_review', admit: 'live', take_back: 'in_review' },
  in_review: { list: 'live', refuse: 'draft', recall: 'draft' },
  live: { suspend: 'suspended', withdraw: 'withdrawn', take_back: 'in_review' },
  suspended: { resume: 'live' },
  withdrawn: { relist: 'live', suspend: 'suspended' },
});
export type ProductState = States<typeof productLife>;

/** Stock that an order has laid claim to. Sold goods come back when the order ends before they left. */
export const holdLife = life({
  held: { release: 'released', sell: 'sold' },
  released: { hold: 'held' },
  sold: { bring_back: 'returned' },
  returned: { hold: 'held' },
});
export type HoldState = States<typeof holdLife>;

/** Digital goods are delivered at once: they have no stock, no weight and nothing to declare. */
export const kinds = ['goods', 'digital'] as const;
export type Kind = (typeof kinds)[number];

/**
 * What carriers ask about batteries (IATA packing instructions 965 to 970): the chemistry, and whether the battery is
 * inside the thing, beside it in the same box, or sent alone. `not_lithium` are alkaline, NiMH and the like.
 */
export const batteries = [
  'none',
  'lithium_ion_inside',
  'lithium_ion_beside',
  'lithium_ion_alone',
  'lithium_metal_inside',
  'lithium_metal_beside',
  'lithium_metal_alone',
  'not_lithium',
] as const;
export type Battery = (typeof batteries)[number];
