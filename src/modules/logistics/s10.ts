/** The Universal Postal Union's identifier of an item (standard S10): two letters, eight digits, a check digit, the issuing post's country. */

const weights = [8, 6, 4, 2, 3, 5, 9, 7];

/** c = 11 − (Σ digit × weight mod 11), where 10 is written 0 and 11 is written 5. */
export function s10CheckDigit(serial: string): number {
  const sum = weights.reduce((total, weight, n) => total + weight * Number(serial[n]), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 0 : check === 11 ? 5 : check;
}

/** Whether the text, without spaces and in capitals, is such an identifier and its check digit fits. */
export function isS10(number: string, isCountry: (code: string) => boolean): boolean {
  const [, serial, check, country] = /^[A-Z]{2}(\d{8})(\d)([A-Z]{2})$/.exec(number) ?? [];
  return serial !== undefined && Number(check) === s10CheckDigit(serial) && isCountry(country!);
}
