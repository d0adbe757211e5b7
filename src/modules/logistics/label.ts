import { readFileSync } from 'node:fs';
import { isId } from '#kernel/id';
import { add, plain } from '#kernel/money';
import type { Money } from '#kernel/money';
import { dayOf } from '#kernel/period';
import { isStaff, worksFor } from '#platform/actor';
import { familiesFor, print } from '#platform/paper';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { linesOf } from './lines.ts';
import type { PostalAddress } from './shipment.ts';
import { printedLines } from './told-address.ts';

interface LabelRow {
  store: string;
  reference: string;
  line: string | null;
  number: string | null;
  routing_code: string | null;
  sender: PostalAddress;
  addressee: PostalAddress;
  grams: number | null;
  contents: KeptContent[];
  created_at: Date;
  withdrawn_at: Date | null;
}

/** As JSON keeps it: the amount is text. */
interface KeptContent {
  description: string;
  hs: string;
  origin: string;
  quantity: number;
  value: { currency: string; minor: string };
  grams?: number;
}

/**
 * The label of a line's parcel as a PDF of 100 × 150 mm, with what its contents are; more sheets when they do not fit.
 * For those who ship the store's orders, and the desk. Undefined while there is no number, or the label was withdrawn.
 */
export async function labelPdf(ask: Asking, { shipment }: { shipment: string }): Promise<Uint8Array | undefined> {
  return (await labelsPdf(ask, { shipments: [shipment] }))?.pdf;
}

/** Many labels as one PDF, in the order in which they are asked for; those that cannot be printed are left out. */
export async function labelsPdf(
  ask: Asking,
  { shipments }: { shipments: readonly string[] },
): Promise<{ pdf: Uint8Array; labels: number } | undefined> {
  const wanted = shipments.filter(isId);
  const rows = await ask.many<LabelRow & { shipment: string }>(sql`
    select shipment, store, reference, line, number, routing_code, sender, addressee, grams, contents, created_at, withdrawn_at
      from logistics.shipments where shipment = any(${wanted}::uuid[]) and by = 'line'`);
  const lines = await linesOf(ask);
  const parcels = wanted.flatMap((shipment) => {
    const row = rows.find((one) => one.shipment === shipment);
    if (!row || row.number === null || row.withdrawn_at) return [];
    if (!worksFor(ask.by, row.store, 'orders') && !isStaff(ask.by, 'orders')) return [];
    const service = lines.find((one) => one.line === row.line)?.name ?? '';
    return [{ parcel: { ...row, number: row.number }, service }];
  });
  return parcels.length === 0 ? undefined : { pdf: await printLabels(parcels), labels: parcels.length };
}

type Booked = Omit<LabelRow, 'number'> & { number: string };

/** Prints what is on the label. The same parcel gives the same bytes. */
export async function printLabel(parcel: Booked, service: string): Promise<Uint8Array> {
  return printLabels([{ parcel, service }]);
}

async function printLabels(all: readonly { parcel: Booked; service: string }[]): Promise<Uint8Array> {
  const { toSVG } = await import('bwip-js/node');
  const labels = all.map(({ parcel, service }) => ({
    ...labelOf(parcel, parcel.number, service),
    barcode: toSVG({ bcid: 'code128', text: parcel.number, height: 12, includetext: false }),
    families: familiesFor(parcel.addressee.country === 'JP' ? 'ja' : 'en'),
  }));
  return print(source, { labels: JSON.stringify(labels) }, all[0]!.parcel.created_at);
}

const source = readFileSync(new URL('./label.typ', import.meta.url), 'utf8');

function labelOf(row: Omit<LabelRow, 'number'>, number: string, service: string) {
  const to = written(printedLines(row.addressee, row.sender.country));
  const values = row.contents.map(({ value }): Money => ({ currency: value.currency, minor: BigInt(value.minor) }));
  const total = values.reduce<Money | undefined>((sum, value) => (sum ? add(sum, value) : value), undefined);
  return {
    service,
    carrierLine: 'Tracked parcel · Colis avec suivi',
    country: row.addressee.country,
    number,
    spacedNumber: number.replace(/^([A-Z]{2})(\d{3})(\d{3})(\d{3})([A-Z]{2})$/, '$1 $2 $3 $4 $5'),
    routing: row.routing_code ?? row.addressee.country,
    reference: row.reference === '' ? '—' : row.reference,
    from: written(printedLines(row.sender, row.addressee.country)),
    to,
    toSize: sizeFor(to.map(({ text }) => text)),
    phone: row.addressee.phone ?? '',
    weight: `${kilograms(row.grams ?? 0)} kg`,
    contents: row.contents.map((one, n) => contentOf(one, values[n]!)),
    totalKg: kilograms(row.grams ?? 0),
    totalValue: total ? amount(total) : '',
    date: dayOf(row.created_at),
    footer: `${number} · ${service}`,
  };
}

/** One line of the declaration. The HS code in six digits, as the postal union's messages have it. */
function contentOf({ description, quantity, grams, hs, origin }: KeptContent, value: Money) {
  const short = description.length > 90 ? `${description.slice(0, 89)}…` : description;
  return {
    description: short,
    quantity: String(quantity),
    kg: grams === undefined ? '' : kilograms(grams),
    value: amount(value),
    hs: hs.replace(/\D/g, '').slice(0, 6),
    origin,
  };
}

const amount = (value: Money) => `${plain(value)} ${value.currency}`;
const kilograms = (grams: number) => (grams / 1000).toFixed(3);

/** Lines that begin in Arabic, Hebrew, Persian or Urdu are written from the right. */
function written(lines: readonly string[]): { text: string; rtl: boolean }[] {
  const fromRight = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
  return lines.map((text) => ({ text, rtl: fromRight.test(text) }));
}

/** The type size in points at which the address fits its field of 92 × 31 mm; wide signs count twice. */
function sizeFor(lines: readonly string[]): number {
  const widthOf = (text: string) =>
    [...text].reduce(
      (sum, sign) => sum + (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/.test(sign) ? 2 : 1),
      0,
    );
  const rowsAt = (size: number) =>
    lines.reduce((rows, text) => rows + Math.ceil((widthOf(text) * size * 0.5) / 260), 0);
  return [12, 11, 10, 9, 8, 7].find((size) => rowsAt(size) * size * 1.26 <= 87) ?? 6;
}
