import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { cleanNumber } from './carriers.ts';
import { followShipment } from './shipment.ts';
import { readCode } from './status.ts';
import type { ParcelState } from './status.ts';

export interface ReportedScan {
  /** The carrier's own; see status.ts for those that we read. */
  code: string;
  /** The time of the scan, not of the message. */
  at: Date;
  place?: string;
  country?: string;
  says?: string;
  /** Takes back an end that was told before. */
  corrects?: boolean;
  /** As it came. */
  raw?: unknown;
}

export interface TrackingReport {
  carrier: string;
  number: string;
  scans: readonly ReportedScan[];
  /** Who told: the carrier by webhook, the carrier when asked, or the desk. */
  toldBy: 'webhook' | 'asked' | 'desk';
}

export type ReportTrackingRefusal = { no: 'only_the_carrier_may_report' };

interface ParcelRow {
  shipment: string | null;
  counts_from: Date;
}

/**
 * A carrier tells scans of a parcel: new ones, old ones again, in any order. All are kept as they came; the shipment
 * follows from them. Scans of a number that nobody claimed yet wait for whoever does. Answers how many were new.
 */
export async function reportTracking(
  work: Work,
  { carrier, number: told, scans, toldBy }: TrackingReport,
): Promise<Result<{ fresh: number; state: ParcelState | null }, ReportTrackingRefusal>> {
  if (!isStaff(work.by, 'orders')) return refuse({ no: 'only_the_carrier_may_report' });
  const number = cleanNumber(told);
  const parcel = (await work.one<ParcelRow>(sql`
    insert into logistics.parcels as p (number, carrier, shipment, since, counts_from)
    values (${number}, ${carrier}, null, ${work.now}, 'epoch')
        on conflict (number, carrier) do update set number = p.number
    returning shipment, counts_from`))!;
  const kept = await Promise.all(scans.map((scan) => work.run(insertScan(work, { number, carrier, toldBy }, scan))));
  const fresh = kept.reduce((sum, rows) => sum + rows, 0);
  if (parcel.shipment === null) return ok({ fresh, state: null });
  if (fresh === 0) {
    await work.run(sql`update logistics.shipments set heard_at = ${work.now} where shipment = ${parcel.shipment}`);
    return ok({ fresh, state: null });
  }
  const state = await followShipment(work, {
    shipment: parcel.shipment,
    number,
    carrier,
    countsFrom: parcel.counts_from,
  });
  return ok({ fresh, state });
}

function insertScan(
  work: Work,
  { number, carrier, toldBy }: { number: string; carrier: string; toldBy: string },
  scan: ReportedScan,
) {
  const { code, at, place = '', country = '', says = '', corrects = false, raw = {} } = scan;
  return sql`
    insert into logistics.scans (number, carrier, code, at, place, status, country, says, corrects, raw, told_by, received_at)
    values (${number}, ${carrier}, ${code}, ${at}, ${place}, ${readCode(code) ?? null}, ${country}, ${says}, ${corrects},
            ${json(raw)}, ${toldBy}, ${work.now})
        on conflict (number, carrier, code, at, place) do nothing`;
}
