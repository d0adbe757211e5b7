/** What the desk decided on a product, kept with how it stood before: so that a slip of the hand can be mended. */
import { isId } from '#kernel/id';
import { json, sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import type { ProductState } from './product.ts';
import { packListing, reviews, unpackListing } from './product-row.ts';
import type { Product } from './product-row.ts';
import type { Listing } from './listing.ts';
import { said } from './texts.ts';
import type { Texts } from './texts.ts';

export type Decided = 'listed' | 'refused';

/** How long whoever decided may take it back. */
const backMinutes = 10;

export interface Decision {
  decision: Decided;
  by: string;
  at: Date;
  before: {
    state: ProductState;
    /** A change waited, not a new product. */
    change: boolean;
    waitsSince: Date | null;
    note: string | null;
    /** Where the change took effect: what it was laid over, and what it was. */
    listing: Listing | undefined;
    proposal: Listing | undefined;
  };
}

type Kept = {
  state: ProductState;
  change: boolean;
  waitsSince: string | null;
  note: string | null;
  listing: object | null;
  proposal: object | null;
};

/** What the house decides by itself is not taken back, and not kept. */
export async function keepDecision(work: Work, { row, listing, proposal }: Product, decision: Decided): Promise<void> {
  if (work.by.kind !== 'person') return;
  const change = row.proposal_state === 'waiting';
  const over = change && decision === 'listed';
  const before = json({
    state: row.state,
    change,
    waitsSince: row.waits_since,
    note: row.note,
    listing: over ? (JSON.parse(packListing(listing)) as object) : null,
    proposal: over && proposal ? (JSON.parse(packListing(proposal)) as object) : null,
  } satisfies Omit<Kept, 'waitsSince'> & { waitsSince: Date | null });
  await work.run(sql`
    insert into catalogue.decisions (product, decision, by, at, before)
    values (${row.id}, ${decision}, ${work.by.id}, ${work.now}, ${before})
        on conflict (product) do update
       set decision = excluded.decision, by = excluded.by, at = excluded.at, before = excluded.before`);
}

export async function lastDecision(ask: Asking, product: string): Promise<Decision | undefined> {
  const kept = await ask.one<{ decision: Decided; by: string; at: Date; before: Kept }>(sql`
    select decision, by, at, before from catalogue.decisions where product = ${product}`);
  if (!kept) return undefined;
  const { waitsSince, listing, proposal, ...before } = kept.before;
  return {
    ...kept,
    before: {
      ...before,
      waitsSince: waitsSince === null ? null : new Date(waitsSince),
      listing: listing ? unpackListing(listing) : undefined,
      proposal: proposal ? unpackListing(proposal) : undefined,
    },
  };
}

/** Whether it is still early enough. */
export const isFresh = ({ at }: Pick<Decision, 'at'>, now: Date): boolean =>
  now.getTime() - at.getTime() < backMinutes * 60_000;

/** What the asker decided on a product just now, if they may still take it back. */
export async function decisionJustMade(
  ask: Asking,
  { product, locale = 'en' }: { product: string; locale?: string },
): Promise<{ product: string; title: string; decision: Decided } | undefined> {
  if (!reviews(ask.by) || !isId(product)) return undefined;
  const row = await ask.one<{ decision: Decided; by: string; at: Date; titles: Texts }>(sql`
    select d.decision, d.by, d.at, p.titles from catalogue.decisions d join catalogue.products p on p.id = d.product where d.product = ${product}`);
  if (!row || row.by !== ask.by.id || !isFresh(row, ask.now)) return undefined;
  return { product, title: said(row.titles, locale), decision: row.decision };
}
