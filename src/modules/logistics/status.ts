/**
 * Where a parcel is, read from its scans. Scans are told late, twice and in any order, so nothing is kept but the scans,
 * and this is worked out anew from all of them each time.
 */

/** The canonical states of a parcel, in the order in which a parcel usually passes through them. */
export const parcelStates = [
  'created',
  'info_received',
  'accepted',
  'in_transit',
  'export_customs',
  'departed_origin',
  'arrived_dest',
  'import_customs',
  'customs_hold',
  'out_for_delivery',
  'attempt_failed',
  'available_for_pickup',
  'exception',
  'returning',
  'delivered',
  'returned',
  'lost',
] as const;
export type ParcelState = (typeof parcelStates)[number];

/** Nothing follows but a correction. */
export const ends: readonly ParcelState[] = ['delivered', 'returned', 'lost'];

/** States in which nobody has the parcel in hand yet, or any more. */
const unseen: readonly ParcelState[] = ['created', 'info_received', 'exception', 'lost'];

/**
 * The codes of UPU's EMSEVT V3, and the two of the line's own, in the order in which scans of the same minute are read.
 * A code that is not here is shown in the timeline and changes nothing.
 */
const codes: readonly (readonly [string, ParcelState])[] = [
  ['EMA', 'accepted'],
  ['EMB', 'in_transit'],
  ['EXA', 'export_customs'],
  ['EXB', 'customs_hold'],
  ['EXC', 'in_transit'],
  ['EXD', 'exception'],
  ['EMC', 'departed_origin'],
  ['EMJ', 'in_transit'],
  ['EMK', 'in_transit'],
  ['EMD', 'arrived_dest'],
  ['EDA', 'exception'],
  ['EDB', 'import_customs'],
  ['EME', 'customs_hold'],
  ['EDC', 'in_transit'],
  ['EMF', 'in_transit'],
  ['EDD', 'in_transit'],
  ['EDE', 'in_transit'],
  ['EDF', 'exception'],
  ['EMG', 'in_transit'],
  ['EDH', 'available_for_pickup'],
  ['EDG', 'out_for_delivery'],
  ['EMH', 'attempt_failed'],
  ['EMI', 'delivered'],
  ['RTN', 'returning'],
  ['RTS', 'returned'],
  ['LST', 'lost'],
  ['EXX', 'exception'],
];
const readings = new Map(codes.map(([code, state], rank) => [code, { state, rank }]));

/** What a carrier's code means; undefined for one that we do not know. A canonical state's own name is taken too. */
export function readCode(code: string): ParcelState | undefined {
  return readings.get(code)?.state ?? parcelStates.find((state) => state === code);
}

export interface Scan {
  readonly code: string;
  readonly status: ParcelState | null;
  readonly at: Date;
  /** Says that an end which came before was none. */
  readonly corrects: boolean;
}

export interface Followed {
  readonly state: ParcelState;
  readonly acceptedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly returnedAt: Date | null;
  readonly lostAt: Date | null;
  readonly lastEventAt: Date | null;
}

/** As the parcel went: by the time of the scan, and in the usual order within the same moment. */
export function inOrder<S extends Scan>(scans: readonly S[]): S[] {
  const rank = (scan: Scan) =>
    readings.get(scan.code)?.rank ?? (scan.status ? parcelStates.indexOf(scan.status) : codes.length);
  return [...scans].sort((a, b) => a.at.getTime() - b.at.getTime() || rank(a) - rank(b));
}

/**
 * Follows the scans. An end is left only by a correction; a lost parcel also by a scan that finds it. That the papers
 * came (`info_received`) says nothing once the parcel itself was seen.
 */
export function follow(scans: readonly Scan[]): Followed {
  const ordered = inOrder(scans);
  let state: ParcelState = 'created';
  let ended: Date | null = null;
  for (const { status, at, corrects } of ordered) {
    if (!status || !mayFollow(state, status, corrects)) continue;
    if (status !== state) ended = ends.includes(status) ? at : null;
    state = status;
  }
  return {
    state,
    acceptedAt: ordered.find(({ status }) => status && !unseen.includes(status))?.at ?? null,
    deliveredAt: state === 'delivered' ? ended : null,
    returnedAt: state === 'returned' ? ended : null,
    lostAt: state === 'lost' ? ended : null,
    lastEventAt: ordered.at(-1)?.at ?? null,
  };
}

function mayFollow(state: ParcelState, next: ParcelState, corrects: boolean): boolean {
  if (corrects) return true;
  if (state === 'lost') return !unseen.includes(next);
  if (ends.includes(state)) return false;
  return next !== 'info_received' || unseen.includes(state);
}
