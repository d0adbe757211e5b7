/** Parcels in words: where they are, and what came of asking a line for a label. */
import type { ParcelState, ShipmentView } from '#modules/logistics';
import { parcelState } from '#lib/shop/order-words.ts';
import { t } from '#lib/words/words.ts';

/** As the list has it, where states are plain text. */
export const parcelText = (state: string): string =>
  state === 'withdrawn' ? t('desk.parcel.withdrawn') : parcelState(state as ParcelState);

export function parcelKind(state: string): 'plain' | 'note' | 'good' | 'warn' | 'bad' {
  if (state === 'delivered') return 'good';
  if (state === 'lost' || state === 'returned') return 'bad';
  if (state === 'exception' || state === 'returning' || state === 'customs_hold') return 'warn';
  return state === 'withdrawn' ? 'plain' : 'note';
}

type Booking = NonNullable<ShipmentView['booking']>;
const bookings: readonly Booking[] = ['asked', 'booked', 'refused', 'unanswered'];

export function bookingText(booking: string): string {
  const known = bookings.find((one) => one === booking);
  return known ? t(`desk.parcel.booking.${known}`) : booking;
}
