/** The arithmetic of check digits that several numbers share. Texts hold digits only unless said otherwise. */

/** The sum of digits times weights; weights beyond the digits count nothing. */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index] ?? 0), 0);
}

/** Weights that fall by one: falling(8) is 8, 7, … 2, 1. */
export const falling = (from: number, to = 1): number[] =>
  Array.from({ length: from - to + 1 }, (_, index) => from - index);

/** Every second digit from the right is doubled, and the digits of all of it are added. */
export function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}

export const luhnRight = (digits: string): boolean => luhnSum(digits) % 10 === 0;

/** The rest by 97 of a text of digits and letters, where A counts 10 and Z 35 (ISO 7064). */
export function rest97(text: string): number {
  let rest = 0;
  for (const sign of text) {
    const value = parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** ISO 7064 mod 11,10: the last digit checks the others. */
export function mod11And10Right(digits: string): boolean {
  let rest = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (rest + Number(digit)) % 10 || 10;
    rest = (sum * 2) % 11;
  }
  return (11 - rest) % 10 === Number(digits.at(-1));
}
