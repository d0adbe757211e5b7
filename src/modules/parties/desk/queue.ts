/** The desk's lists of stores. */
import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import { isStaff } from '#platform/actor';
import type { Asking } from '#platform/work';
import type { SellerKind, StoreState } from '../stores/store.ts';

export interface StoreInQueue {
  store: string;
  slug: string;
  name: string;
  state: StoreState;
  kind: SellerKind;
  country: string;
  createdAt: Date;
  submittedAt: Date | null;
  openedAt: Date | null;
  verifyAgainAt: Date | null;
  /** How often the desk has decided about it before. */
  decisions: number;
}

export interface StoreQueue {
  stores: StoreInQueue[];
  /** Of all pages. */
  total: number;
  page: number;
  pages: number;
}

interface QueueRow {
  id: string;
  slug: string;
  name: string;
  state: StoreState;
  kind: SellerKind;
  country: string;
  created_at: Date;
  submitted_at: Date | null;
  opened_at: Date | null;
  verify_again_at: Date | null;
  decisions: number;
  total: number;
}

const pageSize = 25;

export interface QueueInput {
  /** Name or address of the store begins or has a word with this. */
  text?: string | undefined;
  state?: StoreState | undefined;
  /** Only open or suspended stores whose check is older than it may be. */
  toVerify?: boolean | undefined;
  country?: string | undefined;
  page?: number | undefined;
}

/**
 * Stores for the desk. Without a state: those that wait for a decision. Whoever has waited longest comes first; stores
 * to verify again by the day they fell due. Undefined for whoever is not staff for admissions.
 */
export async function storesForDesk(
  ask: Asking,
  { text = '', state, toVerify = false, country, page = 1 }: QueueInput,
): Promise<StoreQueue | undefined> {
  if (!isStaff(ask.by, 'admission')) return undefined;
  const at = Math.max(1, Math.min(page, 10_000));
  const wanted = toVerify
    ? sql.part`s.state in ('open', 'suspended') and s.verify_again_at <= ${ask.now}`
    : sql.part`s.state = ${state ?? 'in_review'}`;
  const order = toVerify ? sql.part`s.verify_again_at, s.id` : sql.part`coalesce(s.submitted_at, s.created_at), s.id`;
  const rows = await ask.many<QueueRow>(sql`
    select s.id, s.slug, s.name, s.state, s.kind, s.country, s.created_at, s.submitted_at, s.opened_at, s.verify_again_at,
           (select count(*)::int from parties.decisions d where d.store = s.id) as decisions,
           count(*) over ()::int as total
      from parties.stores s
     where ${wanted}
       and (${text.trim()} = '' or s.name ilike ${pattern(text)} or s.slug ilike ${pattern(text)})
       and (${country ?? ''} = '' or s.country = ${country ?? ''})
     order by ${order}
     limit ${pageSize} offset ${(at - 1) * pageSize}`);
  const total = rows[0]?.total ?? 0;
  return {
    stores: rows.map(({ id, created_at, submitted_at, opened_at, verify_again_at, total: _total, ...row }) => ({
      store: id,
      ...row,
      createdAt: created_at,
      submittedAt: submitted_at,
      openedAt: opened_at,
      verifyAgainAt: verify_again_at,
    })),
    total,
    page: at,
    pages: Math.max(1, Math.ceil(total / pageSize)),
  };
}

/** Where a store stands among those that wait: those beside it, or the longest waiting where it waits no more. */
export async function aroundInAdmission(
  ask: Asking,
  { store }: { store: string },
): Promise<{ previous: string | null; next: string | null }> {
  if (!isStaff(ask.by, 'admission') || !isId(store)) return { previous: null, next: null };
  const row = await ask.one<{ previous: string | null; next: string | null }>(sql`
    with waits as (select id, coalesce(submitted_at, created_at) as since from parties.stores where state = 'in_review'),
         here as (select id, since from waits where id = ${store})
    select (select w.id from waits w, here where (w.since, w.id) < (here.since, here.id)
             order by w.since desc, w.id desc limit 1) as previous,
           coalesce(
             (select w.id from waits w, here where (w.since, w.id) > (here.since, here.id) order by w.since, w.id limit 1),
             (select w.id from waits w where w.id <> ${store} order by w.since, w.id limit 1)) as next`);
  return row ?? { previous: null, next: null };
}

/** Letters that mean something to `ilike` are meant as themselves. */
const pattern = (text: string) => `%${text.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** How many stores wait in each state, for the desk's first page. */
export async function storesByState(
  ask: Asking,
  _input: object,
): Promise<{ states: { state: StoreState; count: number }[]; toVerify: number } | undefined> {
  if (!isStaff(ask.by, 'admission')) return undefined;
  const [states, due] = await Promise.all([
    ask.many<{ state: StoreState; count: number }>(sql`
      select state, count(*)::int as count from parties.stores group by state order by state`),
    ask.one<{ count: number }>(sql`
      select count(*)::int as count
        from parties.stores
       where state in ('open', 'suspended') and verify_again_at <= ${ask.now}`),
  ]);
  return { states, toVerify: due?.count ?? 0 };
}
