import { ok, refuse, type Result } from './result.ts';

/**
 * The currencies in use (ISO 4217, state of 2026-11) by the number of digits after the point. Providers deviate for some
 * of them (ISK, UGX, HUF, TWD): that is the provider's own table, not this one.
 */
const inUse: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE
      CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR
      KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB
      PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY
      TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
};

/** Units of account: amounts may be stated in them, nobody pays with them. */
const unitsOfAccount: Readonly<Record<string, number>> = { CLF: 4, UYI: 0, UYW: 4 };

/** Withdrawn: digits, the first day it was no longer money, what took its place. Old books can still be read. */
const withdrawn: Readonly<Record<string, { digits: number; since: string; use: string }>> = {
  BGN: { digits: 2, since: '2026-01-01', use: 'EUR' },
  ANG: { digits: 2, since: '2025-07-01', use: 'XCG' },
  ZWL: { digits: 2, since: '2024-09-01', use: 'ZWG' },
  SLL: { digits: 2, since: '2024-01-01', use: 'SLE' },
  HRK: { digits: 2, since: '2023-01-01', use: 'EUR' },
  CUC: { digits: 2, since: '2021-07-01', use: 'CUP' },
  VEF: { digits: 2, since: '2018-08-20', use: 'VES' },
  MRO: { digits: 2, since: '2018-01-01', use: 'MRU' },
  STD: { digits: 2, since: '2018-01-01', use: 'STN' },
  BYR: { digits: 0, since: '2016-07-01', use: 'BYN' },
  LTL: { digits: 2, since: '2015-01-01', use: 'EUR' },
  LVL: { digits: 2, since: '2014-01-01', use: 'EUR' },
  EEK: { digits: 2, since: '2011-01-01', use: 'EUR' },
  SKK: { digits: 2, since: '2009-01-01', use: 'EUR' },
  CYP: { digits: 2, since: '2008-01-01', use: 'EUR' },
  MTL: { digits: 2, since: '2008-01-01', use: 'EUR' },
  SIT: { digits: 2, since: '2007-01-01', use: 'EUR' },
  ROL: { digits: 2, since: '2005-07-01', use: 'RON' },
  TRL: { digits: 2, since: '2005-01-01', use: 'TRY' },
};

const payable = Object.entries(inUse).flatMap(([digits, codes]) =>
  codes.split(/\s+/).map((code): [string, number] => [code, Number(digits)]),
);
const digitsByCode = new Map<string, number>([
  ...payable,
  ...Object.entries(unitsOfAccount),
  ...Object.entries(withdrawn).map(([code, { digits }]): [string, number] => [code, digits]),
]);

/** What can be paid with today, in alphabetical order. */
export const currencies: readonly string[] = payable.map(([code]) => code).toSorted();

export type CurrencyRefusal =
  | { no: 'currency_not_known'; currency: string }
  | { no: 'currency_withdrawn'; currency: string; since: string; use: string };

/** Whether new amounts may be stated in the currency. Accepts small letters and spaces around, as people type. */
export function checkCurrency(text: string): Result<string, CurrencyRefusal> {
  const currency = text.trim().toUpperCase();
  if (!digitsByCode.has(currency)) return refuse({ no: 'currency_not_known', currency: text });

  const gone = withdrawn[currency];
  if (gone) return refuse({ no: 'currency_withdrawn', currency, since: gone.since, use: gone.use });

  return ok(currency);
}

/** Digits after the point: 2 for EUR, 0 for JPY, 3 for KWD. An unknown code is a bug: text from outside is checked first. */
export function digitsOf(currency: string): number {
  const digits = digitsByCode.get(currency);
  if (digits === undefined) throw new Error(`no such currency: ${currency}`);
  return digits;
}

/** The largest amount a bigint column holds. */
export const largestMinor = 2n ** 63n - 1n;
