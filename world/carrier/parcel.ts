export const steps = [
  'accepted',
  'sorted',
  'departed',
  'arrived',
  'customs',
  'held',
  'cleared',
  'out_for_delivery',
  'attempt_failed',
  'delivered',
  'returned',
  'lost',
] as const;
export type Step = (typeof steps)[number];

export interface Address {
  country: string;
  name?: string;
  company?: string;
  lines?: string[];
  city?: string;
  region?: string;
  postal_code?: string;
  phone?: string;
  email?: string;
}

/** One scan. Several of one number never share code and time and place unless they are the same scan told twice. */
export interface TrackingEvent {
  number: string;
  reference: string | null;
  code: string;
  step: Step;
  says: string;
  /** With the offset of the place where it was scanned. */
  time: string;
  place: string;
  country: string;
  sequence: number;
}

/** A parcel that was handed to us (`shipment`), or one of another carrier that we were asked to follow (`tracker`). */
export interface Parcel {
  id: string;
  kind: 'shipment' | 'tracker';
  number: string;
  reference: string | null;
  service: string;
  carrier: string;
  routing_code: string | null;
  from: Address;
  to: Address;
  parcels: { weight_g: number; size_mm: [number, number, number] }[];
  contents: {
    description: string;
    hs_code: string;
    origin: string;
    quantity: number;
    value: { currency: string; minor: number };
  }[];
  status: 'created' | 'cancelled' | Step;
  created_at: string;
  events: TrackingEvent[];
  /** When it moves on by itself. */
  next: string | null;
}

/** A scan and a parcel as the API and the webhooks tell them; which step a code is, is for the receiver to know. */
export const toldEvent = ({ step: _, ...event }: TrackingEvent) => event;
export const toldParcel = ({ next: _, events, ...parcel }: Parcel) => ({ ...parcel, events: events.map(toldEvent) });
