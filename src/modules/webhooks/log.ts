/** What was sent to a store's addresses, what came back, and sending it once more. */
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { system, worksFor } from '#platform/actor';
import { enqueue, every } from '#platform/jobs';
import { newId } from '#kernel/id';
import { perform } from '#platform/perform';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { deliver } from './deliver.ts';
import { lockEndpoint } from './endpoint.ts';
import type { EndpointRefusal } from './endpoint.ts';

export interface WebhookView {
  endpoint: string;
  url: string;
  events: string[];
  madeAt: Date;
  /** Until then the secret before counts, too. */
  oldUntil: Date | null;
  failingSince: Date | null;
  offAt: Date | null;
  offWhy: string | null;
}

interface ViewRow {
  id: string;
  url: string;
  events: string[];
  made_at: Date;
  old_until: Date | null;
  failing_since: Date | null;
  off_at: Date | null;
  off_why: string | null;
}

/** For the owners, as with keys; never the secrets. */
export async function webhooksOfStore(
  ask: Asking,
  { store }: { store: string },
): Promise<{ webhooks: WebhookView[] } | undefined> {
  if (!worksFor(ask.by, store, 'owner')) return undefined;
  const rows = await ask.many<ViewRow>(sql`
    select id, url, events, made_at, old_until, failing_since, off_at, off_why
      from webhooks.endpoints where store = ${store} order by id limit 100`);
  return {
    webhooks: rows.map(({ id, made_at, old_until, failing_since, off_at, off_why, ...row }) => ({
      endpoint: id,
      ...row,
      madeAt: made_at,
      oldUntil: old_until && old_until > ask.now ? old_until : null,
      failingSince: failing_since,
      offAt: off_at,
      offWhy: off_why,
    })),
  };
}

export interface DeliveryLine {
  delivery: string;
  endpoint: string;
  type: string;
  at: Date;
  state: 'waiting' | 'delivered' | 'failed';
  attempts: number;
  nextAt: Date | null;
  status: number | null;
  problem: string | null;
}

interface DeliveryRow {
  id: string;
  endpoint: string;
  type: string;
  at: Date;
  state: string;
  attempts: number;
  next_at: Date | null;
  last_status: number | null;
  last_problem: string | null;
}

const lineOf = ({ id, state, next_at, last_status, last_problem, ...row }: DeliveryRow): DeliveryLine => ({
  delivery: id,
  ...row,
  state: state as DeliveryLine['state'],
  nextAt: next_at,
  status: last_status,
  problem: last_problem,
});

/** Newest first, in pages; of one address or of all. */
export async function deliveriesOf(
  ask: Asking,
  {
    store,
    endpoint,
    state,
    before,
    limit = 50,
  }: { store: string; endpoint?: string; state?: string; before?: string; limit?: number },
): Promise<{ deliveries: DeliveryLine[]; next: string | null } | undefined> {
  if (!worksFor(ask.by, store, 'owner')) return undefined;
  const [, time, id] = /^(\d{1,15})~([0-9a-f-]{36})$/.exec(before ?? '') ?? [];
  const place = time && id ? sql.part`and (at, id) < (${new Date(Number(time))}, ${id})` : sql.none;
  const of = isId(endpoint) ? sql.part`and endpoint = ${endpoint}` : sql.none;
  const inState = state ? sql.part`and state = ${state}` : sql.none;
  const rows = await ask.many<DeliveryRow>(sql`
    select id, endpoint, type, at, state, attempts, next_at, last_status, last_problem
      from webhooks.deliveries where store = ${store} ${of} ${inState} ${place}
     order by at desc, id desc limit ${limit + 1}`);
  const last = rows[limit - 1];
  return {
    deliveries: rows.slice(0, limit).map(lineOf),
    next: rows.length > limit && last ? `${last.at.getTime()}~${last.id}` : null,
  };
}

export interface Attempt {
  n: number;
  at: Date;
  ms: number;
  status: number | null;
  problem: string | null;
  answer: string;
}

/** One delivery with what was sent and what each try got back. */
export async function deliveryOf(
  ask: Asking,
  { store, delivery }: { store: string; delivery: string },
): Promise<(DeliveryLine & { body: string; tries: Attempt[] }) | undefined> {
  if (!worksFor(ask.by, store, 'owner') || !isId(delivery)) return undefined;
  const [row, tries] = await Promise.all([
    ask.one<DeliveryRow & { body: string }>(sql`
      select id, endpoint, type, at, state, attempts, next_at, last_status, last_problem, body
        from webhooks.deliveries where store = ${store} and id = ${delivery}`),
    ask.many<Attempt>(sql`
      select n, at, ms, status, problem, answer from webhooks.attempts
       where store = ${store} and delivery = ${delivery} order by n desc limit 50`),
  ]);
  if (!row) return undefined;
  const { body, ...line } = row;
  return { ...lineOf(line), body, tries };
}

export type ResendRefusal = EndpointRefusal | { no: 'delivery_not_found' } | { no: 'webhook_address_is_off' };

/** Sends it now once more, whatever became of it; the receiver knows it by the same id. */
export async function resendDelivery(
  work: Work,
  { store, delivery }: { store: string; delivery: string },
): Promise<Result<undefined, ResendRefusal>> {
  if (!worksFor(work.by, store, 'owner')) return refuse({ no: 'store_not_found' });
  const row = isId(delivery)
    ? await work.one<{ endpoint: string; attempts: number }>(sql`
        select endpoint, attempts from webhooks.deliveries where store = ${store} and id = ${delivery}`)
    : undefined;
  if (!row) return refuse({ no: 'delivery_not_found' });
  const found = await lockEndpoint(work, { store, endpoint: row.endpoint });
  if (!found.ok) return found;
  if (found.value.off_at) return refuse({ no: 'webhook_address_is_off' });
  await work.run(sql`
    update webhooks.deliveries set state = 'waiting', next_at = ${work.now} where store = ${store} and id = ${delivery}`);
  enqueue(work, deliver({ store, delivery, attempt: row.attempts + 1 }), { subject: delivery });
  return ok();
}

const keptDays = 30;

export const forgetDeliveries = every('webhooks.forget_deliveries', { minutes: 360 }, async (house) => {
  await perform(house, { key: newId(house.clock.now()), by: system }, forget, {});
});

async function forget(work: Work): Promise<Result<{ forgotten: number }, never>> {
  const before = new Date(work.now.getTime() - keptDays * 86_400_000);
  const gone = await work.many<{ store: string; id: string }>(sql`
    delete from webhooks.deliveries where at < ${before} and state <> 'waiting' returning store, id`);
  for (const { store, id } of gone)
    work.send(sql`delete from webhooks.attempts where store = ${store} and delivery = ${id}`);
  return ok({ forgotten: gone.length });
}
