import { chance } from '../ground/faults.ts';
import type { Parcel, Step } from './parcel.ts';

/** What a scan means, by step: the code of UPU's EMSEVT V3 where it has one, else one of ours; and what people read. */
export const scans: Record<
  Step,
  { code: string; says: string; where: 'origin' | 'way_out' | 'way_in' | 'destination' }
> = {
  accepted: { code: 'EMA', says: 'Posting / collection', where: 'origin' },
  sorted: { code: 'EDD', says: 'Item into sorting centre', where: 'origin' },
  departed: { code: 'EMC', says: 'Departure from outward office of exchange', where: 'way_out' },
  arrived: { code: 'EMD', says: 'Arrival at inward office of exchange', where: 'way_in' },
  customs: { code: 'EDB', says: 'Item presented to import customs', where: 'way_in' },
  held: { code: 'EME', says: 'Item held by import customs', where: 'way_in' },
  cleared: { code: 'EDC', says: 'Item returned from import customs', where: 'way_in' },
  out_for_delivery: { code: 'EDG', says: 'Item out for physical delivery', where: 'destination' },
  attempt_failed: { code: 'EMH', says: 'Unsuccessful attempt at delivery', where: 'destination' },
  delivered: { code: 'EMI', says: 'Final delivery', where: 'destination' },
  returned: { code: 'RTS', says: 'Returned to sender', where: 'origin' },
  lost: { code: 'LST', says: 'Item lost', where: 'way_in' },
};

/** The way of a parcel when all goes well; within one country there is no border in it. */
const abroad: readonly Step[] = [
  'accepted',
  'departed',
  'arrived',
  'customs',
  'cleared',
  'out_for_delivery',
  'delivered',
];
const athome: readonly Step[] = ['accepted', 'sorted', 'out_for_delivery', 'delivered'];
const border: readonly Step[] = ['departed', 'arrived', 'customs', 'held', 'cleared'];

const isAtHome = ({ from, to }: Pick<Parcel, 'from' | 'to'>): boolean => from.country === to.country;
const wayOf = (parcel: Pick<Parcel, 'from' | 'to'>): readonly Step[] => (isAtHome(parcel) ? athome : abroad);

/** Whether there is such a step between these two places: a border between two countries, a sorting centre within one. */
export const isOnTheWay = (parcel: Parcel, step: Step): boolean =>
  isAtHome(parcel) ? !border.includes(step) : step !== 'sorted';

/** Who moves parcels without looking where they go: within one country none leaves it, it is only sorted. */
export const stepFor = (parcel: Parcel, asked: Step): Step =>
  isOnTheWay(parcel, asked) ? asked : isAtHome(parcel) ? 'sorted' : 'departed';

/** Hours from the scan before (or from the first word of the parcel) until this one, at the usual pace. */
const hours: Record<Step, number> = {
  accepted: 12,
  sorted: 24,
  departed: 36,
  arrived: 72,
  customs: 8,
  held: 6,
  cleared: 24,
  out_for_delivery: 40,
  attempt_failed: 6,
  delivered: 6,
  returned: 240,
  lost: 48,
};

/** What a parcel does next when nobody moves it; nothing after its end. The number decides its luck: the same parcel, the same way. */
export function nextStep(parcel: Parcel): { step: Step; afterMs: number } | undefined {
  const done = parcel.events.map(({ step }) => step);
  const step = stepAfter(parcel, done);
  if (!step) return undefined;
  const jitter = 0.8 + 0.4 * chance(`${parcel.number}/${step}/${done.length}`);
  const express = /express/i.test(parcel.service) ? 0.5 : 1;
  return { step, afterMs: hours[step] * 3_600_000 * jitter * express };
}

function stepAfter(parcel: Parcel, done: Step[]): Step | undefined {
  const last = done.at(-1);
  if (last === 'delivered' || last === 'returned' || last === 'lost') return undefined;
  const luck = chance(parcel.number);
  if (last === 'customs' && luck > 0.92) return 'held';
  if (last === 'held') return 'cleared';
  // Somebody is out, one time in twenty; the next day they are in.
  if (last === 'out_for_delivery' && luck < 0.05 && !done.includes('attempt_failed')) return 'attempt_failed';
  if (last === 'attempt_failed') return 'out_for_delivery';
  const way = wayOf(parcel);
  return way[way.findLastIndex((step) => done.includes(step)) + 1];
}

/** The scans that lie between where a parcel is and where it is moved to, the last one included. */
export function stepsTo(parcel: Parcel, to: Step): Step[] {
  const way = wayOf(parcel);
  const reached = way.findLastIndex((step) => parcel.events.some((event) => event.step === step));
  const until = way.indexOf(before[to] ?? to);
  const between = until > reached ? way.slice(reached + 1, until + 1) : [];
  return between.at(-1) === to ? [...between] : [...between, to];
}

/** A step off the usual way comes after one on it: nobody is out before the parcel is out for delivery. */
const before: Partial<Record<Step, Step>> = {
  held: 'customs',
  attempt_failed: 'out_for_delivery',
  returned: 'accepted',
  lost: 'accepted',
};

/** Whether a parcel has gone through there; only out for delivery comes again, after somebody was out. */
export function isPast(parcel: Parcel, to: Step): boolean {
  if (to === 'out_for_delivery' && parcel.status === 'attempt_failed') return false;
  const way = wayOf(parcel);
  const reached = way.findLastIndex((step) => parcel.events.some((event) => event.step === step));
  return way.includes(to) && way.indexOf(to) <= reached;
}
