/**
 * The carriers that a store may hand its parcels to, and what their numbers look like. A mistyped digit is found here
 * where the number has a check digit. Shapes: each carrier's own documents; UPU S10; jkeen/tracking_number_data@b79ce4bf.
 */
import { isCountry } from '#kernel/place';
import { isS10 } from './s10.ts';

export interface Carrier {
  readonly code: string;
  readonly name: string;
  /** A number as people may know it, to show beside a refusal. */
  readonly example: string;
  readonly fits: (number: string) => boolean;
  /** Whether somebody tells us where its parcels are. */
  readonly tracked: boolean;
  /** Where people may look themselves; the number takes the place of `{}`. */
  readonly page?: string;
}

const looks = (pattern: RegExp) => (number: string) => pattern.test(number);
const s10Of = (country: string) => (number: string) => number.endsWith(country) && isS10(number, () => true);

/** Digits at even and odd places, from the left, times their weight; the last digit fills up to the next ten. */
function fillsTen(number: string, { first, second }: { first: number; second: number }): boolean {
  const body = [...number.slice(0, -1)].map((sign) => (/\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 3) % 10));
  const sum = body.reduce((total, digit, n) => total + digit * (n % 2 === 0 ? first : second), 0);
  return (10 - (sum % 10)) % 10 === Number(number.at(-1));
}

function fedexExpress(number: string): boolean {
  if (!/^\d{12}$/.test(number)) return false;
  const weights = [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1];
  const sum = weights.reduce((total, weight, n) => total + weight * Number(number[n]), 0);
  return (sum % 11) % 10 === Number(number[11]);
}

const dhlExpress = (number: string) =>
  /^\d{10,11}$/.test(number) && BigInt(number.slice(0, -1)) % 7n === BigInt(number.at(-1)!);
const upsNumber = (number: string) =>
  /^1Z[A-Z0-9]{15}\d$/.test(number) && fillsTen(number.slice(2), { first: 1, second: 2 });
const uspsNumber = (number: string) =>
  (/^(\d{20}|9[1-5]\d{20})$/.test(number) && fillsTen(number, { first: 3, second: 1 })) || s10Of('US')(number);

/** ISO 7064, mod 37,36: the last sign is a check letter or digit. */
function dpdNumber(number: string): boolean {
  if (!/^(\d{14}|[A-Z0-9]{27})[A-Z0-9]$/.test(number)) return /^\d{14}$/.test(number);
  const rest = [...number.slice(0, -1)].reduce(
    (sum, sign) => (((sum + Number.parseInt(sign, 36)) % 36 || 36) * 2) % 37,
    36,
  );
  return (37 - rest) % 36 === Number.parseInt(number.at(-1)!, 36);
}

/** Ours: the line's parcels are booked, never typed in. */
export const meridian = 'meridian';

const all: readonly Carrier[] = [
  {
    code: meridian,
    name: 'Meridian Line',
    example: 'LM000000015CN',
    fits: (number) => isS10(number, isCountry),
    tracked: true,
  },
  {
    code: 'post',
    name: 'Post (registered or tracked)',
    example: 'RB123456785GB',
    fits: (number) => isS10(number, isCountry),
    tracked: true,
  },
  {
    code: 'correios',
    name: 'Correios',
    example: 'LB123456785BR',
    fits: s10Of('BR'),
    tracked: true,
    page: 'https://rastreamento.correios.com.br/app/index.php?objetos={}',
  },
  {
    code: 'ems_china',
    name: 'EMS China',
    example: 'EA123456785CN',
    fits: (number) => number.startsWith('E') && s10Of('CN')(number),
    tracked: true,
    page: 'https://www.ems.com.cn/',
  },
  {
    code: 'usps',
    name: 'USPS',
    example: '9400111206206406260787',
    fits: uspsNumber,
    tracked: true,
    page: 'https://tools.usps.com/go/TrackConfirmAction?tLabels={}',
  },
  {
    code: 'dhl',
    name: 'DHL Express',
    example: '3318810025',
    fits: (number) => dhlExpress(number) || /^J[A-Z]{2,3}\d{10,18}$/.test(number),
    tracked: true,
    page: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id={}',
  },
  {
    code: 'ups',
    name: 'UPS',
    example: '1Z5R89390357567127',
    fits: upsNumber,
    tracked: true,
    page: 'https://www.ups.com/track?tracknum={}',
  },
  {
    code: 'fedex',
    name: 'FedEx',
    example: '986578788855',
    fits: (number) => fedexExpress(number) || (/^\d{15}$/.test(number) && fillsTen(number, { first: 1, second: 3 })),
    tracked: true,
    page: 'https://www.fedex.com/fedextrack/?trknbr={}',
  },
  {
    code: 'dpd',
    name: 'DPD',
    example: '09980000020033F',
    fits: dpdNumber,
    tracked: true,
    page: 'https://tracking.dpd.de/parcelstatus?query={}',
  },
  {
    code: 'yunexpress',
    name: 'YunExpress',
    example: 'YT2229521272164446',
    fits: looks(/^YT\d{16}$/),
    tracked: true,
    page: 'https://www.yuntrack.com/parcelTracking?id={}',
  },
  {
    code: 'yanwen',
    name: 'Yanwen',
    example: 'UA123456789YP',
    fits: looks(/^[A-Z]{2}\d{9}YP$/),
    tracked: true,
    page: 'https://track.yw56.com.cn/en/querydel?nums={}',
  },
  {
    code: 'cainiao',
    name: 'Cainiao',
    example: 'LP00123456789012',
    fits: looks(/^(LP\d{14,16}|CNG\d{14,17}|CNF[A-Z]{2}\d{16,20})$/),
    tracked: true,
    page: 'https://global.cainiao.com/newDetail.htm?mailNoList={}',
  },
  {
    code: 'fourpx',
    name: '4PX',
    example: '4PX0000000000001CN',
    fits: looks(/^4PX\d{13}CN$/),
    tracked: true,
    page: 'https://track.4px.com/#/result/0/{}',
  },
  {
    code: 'sf',
    name: 'SF Express',
    example: 'SF0123456789012',
    fits: looks(/^SF\d{12,13}$/),
    tracked: true,
    page: 'https://www.sf-international.com/us/en/dynamic_function/waybill/#search/bill-number/{}',
  },
  {
    code: 'aramex',
    name: 'Aramex',
    example: '30123456789',
    fits: looks(/^\d{10,12}$/),
    tracked: true,
    page: 'https://www.aramex.com/track/results?ShipmentNumber={}',
  },
  {
    code: 'other',
    name: 'Another carrier, not followed',
    example: 'A1234',
    fits: looks(/^[A-Z0-9/-]{4,40}$/),
    tracked: false,
  },
];
const byCode = new Map(all.map((carrier) => [carrier.code, carrier]));

/** All but the line's own, in the order in which a form shows them. */
export const carriers: readonly Carrier[] = all.filter(({ code }) => code !== meridian);

export const carrierOf = (code: string): Carrier | undefined => byCode.get(code);

/** As carriers print it: no spaces, capitals. Two spellings of one number are one number. */
export const cleanNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\u200b.]/g, '')
    .toUpperCase();

/** Where people may follow the parcel at the carrier's own page. */
export const trackingPage = (code: string, number: string): string | null =>
  byCode.get(code)?.page?.replace('{}', encodeURIComponent(number)) ?? null;
