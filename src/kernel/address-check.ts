import {
  addressForm,
  isCountry,
  regionsOf,
  type AddressField,
  type AddressFieldName,
  type Region,
} from './address-form.ts';
import { latinDigits, plainSpaces } from './number-text.ts';
import { ok, refuse, type Result } from './result.ts';

/** An address that passed the check: fields its country does not use are left out, as are empty ones. */
export interface Address {
  readonly country: string;
  readonly name: string;
  readonly company?: string;
  readonly street: string;
  /** The house number, in countries that ask for it apart. */
  readonly number?: string;
  /** Flat, floor, building: the second line. */
  readonly extra?: string;
  readonly district?: string;
  readonly city?: string;
  /** The code where regions are chosen (SP, CA, 44), else as typed. */
  readonly region?: string;
  readonly postalCode?: string;
  readonly sortingCode?: string;
}

export type AddressFields = { readonly [Name in AddressFieldName]?: string };

export type AddressProblem =
  | { field: AddressFieldName; no: 'missing' }
  | { field: AddressFieldName; no: 'too_long'; most: number }
  | { field: AddressFieldName; no: 'cannot_be_printed'; sign: string }
  | { field: 'region'; no: 'region_unknown' }
  | { field: 'postalCode'; no: 'postal_code_wrong'; example: string }
  | { field: 'postalCode'; no: 'postal_code_of_another_region'; region: string };

export type AddressRefusal =
  { no: 'country_unknown'; country: string } | { no: 'address_wrong'; problems: AddressProblem[] };

/**
 * Checks what was typed against the country's own form and returns it as it is kept: spaces tidied, the postal code in its
 * printed layout, the region as its code. All problems are told at once, in the order of the form.
 */
export function checkAddress(country: string, typed: AddressFields): Result<Address, AddressRefusal> {
  if (!isCountry(country)) return refuse({ no: 'country_unknown', country });

  const problems: AddressProblem[] = [];
  const kept: { [Name in AddressFieldName]?: string } = {};
  for (const field of addressForm(country).fields) {
    const text = tidy(typed[field.name] ?? '');
    const problem = text === '' ? missing(field) : keep(country, field, text, kept);
    if (problem) problems.push(problem);
  }

  const elsewhere = ofAnotherRegion(country, kept);
  if (elsewhere) problems.push(elsewhere);
  if (problems.length > 0) return refuse({ no: 'address_wrong', problems });

  return ok({ country, name: '', street: '', ...kept });
}

/** The postal code in its printed layout ('01310100' → '01310-100', 'sw1a1aa' → 'SW1A 1AA'), if it is one of the country. */
export function postalCodeIn(country: string, text: string): string | undefined {
  const form = addressForm(country).postalCode;
  if (!form) return undefined;

  const bare = latinDigits(plainSpaces(text))
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const own = form.examples[0]?.match(/^[A-Z]+/)?.[0] ?? '';
  const letters = [country, form.prefix.replace(/[^A-Z]/g, ''), ...(typedBefore[country] ?? [])].filter(Boolean);
  const withoutLetters = letters.filter((before) => bare.startsWith(before)).map((before) => bare.slice(before.length));
  const readings = [bare, ...withoutLetters, ...(/^\d+$/.test(bare) ? [own + bare] : [])];

  const layouts = ['', ...form.examples];
  for (const reading of readings) {
    const printed = layouts.map((example) => laidOut(reading, example)).find((code) => form.pattern.test(code));
    if (printed !== undefined) return printed;
  }
  return undefined;
}

/** The region meant by a code or by a name in either script, whatever the capitals and accents. */
export function regionIn(country: string, text: string): Region | undefined {
  const sought = folded(text);
  const all = regionsOf(country);
  return (
    all.find(({ code }) => code === text.trim().toUpperCase()) ??
    all.find(({ name, latin }) => folded(name) === sought || (latin !== undefined && folded(latin) === sought))
  );
}

/** The one region whose postal codes begin so, in countries where that is certain: 01310-100 is in São Paulo. */
export function regionOfPostalCode(country: string, text: string): Region | undefined {
  const code = postalCodeIn(country, text);
  if (code === undefined) return undefined;
  const [region, ...others] = regionsOf(country).filter(({ postalCodes }) => postalCodes?.test(code));
  return others.length === 0 ? region : undefined;
}

/** Words and car signs that people write before the code of their country. */
const typedBefore: Readonly<Record<string, readonly string[]>> = {
  AT: ['A'],
  BE: ['B'],
  BR: ['CEP'],
  DE: ['D'],
  ES: ['E'],
  FR: ['F'],
  IT: ['I'],
  LU: ['L'],
  MX: ['CP'],
  NO: ['N'],
  PT: ['P'],
  SE: ['S'],
  US: ['ZIP'],
  IN: ['PIN'],
};

const missing = (field: AddressField): AddressProblem | undefined =>
  field.required ? { field: field.name, no: 'missing' } : undefined;

function keep(
  country: string,
  field: AddressField,
  text: string,
  kept: { [Name in AddressFieldName]?: string },
): AddressProblem | undefined {
  if ([...text].length > field.most) return { field: field.name, no: 'too_long', most: field.most };
  const sign = /\p{Emoji_Presentation}|\p{Co}|\ufffd/u.exec(text)?.[0];
  if (sign !== undefined) return { field: field.name, no: 'cannot_be_printed', sign };

  let value: string | undefined = text;
  if (field.name === 'postalCode') {
    value = postalCodeIn(country, text);
    if (value === undefined) return { field: 'postalCode', no: 'postal_code_wrong', example: field.example ?? '' };
  }
  if (field.name === 'region' && field.choices) {
    value = regionIn(country, text)?.code;
    if (value === undefined) return { field: 'region', no: 'region_unknown' };
  }
  kept[field.name] = value;
  return undefined;
}

function ofAnotherRegion(country: string, { region, postalCode }: AddressFields): AddressProblem | undefined {
  if (region === undefined || postalCode === undefined) return undefined;
  const beginnings = regionsOf(country).find(({ code }) => code === region)?.postalCodes;
  if (!beginnings || beginnings.test(postalCode)) return undefined;
  return { field: 'postalCode', no: 'postal_code_of_another_region', region };
}

/** Puts the example's separator into a bare code, counted from the end: M1 1AA and SW1A 1AA part alike. */
function laidOut(bare: string, example: string): string {
  const separator = /[^A-Z0-9]/.exec(example);
  if (!separator) return bare;
  const at = bare.length - (example.length - separator.index - 1);
  return at > 0 ? bare.slice(0, at) + separator[0] + bare.slice(at) : bare;
}

const tidy = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u200b\u2028\u2029\ufeff]/g, '')
    .trim();

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
