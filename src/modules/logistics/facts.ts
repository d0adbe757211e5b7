/** What this department announces: each at most once for a shipment. `at` is the scan's time, or now if the carrier's clock is ahead. */
import { fact } from '#platform/facts';

export interface ParcelFact {
  shipment: string;
  order: string;
  /** ISO 8601. */
  at: string;
}

/** The carrier has it in hand. Announced before, and in the same breath as, a delivery whose first scan never came. */
export const parcelAccepted = fact<ParcelFact>('logistics.parcel_accepted');
export const parcelDelivered = fact<ParcelFact>('logistics.parcel_delivered');
/** It is back with the sender. */
export const parcelReturned = fact<ParcelFact>('logistics.parcel_returned');
export const parcelLost = fact<ParcelFact>('logistics.parcel_lost');
/** What had been taken as its end was not: delivered to somebody else, or a lost parcel that turned up. For people to look at. */
export const parcelCorrected = fact<ParcelFact & { from: string; to: string }>('logistics.parcel_corrected');
/** The line would not take the booking, or did not answer for hours; `why` is in its words. */
export const bookingFailed = fact<{ shipment: string; order: string; store: string; why: string }>(
  'logistics.booking_failed',
);
