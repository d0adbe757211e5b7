/** What owners do with their addresses: add, change, try, take away; and the secret that signs. */
import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { callOf } from '#modules/parties';
import type { Call } from '#modules/parties';
import { worksFor } from '#platform/actor';
import { seal } from '#platform/crypto';
import { perform } from '#platform/perform';
import type { KeyRefusal } from '#platform/perform';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { checkAddress } from './address.ts';
import type { AddressRefusal } from './address.ts';
import { checkEvents, lockEndpoint, mostEndpoints, overlapHours, secretFor, testEvent } from './endpoint.ts';
import type { EndpointRefusal, EventsRefusal } from './endpoint.ts';
import { write } from './tell.ts';

/** Listed in the order in which they are checked. */
export type AddWebhookRefusal =
  { no: 'store_not_found' } | AddressRefusal | EventsRefusal | { no: 'too_many_webhook_addresses'; most: number };

/** The secret is shown now and never again. */
export async function addWebhook(
  call: Call,
  input: { store: string; url: string; events: readonly string[] },
): Promise<Result<{ endpoint: string; secret: string }, AddWebhookRefusal | KeyRefusal>> {
  const { house, by, key } = call;
  const secret = secretFor(house, by.id, key, input.store);
  const said = await perform(house, { key, by }, (work: Work, asked: typeof input) => add(work, asked, secret), input);
  return said.ok ? ok({ endpoint: said.value.endpoint, secret }) : said;
}

async function add(
  work: Work,
  { store, url, events }: { store: string; url: string; events: readonly string[] },
  secret: string,
): Promise<Result<{ endpoint: string }, AddWebhookRefusal>> {
  if (!worksFor(work.by, store, 'owner')) return refuse({ no: 'store_not_found' });
  const address = checkAddress(work.house, url);
  if (!address.ok) return address;
  const wanted = checkEvents(events);
  if (!wanted.ok) return wanted;
  const counted = await work.one<{ count: number }>(
    sql`select count(*)::int as count from webhooks.endpoints where store = ${store}`,
  );
  if (counted!.count >= mostEndpoints) return refuse({ no: 'too_many_webhook_addresses', most: mostEndpoints });
  const endpoint = newId(work.now);
  await work.run(sql`
    insert into webhooks.endpoints (store, id, url, events, secret, made_at, made_by)
    values (${store}, ${endpoint}, ${address.value}, ${wanted.value}, ${seal(work.house, secret)}, ${work.now}, ${work.by.id})`);
  return ok({ endpoint });
}

export type EditWebhookRefusal = EndpointRefusal | AddressRefusal | EventsRefusal;

/** Another address, other events, or on and off. Switched on again it is trusted anew. What is not given stays. */
export async function editWebhook(
  work: Work,
  input: { store: string; endpoint: string; url?: string; events?: readonly string[]; on?: boolean },
): Promise<Result<{ url: string; events: string[]; on: boolean }, EditWebhookRefusal>> {
  const found = await lockEndpoint(work, input);
  if (!found.ok) return found;
  const address = checkAddress(work.house, input.url ?? found.value.url);
  if (!address.ok) return address;
  const events = checkEvents(input.events ?? found.value.events);
  if (!events.ok) return events;
  const on = input.on ?? found.value.off_at === null;
  await work.run(sql`
    update webhooks.endpoints
       set url = ${address.value}, events = ${events.value},
           off_at = case when ${on} then null else coalesce(off_at, ${work.now}::timestamptz) end,
           off_why = case when ${on} then null else coalesce(off_why, 'by_hand') end,
           failing_since = case when ${on} and off_at is not null then null else failing_since end
     where store = ${input.store} and id = ${input.endpoint}`);
  return ok({ url: address.value, events: events.value, on });
}

export async function removeWebhook(
  work: Work,
  { store, endpoint }: { store: string; endpoint: string },
): Promise<Result<undefined, EndpointRefusal>> {
  const found = await lockEndpoint(work, { store, endpoint });
  if (!found.ok) return found;
  await work.run(sql`delete from webhooks.endpoints where store = ${store} and id = ${endpoint}`);
  return ok();
}

/** A new secret; for a day deliveries are signed with both, so that the store's program can change over in between. */
export async function rotateWebhookSecret(
  call: Call,
  input: { store: string; endpoint: string },
): Promise<Result<{ secret: string; oldUntil: Date }, EndpointRefusal | KeyRefusal>> {
  const { house, by, key } = call;
  const secret = secretFor(house, by.id, key, input.endpoint);
  const rotate = async (
    work: Work,
    { store, endpoint }: typeof input,
  ): Promise<Result<{ until: string }, EndpointRefusal>> => {
    const found = await lockEndpoint(work, { store, endpoint });
    if (!found.ok) return found;
    const until = new Date(work.now.getTime() + overlapHours * 3_600_000);
    await work.run(sql`
      update webhooks.endpoints set secret = ${seal(work.house, secret)}, old_secret = secret, old_until = ${until}
       where store = ${store} and id = ${endpoint}`);
    return ok({ until: until.toISOString() });
  };
  const said = await perform(house, { key, by }, rotate, input);
  return said.ok ? ok({ secret, oldUntil: new Date(said.value.until) }) : said;
}

export type TestWebhookRefusal = EndpointRefusal | { no: 'webhook_address_is_off' };

/** Sends an event that means nothing, to try the address. */
export async function testWebhook(
  work: Work,
  { store, endpoint }: { store: string; endpoint: string },
): Promise<Result<{ delivery: string }, TestWebhookRefusal>> {
  const found = await lockEndpoint(work, { store, endpoint });
  if (!found.ok) return found;
  if (found.value.off_at) return refuse({ no: 'webhook_address_is_off' });
  const event = newId(work.now);
  const delivery = await write(work, { store, endpoint, type: testEvent, event, at: work.now, data: { store } });
  return ok({ delivery });
}

export const addWebhookByDoor = (ask: Asking, input: { store: string; url: string; events: string[] }) =>
  addWebhook(callOf(ask), input);

export const rotateByDoor = (ask: Asking, input: { store: string; endpoint: string }) =>
  rotateWebhookSecret(callOf(ask), input);
