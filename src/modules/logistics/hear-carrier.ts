/** The carrier tells scans by webhook: signed, kept first, read once. */
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { sql } from '#platform/sql';
import { webhookRoute, webhooksAgain } from '#platform/webhooks';
import type { WebhookDoor, WebhookEvent } from '#platform/webhooks';
import type { Work } from '#platform/work';
import type { Module } from '#platform/house';
import { scanOf } from './ask-carrier.ts';
import { cleanNumber } from './carriers.ts';
import { reportTracking } from './report-tracking.ts';

const Scan = Type.Object({
  number: Type.String({ minLength: 4, maxLength: 60 }),
  reference: Type.Union([Type.String({ maxLength: 100 }), Type.Null()]),
  code: Type.String({ minLength: 1, maxLength: 60 }),
  says: Type.String({ maxLength: 500 }),
  time: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$' }),
  place: Type.String({ maxLength: 200 }),
  country: Type.String({ maxLength: 2 }),
});

export type HearCarrierRefusal = { no: 'webhook_is_not_understood' };

/** Reads one message. Kinds that we do not know, and parcels that are not ours, change nothing. */
export async function hearCarrier(
  work: Work,
  { type, data }: WebhookEvent,
): Promise<Result<unknown, HearCarrierRefusal>> {
  if (type !== 'tracking.event') return ok();
  if (!Value.Check(Scan, data) || Number.isNaN(Date.parse(data.time)))
    return refuse({ no: 'webhook_is_not_understood' });
  const carrier = await carrierOfScan(work, data);
  if (carrier === undefined) {
    work.house.log.info({ number: data.number }, 'a carrier told of a parcel that is not ours');
    return ok();
  }
  const told = await reportTracking(work, { carrier, number: data.number, scans: [scanOf(data)], toldBy: 'webhook' });
  return told.ok ? ok() : refuse({ no: 'webhook_is_not_understood' });
}

/** Whose number it is. A line's first scan may overtake the answer to our booking: then our reference in it says so. */
async function carrierOfScan(
  work: Work,
  { number, reference }: { number: string; reference: string | null },
): Promise<string | undefined> {
  const known = await work.one<{ carrier: string }>(sql`
    select carrier from logistics.parcels where number = ${cleanNumber(number)} order by since desc limit 1`);
  if (known || reference === null || !isId(reference)) return known?.carrier;
  const ours = await work.one<{ carrier: string }>(
    sql`select carrier from logistics.shipments where shipment = ${reference}`,
  );
  return ours?.carrier;
}

const webhooks: WebhookDoor = {
  source: 'carrier',
  path: '/webhooks/carrier',
  secret: (house) => house.config.world.webhookSecret,
  take: hearCarrier,
};

export const carrierRoutes: NonNullable<Module['routes']> = (api, house) => webhookRoute(house, api, webhooks);
export const carrierWebhooksAgain = webhooksAgain(webhooks);
