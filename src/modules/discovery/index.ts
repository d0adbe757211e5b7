/** Finding: what the shop sells, by words. Fed by the catalogue's facts; asks nobody while it answers. */
import { productChanged, productListed, productUnlisted, shelvesChanged } from '#modules/catalogue';
import { reaction } from '#platform/facts';
import { every } from '#platform/jobs';
import type { Module } from '#platform/house';
import type { Work } from '#platform/work';
import { doors } from './doors.ts';
import { personal, strikeOldFootprints } from './footprints/footprints-of.ts';
import { footprintReactions } from './footprints/reactions.ts';
import { indexMissing, indexProducts } from './index-products.ts';
import { learnHourly } from './recommendation/learn.ts';

export { indexMissing } from './index-products.ts';
export type { MemoryIndex } from './memory/memory-index.ts';
export type { Answer, Question } from './memory/memory-index.ts';
export { engineOf, findingCaughtUp } from './engine/engine.ts';
export { IndexOnDisk } from './engine/index-on-disk.ts';
export { noteFootprint } from './footprints/gather.ts';
export { keepFootprints } from './footprints/keep-footprints.ts';
export type { Footprint } from './footprints/keep-footprints.ts';
export { forgetFootprints, productsLookedAt } from './footprints/footprints-of.ts';
export { alsoLookedAt, forYou, goesWith, popularIn } from './recommendation/shelves.ts';
export { answersFrom } from './recommendation/answer.ts';
export { mixingFor, trainOn } from './recommendation/train.ts';
export type { Trial } from './recommendation/train.ts';
export type { Paths } from './recommendation/paths.ts';
export { search, suggest } from './search.ts';
export type { Found, SearchInput, Suggested } from './search.ts';
export { noteVisits, visitsOfStore } from './visits.ts';
export type { Looked } from './visits.ts';

const indexOne = (work: Work, { product }: { product: string }) => indexProducts(work, { products: [product] });

export const discovery: Module = {
  name: 'discovery',
  migrations: new URL('./migrations/', import.meta.url),
  doors,
  reactions: [
    reaction(productListed, 'discovery.index_listed', indexOne),
    reaction(productChanged, 'discovery.index_changed', indexOne),
    reaction(productUnlisted, 'discovery.strike', indexOne),
    reaction(shelvesChanged, 'discovery.index_shelves', indexProducts),
    ...footprintReactions,
  ],
  periodic: [every('discovery.index_missing', { minutes: 60 }, indexMissing), strikeOldFootprints, learnHourly],
  personal,
};
