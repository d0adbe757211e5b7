/** A store: how it lives, what is shown of it. */
import { isId } from '#kernel/id';
import { life } from '#kernel/life';
import type { States } from '#kernel/life';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { storesKept } from '../memory.ts';

export const storeLife = life({
  draft: { submit: 'in_review' },
  in_review: { admit: 'open', refuse: 'refused', ask_for_more: 'draft', withdraw: 'draft' },
  refused: { reopen: 'draft' },
  open: { suspend: 'suspended' },
  suspended: { resume: 'open' },
});
export type StoreState = States<typeof storeLife>;

/** A company, or somebody who sells as a private person. */
export type SellerKind = 'company' | 'person';
export const sellerKinds: readonly SellerKind[] = ['company', 'person'];

/** What buyers are told of who stands behind a store; of private persons nothing. */
export interface ShownIdentity {
  fields: { field: string; label: Record<string, string>; value: string }[];
  address: string[];
}

export interface StoreView {
  store: string;
  slug: string;
  name: string;
  about: string;
  state: StoreState;
  kind: SellerKind;
  country: string;
  currency: string;
  city: string;
  /** When it opened; before that, when it was begun. */
  since: Date;
  logo: string | null;
  shown: ShownIdentity | null;
}

interface StoreRow {
  id: string;
  slug: string;
  name: string;
  about: string;
  state: StoreState;
  kind: SellerKind;
  country: string;
  currency: string;
  city: string;
  created_at: Date;
  opened_at: Date | null;
  logo: string | null;
  shown: ShownIdentity | null;
}

/** In the order of the ids given; those that are not there are left out. Kept in memory for five seconds. */
export async function storesOf(ask: Asking, { stores }: { stores: readonly string[] }): Promise<StoreView[]> {
  const kept = storesKept<StoreView>(ask.house);
  const found = new Map<string, StoreView>();
  const missing: string[] = [];
  for (const store of new Set(stores)) {
    const view = kept.get(store);
    if (view) found.set(store, view);
    else if (isId(store)) missing.push(store);
  }
  if (missing.length > 0) {
    for (const view of await read(ask, missing)) {
      kept.keep(view.store, view.store, view);
      found.set(view.store, view);
    }
  }
  return stores.flatMap((store) => found.get(store) ?? []);
}

async function read(ask: Asking, stores: readonly string[]): Promise<StoreView[]> {
  const rows = await ask.many<StoreRow>(sql`
    select id, slug, name, about, state, kind, country, currency, city, created_at, opened_at, logo, shown
      from parties.stores
     where id = any(${stores}::uuid[])`);
  return rows.map(({ id, created_at, opened_at, ...row }) => ({ store: id, ...row, since: opened_at ?? created_at }));
}

/**
 * The store at an address of the shop, by its slug or its id. Stores that have not opened are seen only by those who
 * work in them and by staff; suspended ones are shown as suspended.
 */
export async function storeAt(ask: Asking, { store }: { store: string }): Promise<StoreView | undefined> {
  const at = isId(store)
    ? store
    : (await ask.one<{ store: string }>(sql`select store from parties.slugs where slug = ${store}`))?.store;
  const [view] = at ? await storesOf(ask, { stores: [at] }) : [];
  if (!view) return undefined;
  const isPublic = view.state === 'open' || view.state === 'suspended';
  const isTheirs =
    ask.by.kind === 'system' || ask.by.staff.length > 0 || ask.by.stores.some((place) => place.store === view.store);
  return isPublic || isTheirs ? view : undefined;
}
