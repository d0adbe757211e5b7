import type { Money } from '#kernel/money';

/** From so many pieces on, one costs so much. */
export interface Tier {
  readonly from: number;
  readonly minor: bigint;
}

/** What is priced by the piece, in steps; the first step is the minimum order. */
interface Priced {
  readonly currency: string;
  readonly tiers: readonly Tier[];
}

/** The price of one piece when so many are bought. Fewer than the minimum are priced as the minimum is. */
export function priceAt({ currency, tiers }: Priced, quantity: number): Money {
  let price = tiers[0]!.minor;
  for (const tier of tiers) if (quantity >= tier.from) price = tier.minor;
  return { currency, minor: price };
}

/** Tiers as the two columns that hold them. */
export function tiersOf(from: readonly number[], minor: readonly bigint[]): Tier[] {
  return from.map((start, n) => ({ from: start, minor: minor[n]! }));
}

/** The last digit of a bar code proves the others: weights 3 and 1 in turn from the right (GS1 General Specifications 7.9). */
export function isGtin(text: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(text)) return false;
  let sum = 0;
  for (let n = 0; n < text.length; n++) sum += Number(text[text.length - 1 - n]) * (n % 2 === 0 ? 1 : 3);
  return sum % 10 === 0;
}
