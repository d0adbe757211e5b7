/** What is asked of carriers outside any deed: to follow a parcel, to tell of a silent one, to strike a label. */
import { newId } from '#kernel/id';
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { enqueue, every, job } from '#platform/jobs';
import type { JobInfo } from '#platform/jobs';
import { perform } from '#platform/perform';
import { PartnerRefuses } from '#platform/partner';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking, Work } from '#platform/work';
import { cancelParcel, followParcel, parcelNow } from './carrier-api.ts';
import type { ToldParcel, ToldScan } from './carrier-api.ts';
import { reportTracking } from './report-tracking.ts';
import type { ReportedScan } from './report-tracking.ts';

/** After so long without news an open parcel is asked for, and then once a day. */
const silentHours = 48;
const askAgainHours = 24;
/** Parcels that were silent for so long are the desk's to judge; nobody asks any more. */
const givenUpDays = 120;
const atOnce = 200;

interface Followed {
  order_id: string;
  carrier: string;
  number: string | null;
  country: string;
  by: string;
}

async function followed(ask: Asking, { shipment }: { shipment: string }): Promise<Followed | undefined> {
  return ask.one<Followed>(sql`
    select order_id, carrier, number, country, by from logistics.shipments where shipment = ${shipment} and withdrawn_at is null`);
}

/** Asks to be told of a parcel that went with a carrier of the seller's own. Its scans so far come with the answer. */
export const followAtCarrier = job<{ shipment: string }>(
  'logistics.follow_at_carrier',
  async (house, { shipment }, info) => {
    const parcel = await question(house, system, followed, { shipment });
    if (parcel?.number) await told(house, shipment, parcel.carrier, parcel.number, parcel.country, info);
  },
);

/** Asks how a silent parcel is. One that the carrier does not know yet is asked for anew another day. */
export const askForParcel = job<{ shipment: string }>('logistics.ask_for_parcel', async (house, { shipment }, info) => {
  const parcel = await question(house, system, followed, { shipment });
  if (!parcel?.number) return;
  try {
    const now = await parcelNow(house, parcel.number);
    await info.perform(reportTracking, reportOf(parcel.carrier, now));
  } catch (error) {
    if (!(error instanceof PartnerRefuses)) throw error;
    if (parcel.by === 'seller') await told(house, shipment, parcel.carrier, parcel.number, parcel.country, info);
  }
});

async function told(
  house: House,
  shipment: string,
  carrier: string,
  number: string,
  country: string,
  info: JobInfo,
): Promise<void> {
  try {
    const now = await followParcel(house, { number, carrier, reference: shipment, to_country: country });
    await info.perform(reportTracking, reportOf(carrier, now));
  } catch (error) {
    if (!(error instanceof PartnerRefuses)) throw error;
    house.log.info({ shipment, code: error.code }, 'a parcel cannot be followed');
  }
}

const reportOf = (carrier: string, { number, events }: ToldParcel) => ({
  carrier,
  number,
  scans: events.map(scanOf),
  toldBy: 'asked' as const,
});

/** A carrier's scan as we keep it. */
export function scanOf(told: ToldScan): ReportedScan {
  return {
    code: told.code,
    at: new Date(told.time),
    place: told.place,
    country: told.country,
    says: told.says,
    raw: told,
  };
}

/** A label that was booked and is not wanted: the carrier strikes it. When it has the parcel by now, its scans tell. */
export const cancelAtCarrier = job<{ number: string }>('logistics.cancel_at_carrier', async (house, { number }) => {
  try {
    await cancelParcel(house, number);
  } catch (error) {
    if (!(error instanceof PartnerRefuses)) throw error;
    house.log.info({ number, code: error.code }, 'a label could not be struck');
  }
});

/** Webhooks get lost: the safety net asks for parcels of which nothing was heard for two days. */
export const askForSilent = every('logistics.ask_for_silent', { minutes: 60 }, async (house) => {
  await perform(house, { key: newId(house.clock.now()), by: system }, pickSilent, {});
});

async function pickSilent(work: Work): Promise<Result<{ asked: number }, never>> {
  const ago = (hours: number) => new Date(work.now.getTime() - hours * 3_600_000);
  const silent = await work.many<{ shipment: string }>(sql`
    select shipment from logistics.shipments
     where delivered_at is null and returned_at is null and lost_at is null and withdrawn_at is null
       and number is not null and carrier <> 'other'
       and heard_at < ${ago(silentHours)} and heard_at > ${ago(givenUpDays * 24)}
       and (asked_at is null or asked_at < ${ago(askAgainHours)})
     order by heard_at limit ${atOnce}`);
  for (const { shipment } of silent) {
    await work.run(sql`update logistics.shipments set asked_at = ${work.now} where shipment = ${shipment}`);
    enqueue(work, askForParcel({ shipment }), { subject: shipment });
  }
  return ok({ asked: silent.length });
}

/** Numbers that were told of and never claimed are forgotten after three months. */
export const forgetUnclaimed = every('logistics.forget_unclaimed', { minutes: 720 }, async (house) => {
  await perform(house, { key: newId(house.clock.now()), by: system }, dropUnclaimed, {});
});

async function dropUnclaimed(work: Work): Promise<Result<{ forgotten: number }, never>> {
  const before = new Date(work.now.getTime() - 90 * 86_400_000);
  const gone = await work.many<{ number: string; carrier: string }>(sql`
    delete from logistics.parcels where shipment is null and since < ${before} returning number, carrier`);
  for (const { number, carrier } of gone)
    await work.run(sql`delete from logistics.scans where number = ${number} and carrier = ${carrier}`);
  return ok({ forgotten: gone.length });
}
