/** The box that the pieces of an order need, as far as it can be said without packing them. */
import type { Size } from './rating.ts';

/** Pieces lie flat, one on another: the largest length and width, the sum of the heights. At least a millimetre each way. */
export function packed(pieces: readonly Size[]): number[] {
  const flat = pieces.map((piece) => [...piece].sort((a, b) => b - a) as [number, number, number]);
  const most = (n: 0 | 1) => Math.max(1, ...flat.map((piece) => piece[n]));
  const box = [
    most(0),
    most(1),
    Math.max(
      1,
      flat.reduce((total, piece) => total + piece[2], 0),
    ),
  ];
  return box.sort((a, b) => b - a).map((side) => Math.min(10_000, Math.ceil(side)));
}
