/** The address of a store that is told of events, and what it may be told. */
import { createHmac } from 'node:crypto';
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { worksFor } from '#platform/actor';
import type { House } from '#platform/house';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';

export const webhookEvents = [
  'order.funded',
  'order.cancelled',
  'order.dispatched',
  'order.delivered',
  'order.completed',
  'order.refunded',
  'payout.paid',
  'listing.decided',
  'stock.turned',
] as const;
export type WebhookEventName = (typeof webhookEvents)[number];
/** What a store asks for to try its address; every address may get it. */
export const testEvent = 'webhook.test';

/** After a change of the secret deliveries are signed with both for so long. */
export const overlapHours = 24;
export const mostEndpoints = 10;

export interface EndpointRow {
  id: string;
  url: string;
  events: string[];
  secret: string;
  old_secret: string | null;
  old_until: Date | null;
  failing_since: Date | null;
  off_at: Date | null;
}

export type EndpointRefusal = { no: 'store_not_found' } | { no: 'webhook_address_not_found' };

/** Locks an owner's address until the deed is over. */
export async function lockEndpoint(
  work: Work,
  { store, endpoint }: { store: string; endpoint: string },
): Promise<Result<EndpointRow, EndpointRefusal>> {
  if (!worksFor(work.by, store, 'owner')) return refuse({ no: 'store_not_found' });
  const row = isId(endpoint)
    ? await work.one<EndpointRow>(sql`
        select id, url, events, secret, old_secret, old_until, failing_since, off_at
          from webhooks.endpoints where store = ${store} and id = ${endpoint} for update`)
    : undefined;
  return row ? ok(row) : refuse({ no: 'webhook_address_not_found' });
}

/**
 * The secret comes from the house's own secret and the command's key: a form sent twice shows the same one, and no answer
 * that is kept holds it.
 */
export function secretFor(house: House, ...of: readonly string[]): string {
  const mac = createHmac('sha256', house.config.secret).update(['webhook', ...of].join('\u0000'));
  return `whsec_${mac.digest('base64')}`;
}

export type EventsRefusal = { no: 'no_event_is_chosen' } | { no: 'event_is_unknown'; known: string[] };

export function checkEvents(events: readonly string[]): Result<WebhookEventName[], EventsRefusal> {
  if (events.length === 0) return refuse({ no: 'no_event_is_chosen' });
  const known = webhookEvents.filter((one) => events.includes(one));
  return known.length === new Set(events).size
    ? ok(known)
    : refuse({ no: 'event_is_unknown', known: [...webhookEvents] });
}
