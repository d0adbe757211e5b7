import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { system } from '#platform/actor';
import { announce } from '#platform/facts';
import { enqueue, job } from '#platform/jobs';
import { PartnerRefuses } from '#platform/partner';
import { json, sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking, Work } from '#platform/work';
import { cancelAtCarrier } from './ask-carrier.ts';
import { bookParcel, parcelsBooked } from './carrier-api.ts';
import type { ToldParcel } from './carrier-api.ts';
import { bookingFailed } from './facts.ts';
import { linesOf } from './lines.ts';
import { packed } from './packing.ts';
import type { Size } from './rating.ts';
import { claimNumber, followShipment } from './shipment.ts';
import type { Content, PostalAddress } from './shipment.ts';
import { toldAddress } from './told-address.ts';

interface Standing {
  shipment: string;
  booking: string | null;
}

/**
 * The seller's parcel goes with a line: it is written down, and a job books it at the carrier, whose number makes the
 * label. Called by the department that keeps the order, which has looked whether the asker may. While a label is wanted
 * or there, asking again is the same shipment; after a refusal it is a new one.
 */
export async function bookShipment(
  work: Work,
  input: {
    order: string;
    store: string;
    /** `line:<code>`, as `shippingOptions` says it. */
    option: string;
    /** What people call the order; printed on the label. */
    reference?: string;
    from: PostalAddress;
    to: PostalAddress;
    grams: number;
    sizeMm: readonly Size[];
    contents: readonly Content[];
  },
): Promise<{ shipment: string }> {
  const line = (await linesOf(work)).find((one) => input.option === `line:${one.line}`);
  if (!line) throw new Error(`No line is called ${input.option}.`);
  const standing = await work.one<Standing>(sql`
    select shipment, booking from logistics.shipments
     where order_id = ${input.order} and line = ${line.line} and withdrawn_at is null and booking <> 'refused' and state = 'created'
     order by created_at desc limit 1`);
  if (standing && standing.booking !== 'unanswered') return { shipment: standing.shipment };

  const shipment = standing?.shipment ?? newId(work.now);
  if (standing)
    await work.run(sql`update logistics.shipments set booking = 'asked', problem = null where shipment = ${shipment}`);
  else await work.run(insertShipment(work, shipment, { ...input, line: line.line, carrier: line.carrier }));
  enqueue(work, bookAtCarrier({ shipment, again: standing !== undefined }), { subject: shipment });
  return { shipment };
}

type New = Parameters<typeof bookShipment>[1] & { line: string; carrier: string };

function insertShipment(work: Work, shipment: string, one: New) {
  return sql`
    insert into logistics.shipments (shipment, order_id, store, reference, by, line, carrier, booking, sender, addressee,
                                     country, grams, size_mm, contents, state, created_at, heard_at)
    values (${shipment}, ${one.order}, ${one.store}, ${one.reference ?? ''}, 'line', ${one.line}, ${one.carrier}, 'asked',
            ${json(one.from)}, ${json(one.to)}, ${one.to.country}, ${Math.max(1, one.grams)}, ${packed(one.sizeMm)},
            ${json(one.contents)}, 'created', ${work.now}, ${work.now})`;
}

interface Asked {
  line: string | null;
  sender: PostalAddress;
  addressee: PostalAddress;
  grams: number | null;
  size_mm: number[] | null;
  contents: {
    description: string;
    hs: string;
    origin: string;
    quantity: number;
    value: { currency: string; minor: string };
  }[];
  withdrawn_at: Date | null;
}

async function asked(
  ask: Asking,
  { shipment }: { shipment: string },
): Promise<(Asked & { service: string }) | undefined> {
  const found = await ask.one<Asked>(sql`
    select line, sender, addressee, grams, size_mm, contents, withdrawn_at from logistics.shipments
     where shipment = ${shipment} and booking = 'asked'`);
  if (!found) return undefined;
  const line = (await linesOf(ask)).find((one) => one.line === found.line);
  return { ...found, service: line?.name ?? found.line ?? '' };
}

