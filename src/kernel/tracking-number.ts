import { isCountry } from './address-form.ts';
import { weighted } from './check-digits.ts';
import { ok, refuse, type Result } from './result.ts';

/** A postal item's number by the standard S10 of the Universal Postal Union: RB 12345678 5 GB. */
export interface PostalItem {
  /** What kind of service: R registered, E express, C parcel, L tracked letter, V insured, U untracked … */
  readonly service: string;
  /** Eight digits, not given again within twelve months. */
  readonly serial: string;
  /** The country of the post that issued it, not necessarily of the sender. */
  readonly country: string;
}

export type TrackingNumberRefusal =
  | { no: 'tracking_number_missing' }
  | { no: 'tracking_number_not_readable'; example: string }
  | { no: 'tracking_number_check_digit_wrong' }
  | { no: 'tracking_number_country_unknown'; country: string };

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** The number of a postal item: service 'RB', serial 47312482, country 'CN' make RB473124829CN. */
export function makeTrackingNumber(service: string, serial: number, country: string): string {
  if (!/^[A-Z]{2}$/.test(service)) throw new RangeError(`not a service indicator: ${service}`);
  if (!Number.isInteger(serial) || serial < 0 || serial > 99_999_999) throw new RangeError(`not a serial: ${serial}`);
  if (!isCountry(country)) throw new RangeError(`no such country: ${country}`);

  const digits = String(serial).padStart(8, '0');
  return `${service}${digits}${checkDigit(digits)}${country}`;
}

/** Reads a postal item's number, with or without spaces. */
export function readTrackingNumber(text: string): Result<PostalItem & { number: string }, TrackingNumberRefusal> {
  const number = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (number === '') return refuse({ no: 'tracking_number_missing' });

  const [, service = '', serial = '', check = '', country = ''] =
    /^([A-Z]{2})(\d{8})(\d)([A-Z]{2})$/.exec(number) ?? [];
  if (service === '') return refuse({ no: 'tracking_number_not_readable', example: 'RB123456785GB' });
  if (checkDigit(serial) !== check) return refuse({ no: 'tracking_number_check_digit_wrong' });
  if (!isCountry(country)) return refuse({ no: 'tracking_number_country_unknown', country });

  return ok({ number, service, serial, country });
}

/** 11 less the rest of the weighted sum by 11; 10 is written 0 and 11 is written 5. */
function checkDigit(serial: string): string {
  const check = 11 - (weighted(serial, WEIGHTS) % 11);
  return check === 10 ? '0' : check === 11 ? '5' : String(check);
}
