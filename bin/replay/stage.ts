/** What the acts share: the data, the marketplace, who was placed and enrolled so far. */
import { must } from '#kernel/result';
import type { Result } from '#kernel/result';
import type { Placed } from '#modules/trade';
import type { Actor } from '#platform/actor';
import type { House } from '#platform/house';
import { perform } from '#platform/perform';
import type { Deed } from '#platform/work';
import type { Market } from './market.ts';
import type { Olist } from './olist.ts';
import type { Outside } from './outside.ts';
import type { Happening, Story } from './story.ts';

export interface Stage {
  olist: Olist;
  market: Market;
  outside: Outside;
  /** By the data's order. */
  placed: Map<string, Placed>;
  /** By the data's person. */
  buyers: Map<string, Actor>;
  /** What the house refused, of what the data say was done. */
  refused: { order: string; step: string; refusal: { no: string } }[];
}

/** One step of a story. `house` is a view of it whose clock stands at the step's own time. */
export type Act = (house: House, stage: Stage, story: Story, happening: Happening) => Promise<void>;

/** Does what the data say was done: here a refusal is a mistake of ours. */
export async function does<I, A, R extends { no: string }>(
  house: House,
  by: Actor,
  deed: Deed<I, Result<A, R>>,
  input: I,
  key: string,
): Promise<A> {
  return must(await perform(house, { key: `olist:${key}`, by }, deed, input));
}

/** The data's word for a way to pay, and ours. */
export const methodOf = (type: string): string => (type === 'credit_card' ? 'card' : type);
