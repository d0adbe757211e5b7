import type { Ground } from '../ground/ground.ts';
import { notFound, Refused } from '../ground/refused.ts';
import { isPast, nextStep, scans, stepFor, stepsTo } from './journey.ts';
import { newNumber, routingCode } from './numbers.ts';
import { toldEvent, type Address, type Parcel, type Step, type TrackingEvent } from './parcel.ts';
import { localTime, placeIn } from './places.ts';

type NewShipment = Pick<Parcel, 'service' | 'from' | 'to' | 'parcels' | 'contents'> & { reference: string };
interface NewTracker {
  number: string;
  carrier?: string | undefined;
  reference?: string | undefined;
  from_country?: string | undefined;
  to_country?: string | undefined;
}

export interface Parcels {
  ship(asked: NewShipment): Parcel;
  /** Says whether it is new to us; a number is followed once. */
  follow(asked: NewTracker): { parcel: Parcel; isNew: boolean };
  known(number: string): Parcel | undefined;
  find(number: string): Parcel;
  ofReference(reference: string): Parcel[];
  /** The scans on the way there come with it, unless only this one is wanted. */
  move(number: string, to: Step, how?: { at?: Date; only?: boolean }): Parcel;
  cancel(number: string): Parcel;
  newest(count: number): Parcel[];
}

/** pace: how many times faster than life parcels travel by themselves; 0: they wait to be moved. */
export function openParcels(ground: Ground, pace: number): Parcels {
  const { agenda, webhooks, now, journal } = ground;
  const table = journal.table<Parcel>('parcel');
  const counters = journal.table<{ id: string; last: number }>('counter');
  const byReference = new Map<string, string[]>();
  const numbers: string[] = [];

  const clean = (number: string) => number.replace(/[\s-]/g, '').toUpperCase();
  const known = (number: string) => table.get(clean(number));
  const find = (number: string): Parcel => {
    const parcel = known(number);
    if (!parcel) throw notFound('shipment', number);
    return parcel;
  };

  function index(parcel: Parcel): void {
    numbers.push(parcel.number);
    if (parcel.reference)
      byReference.set(parcel.reference, [...(byReference.get(parcel.reference) ?? []), parcel.number]);
    if (parcel.next) agenda.add('parcel.moves', parcel.number, Date.parse(parcel.next));
  }
  function plan(parcel: Parcel, from: Date): void {
    const following = pace > 0 && parcel.status !== 'cancelled' ? nextStep(parcel) : undefined;
    parcel.next = following ? new Date(from.getTime() + Math.round(following.afterMs / pace)).toISOString() : null;
    if (parcel.next) agenda.add('parcel.moves', parcel.number, Date.parse(parcel.next));
  }
  function open(parcel: Parcel): Parcel {
    index(parcel);
    plan(parcel, now());
    return table.put(parcel);
  }
  function nextSerial(): number {
    const counter = counters.get('s10') ?? { id: 's10', last: Math.floor(now().getTime() / 1000) % 90_000_000 };
    counter.last = (counter.last + 1) % 100_000_000;
    return counters.put(counter).last;
  }

  function scan(parcel: Parcel, step: Step, at: Date): void {
    const { code, says, where } = scans[step];
    const place = placeIn((where === 'origin' || where === 'way_out' ? parcel.from : parcel.to).country);
    const event: TrackingEvent = {
      number: parcel.number,
      reference: parcel.reference,
      code,
      step,
      says,
      time: localTime(at, place.zone),
      place: where === 'way_out' || where === 'way_in' ? place.gateway : place.town,
      country: place.country,
      sequence: parcel.events.length + 1,
    };
    parcel.events.push(event);
    parcel.status = step;
    webhooks.send('carrier', 'tracking.event', parcel.number, toldEvent(event), at);
  }

  function move(number: string, asked: Step, { at = now(), only = false }: { at?: Date; only?: boolean } = {}): Parcel {
    const parcel = find(number);
    const to = stepFor(parcel, asked);
    if (parcel.status === to) return parcel;
    // What was lost may turn up. What was delivered, sent back or cancelled stays so.
    if (['delivered', 'returned', 'cancelled'].includes(parcel.status)) {
      throw new Refused(409, `shipment_is_${parcel.status}`, `The shipment is ${parcel.status}.`);
    }
    if (isPast(parcel, to))
      throw new Refused(409, 'shipment_is_past_that', `The shipment is ${parcel.status} already.`);
    for (const step of only ? [to] : stepsTo(parcel, to)) scan(parcel, step, at);
    plan(parcel, at);
    return table.put(parcel);
  }

  agenda.on('parcel.moves', (number, at) => {
    const parcel = find(number);
    const following = nextStep(parcel);
    if (parcel.next === at.toISOString() && following) move(number, following.step, { at, only: true });
  });
  for (const parcel of table.rows()) index(parcel);

  return {
    known,
    find,
    move,
    ofReference: (reference) => (byReference.get(reference) ?? []).map(find),
    newest: (count) => numbers.slice(-count).reverse().map(find),
    ship: ({ reference, ...asked }) => {
      const number = newNumber(nextSerial(), asked.from.country);
      const routing_code = routingCode(asked.to);
      return open({
        ...blank(number, now()),
        ...asked,
        kind: 'shipment',
        reference,
        routing_code,
        carrier: 'meridian',
      });
    },
    follow({ number, carrier = 'other', reference = null, from_country, to_country }) {
      const followed = known(number);
      if (followed) return { parcel: followed, isNew: false };
      const from: Address = { country: from_country ?? /^[A-Z]{2}\d{9}([A-Z]{2})$/.exec(clean(number))?.[1] ?? 'CN' };
      const to: Address = { country: to_country ?? 'ZZ' };
      return { parcel: open({ ...blank(clean(number), now()), carrier, reference, from, to }), isNew: true };
    },
    cancel(number) {
      const parcel = find(number);
      if (parcel.status === 'cancelled') return parcel;
      if (parcel.status !== 'created')
        throw new Refused(409, 'shipment_is_under_way', 'The parcel has been scanned already.');
      parcel.status = 'cancelled';
      parcel.next = null;
      return table.put(parcel);
    },
  };
}

function blank(number: string, at: Date): Parcel {
  return {
    id: number,
    kind: 'tracker',
    number,
    reference: null,
    service: '',
    carrier: 'other',
    routing_code: null,
    from: { country: 'CN' },
    to: { country: 'ZZ' },
    parcels: [],
    contents: [],
    status: 'created',
    created_at: at.toISOString(),
    events: [],
    next: null,
  };
}
