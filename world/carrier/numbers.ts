import type { Address } from './parcel.ts';

const weights = [8, 6, 4, 2, 3, 5, 9, 7];

/** UPU S10: LZ, eight digits, a check digit, the country that issues it. */
export function newNumber(serial: number, country: string): string {
  const digits = String(serial).padStart(8, '0');
  return `LZ${digits}${checkDigit(digits)}${country}`;
}

/** 11 − Σ mod 11; 10 becomes 0 and 11 becomes 5. */
export function checkDigit(serial: string): number {
  const check = 11 - ([...serial].reduce((sum, digit, i) => sum + Number(digit) * weights[i]!, 0) % 11);
  return check === 10 ? 0 : check === 11 ? 5 : check;
}

/** For the sorting belt: country, then the part of the postal code that says the region. */
export function routingCode({ country, postal_code = '' }: Address): string {
  const region = postal_code
    .replace(/[^0-9A-Z]/gi, '')
    .toUpperCase()
    .slice(0, 3);
  return `${country}-${region || '000'}`;
}
