/** Telephone numbers as the world dials them: E.164, a plus sign and at most fifteen digits. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';

export type PhoneRefusal = { no: 'phone_is_wrong'; example: string };

/** Country codes of the International Telecommunication Union, for numbers that were typed without one. */
const codes: Record<string, string> = {
  AE: '971',
  AR: '54',
  AT: '43',
  AU: '61',
  BE: '32',
  BG: '359',
  BR: '55',
  CA: '1',
  CH: '41',
  CL: '56',
  CN: '86',
  CO: '57',
  CY: '357',
  CZ: '420',
  DE: '49',
  DK: '45',
  EE: '372',
  EG: '20',
  ES: '34',
  FI: '358',
  FR: '33',
  GB: '44',
  GR: '30',
  HK: '852',
  HR: '385',
  HU: '36',
  ID: '62',
  IE: '353',
  IL: '972',
  IN: '91',
  IT: '39',
  JP: '81',
  KR: '82',
  KZ: '7',
  LT: '370',
  LU: '352',
  LV: '371',
  MA: '212',
  MT: '356',
  MX: '52',
  MY: '60',
  NG: '234',
  NL: '31',
  NO: '47',
  NZ: '64',
  PE: '51',
  PH: '63',
  PK: '92',
  PL: '48',
  PT: '351',
  RO: '40',
  RS: '381',
  RU: '7',
  SA: '966',
  SE: '46',
  SG: '65',
  SI: '386',
  SK: '421',
  TH: '66',
  TR: '90',
  TW: '886',
  UA: '380',
  US: '1',
  UY: '598',
  VN: '84',
  ZA: '27',
};

/** Reads a number in any writing: spaces, dashes, brackets, 00 for the plus. Without a country code it is one of `country`. */
export function checkPhone(text: string, country: string): Result<string, PhoneRefusal> {
  const typed = text.normalize('NFKC').trim();
  const code = codes[country];
  const example = `+${code ?? '55'} 11 2345 6789`;
  const wrong = refuse({ no: 'phone_is_wrong', example });
  if (!/^\+?[\d\s().\-/]+$/.test(typed)) return wrong;
  const digits = typed.replace(/\(0\)/g, '').replace(/\D/g, '');
  let number: string | undefined;
  if (typed.startsWith('+')) number = digits;
  else if (digits.startsWith('00')) number = digits.slice(2);
  // Italy keeps the first zero of its lines, everybody else dials it only at home.
  else if (code) number = code + (country === 'IT' ? digits : digits.replace(/^0/, ''));
  return number && /^[1-9]\d{6,14}$/.test(number) ? ok(`+${number}`) : wrong;
}