/** Books at the carrier, under the shipment's id: however often it is asked, the carrier books one parcel. */
export const bookAtCarrier = job<{ shipment: string; again: boolean }>(
  'logistics.book_at_carrier',
  async (house, { shipment, again }, info) => {
    const wanted = await question(house, system, asked, { shipment });
    if (!wanted) return;
    let parcel: ToldParcel | undefined;
    try {
      // An answer may have got lost so long ago that the carrier forgot our key: then it still knows the reference.
      const before = again || info.attempt > 1 ? await parcelsBooked(house, shipment) : [];
      parcel = before.find(({ status }) => status !== 'cancelled');
      if (!parcel && !wanted.withdrawn_at) parcel = await bookParcel(house, orderOf(shipment, wanted));
    } catch (error) {
      if (!(error instanceof PartnerRefuses) && !info.last) throw error;
      const how = error instanceof PartnerRefuses ? 'refused' : 'unanswered';
      await info.perform(noteNotBooked, { shipment, how, why: (error as Error).message });
      return;
    }
    if (parcel) await info.perform(noteBooked, { shipment, number: parcel.number, routing: parcel.routing_code });
  },
);

function orderOf(
  shipment: string,
  { service, sender, addressee, grams, size_mm, contents }: Asked & { service: string },
) {
  return {
    reference: shipment,
    service,
    from: toldAddress(sender),
    to: toldAddress(addressee),
    parcels: [{ weight_g: grams ?? 1, size_mm: (size_mm ?? [1, 1, 1]) as [number, number, number] }],
    contents: contents.map(({ description, hs, origin, quantity, value }) => ({
      description: description.slice(0, 300),
      hs_code: hs,
      origin,
      quantity,
      value: { currency: value.currency, minor: Number(value.minor) },
    })),
  };
}

type BookingRefusal = { no: 'shipment_not_found' };

/** The carrier booked it: the parcel has its number, and the label can be printed. One that was withdrawn meanwhile is struck. */
async function noteBooked(
  work: Work,
  { shipment, number, routing }: { shipment: string; number: string; routing: string | null },
): Promise<Result<undefined, BookingRefusal>> {
  const found = await work.one<{ order_id: string; carrier: string }>(sql`
    select order_id, carrier from logistics.shipments where shipment = ${shipment}`);
  if (!found) return refuse({ no: 'shipment_not_found' });
  const { carrier, order_id: order } = found;
  const claimed = await claimNumber(work, { number, carrier, shipment, order });
  if (!claimed.ok) {
    enqueue(work, cancelAtCarrier({ number }), { subject: shipment });
    return noteNotBooked(work, {
      shipment,
      how: 'refused',
      why: `The carrier gave a number that is another parcel's: ${number}.`,
    });
  }
  const booked = await work.run(sql`
    update logistics.shipments set booking = 'booked', number = ${number}, routing_code = ${routing}, problem = null
     where shipment = ${shipment} and withdrawn_at is null`);
  if (booked === 0) enqueue(work, cancelAtCarrier({ number }), { subject: shipment });
  await followShipment(work, { shipment, number, carrier, countsFrom: claimed.value.countsFrom });
  return ok();
}

/** The line says no, or says nothing for hours; the seller sees why and may ask again. */
async function noteNotBooked(
  work: Work,
  { shipment, how, why }: { shipment: string; how: 'refused' | 'unanswered'; why: string },
): Promise<Result<undefined, BookingRefusal>> {
  const found = await work.one<{ order_id: string; store: string }>(sql`
    update logistics.shipments set booking = ${how}, problem = ${why} where shipment = ${shipment} and booking = 'asked'
    returning order_id, store`);
  if (!found) return refuse({ no: 'shipment_not_found' });
  announce(work, bookingFailed({ shipment, order: found.order_id, store: found.store, why }));
  return ok();
}
