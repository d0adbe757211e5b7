/** What some parcels would cost by a card, for whoever writes one. */
import { breakOf } from './lines.ts';
import type { CardText } from './lines.ts';
import { priceOnLine, whyNotCarried } from './rating.ts';

/** Grams and millimetres: a letter box's, a shoe box's, and one of five kilograms. */
export const exampleParcels = [
  { grams: 250, sizeMm: [200, 150, 30] },
  { grams: 1000, sizeMm: [330, 190, 120] },
  { grams: 5000, sizeMm: [400, 300, 200] },
] as const;

/** In minor units, in the order of the examples; undefined where the line does not carry it, or has no price in that currency. */
export function examplePrices(card: CardText, currency: string): (bigint | undefined)[] {
  const rates = { ...card, breaks: card.breaks.map(breakOf) };
  return exampleParcels.map(({ grams, sizeMm }) => {
    const parcel = { grams, sizeMm: [[...sizeMm] as [number, number, number]], battery: false };
    return whyNotCarried(parcel, rates) ? undefined : priceOnLine(parcel, rates, currency);
  });
}
