/**
 * Bank slips as the provider prints them (FEBRABAN, bar code of 44 digits and line of 47). Written apart from the platform's own
 * reading of them, so that each is proof of the other.
 */
export interface Slip {
  barcode: string;
  /** Typeable, with the points and spaces that are printed. */
  line: string;
}

const dayMs = 86_400_000;

/** bank and free field are 3 and 25 digits, the due day is YYYY-MM-DD, the amount is in centavos. */
export function slipOf({ bank, due, minor, free }: { bank: string; due: string; minor: number; free: string }): Slip {
  const value = dueFactor(due) + String(minor).padStart(10, '0');
  const start = `${bank}9`;
  const check = mod11(start + value + free);
  const fields = [start + free.slice(0, 5), free.slice(5, 15), free.slice(15)].map((field) => field + mod10(field));
  const printed = fields.map((field) => `${field.slice(0, 5)}.${field.slice(5)}`);
  return { barcode: start + check + value + free, line: `${printed.join(' ')} ${check} ${value}` };
}

/** Days since 1997-10-07; after 9999 (2025-02-21) it starts again at 1000. */
export function dueFactor(due: string): string {
  const days = Math.round((Date.parse(due) - Date.UTC(1997, 9, 7)) / dayMs);
  return String(((days - 1000) % 9000) + 1000).padStart(4, '0');
}

/** Whether 44 or 47 digits can be a slip's: all check digits fit. */
export function slipHolds(digits: string): boolean {
  if (/^\d{44}$/.test(digits)) return digits[4] === mod11(digits.slice(0, 4) + digits.slice(5));
  if (!/^\d{47}$/.test(digits)) return false;
  const fields = [digits.slice(0, 10), digits.slice(10, 21), digits.slice(21, 32)];
  if (fields.some((field) => mod10(field.slice(0, -1)) !== field.at(-1))) return false;
  const free = digits.slice(4, 9) + digits.slice(10, 20) + digits.slice(21, 31);
  return slipHolds(digits.slice(0, 4) + digits.slice(32) + free);
}

/** Weights 2, 1, 2, … from the right, the digits of each product added. */
function mod10(digits: string): string {
  const sum = [...digits].reverse().reduce((total, sign, i) => {
    const product = Number(sign) * (i % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** Weights 2 to 9 from the right over the other 43 digits; 0, 10 and 11 become 1. */
function mod11(digits: string): string {
  const sum = [...digits].reverse().reduce((total, sign, i) => total + Number(sign) * (2 + (i % 8)), 0);
  const check = 11 - (sum % 11);
  return String(check > 9 ? 1 : check);
}
