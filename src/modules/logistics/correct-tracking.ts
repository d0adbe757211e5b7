import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { reportTracking } from './report-tracking.ts';
import type { ParcelState } from './status.ts';

/** Listed in the order in which they are checked. */
export type CorrectTrackingRefusal =
  | { no: 'only_staff_for_orders_may' }
  | { no: 'reason_is_missing' }
  | { no: 'shipment_not_found' }
  | { no: 'parcel_has_no_number' }
  | { no: 'parcel_is_there_already'; state: ParcelState };

/** What the desk may say of a parcel: where carriers' scans are wrong, or never come. */
export const correctable = ['in_transit', 'delivered', 'returned', 'lost'] as const satisfies readonly ParcelState[];

interface Found {
  number: string | null;
  carrier: string;
  state: string;
}

/** The desk says where a parcel is, with its reason; also takes back an end. It becomes a scan like the carrier's, marked as a correction. */
export async function correctTracking(
  work: Work,
  { shipment, state, why }: { shipment: string; state: (typeof correctable)[number]; why: string },
): Promise<Result<{ state: ParcelState }, CorrectTrackingRefusal>> {
  if (!isStaff(work.by, 'orders')) return refuse({ no: 'only_staff_for_orders_may' });
  if (why.trim() === '') return refuse({ no: 'reason_is_missing' });
  if (!isId(shipment)) return refuse({ no: 'shipment_not_found' });
  const found = await work.one<Found>(
    sql`select number, carrier, state from logistics.shipments where shipment = ${shipment}`,
  );
  if (!found) return refuse({ no: 'shipment_not_found' });
  if (found.number === null) return refuse({ no: 'parcel_has_no_number' });
  if (found.state === state) return refuse({ no: 'parcel_is_there_already', state });

  const scan = { code: state, at: work.now, says: why, corrects: true, raw: { by: work.by.id } };
  const reported = await reportTracking(work, {
    carrier: found.carrier,
    number: found.number,
    scans: [scan],
    toldBy: 'desk',
  });
  if (!reported.ok) throw new Error('The desk may report.');
  await audit(work, {
    deed: 'tracking_corrected',
    subject: `shipment:${shipment}`,
    why,
    detail: { from: found.state, to: state },
  });
  return ok({ state: reported.value.state ?? state });
}
