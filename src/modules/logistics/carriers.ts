/**
 * The carriers that a store may hand its parcels to, and what their numbers look like. A mistyped digit is found here
 * where the number has a check digit. Shapes: each carrier's own documents; UPU S10; jkeen/tracking_number_data@b79ce4bf.
 */
import { isCountry } from '#kernel/place';
import { dhlExpress, dpdNumber, fedexExpress, fillsTen, looks, s10Of, upsNumber, uspsNumber } from './number-forms.ts';
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
