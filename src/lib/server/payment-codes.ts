/** Slips and codes as pictures: drawn on the server, so that they print and are scanned without JavaScript. */
import { toSVG } from 'bwip-js/node';
import type { PixCode, Slip } from '#modules/payments';

/** The slip's bar code (Febraban: interleaved 2 of 5, 44 digits) as SVG. */
export function drawSlip({ barcode }: Pick<Slip, 'barcode'>): string {
  return toSVG({ bcid: 'interleaved2of5', text: barcode, height: 13, scaleX: 2 });
}

export function drawPix({ emv }: Pick<PixCode, 'emv'>): string {
  return toSVG({ bcid: 'qrcode', text: emv, scale: 3 });
}
