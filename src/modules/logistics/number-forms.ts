/** What carriers' numbers look like, and their check digits. Each takes a number without spaces, in capitals. */
import { isS10 } from './s10.ts';

export const looks = (pattern: RegExp) => (number: string) => pattern.test(number);
export const s10Of = (country: string) => (number: string) => number.endsWith(country) && isS10(number, () => true);

/** Digits at even and odd places, from the left, times their weight; the last digit fills up to the next ten. */
export function fillsTen(number: string, { first, second }: { first: number; second: number }): boolean {
  const body = Array.from(number.slice(0, -1), (sign) =>
    /\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 3) % 10,
  );
  const sum = body.reduce((total, digit, n) => total + digit * (n % 2 === 0 ? first : second), 0);
  return (10 - (sum % 10)) % 10 === Number(number.at(-1));
}

export function fedexExpress(number: string): boolean {
  if (!/^\d{12}$/.test(number)) return false;
  const weights = [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1];
  const sum = weights.reduce((total, weight, n) => total + weight * Number(number[n]), 0);
  return (sum % 11) % 10 === Number(number[11]);
}

export const dhlExpress = (number: string) =>
  /^\d{10,11}$/.test(number) && BigInt(number.slice(0, -1)) % 7n === BigInt(number.at(-1)!);
export const upsNumber = (number: string) =>
  /^1Z[A-Z0-9]{15}\d$/.test(number) && fillsTen(number.slice(2), { first: 1, second: 2 });
export const uspsNumber = (number: string) =>
  (/^(\d{20}|9[1-5]\d{20})$/.test(number) && fillsTen(number, { first: 3, second: 1 })) || s10Of('US')(number);

/** ISO 7064, mod 37,36: the last sign is a check letter or digit. */
export function dpdNumber(number: string): boolean {
  if (!/^(\d{14}|[A-Z0-9]{27})[A-Z0-9]$/.test(number)) return /^\d{14}$/.test(number);
  const rest = Array.from(number.slice(0, -1)).reduce(
    (sum, sign) => (((sum + Number.parseInt(sign, 36)) % 36 || 36) * 2) % 37,
    36,
  );
  return (37 - rest) % 36 === Number.parseInt(number.at(-1)!, 36);
}
