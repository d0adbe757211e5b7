/** Addresses as carriers take them and as labels print them. */
import { labelLines } from '#kernel/place';
import type { ToldAddress } from './carrier-api.ts';
import type { PostalAddress } from './shipment.ts';

/** For the carrier's messages: its fields, the street in up to three lines. */
export function toldAddress({
  country,
  name,
  company,
  street,
  number,
  extra,
  district,
  city,
  region,
  postalCode,
  phone,
}: PostalAddress): ToldAddress {
  const lines = [[street, number].filter(Boolean).join(', '), extra, district].filter(
    (line) => line !== undefined && line !== '',
  );
  const told = { country, name, company, city, region, postal_code: postalCode, phone };
  return {
    ...(Object.fromEntries(Object.entries(told).filter(([, text]) => text)) as unknown as ToldAddress),
    ...(lines.length > 0 ? { lines: lines.map((line) => line!.slice(0, 200)) } : {}),
  };
}

/** For the label: lines in the form and order of the address's own country; abroad with the country below, in English. */
export function printedLines(address: PostalAddress, from: string): string[] {
  return labelLines({ ...address, street: address.street ?? '' }, from).filter((line) => line.trim() !== '');
}
