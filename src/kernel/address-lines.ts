import type { Address } from './address-check.ts';
import { addressForm, fieldOfLetter, regionsOf } from './address-form.ts';
import { countryName } from './country-name.ts';

export interface LinesOptions {
  /** The order and region names of Latin letters. Unless said, as the address itself is written. */
  latin?: boolean;
  /** In capitals what the country's post wants so on envelopes. */
  capitals?: boolean;
}

/** These print the region's code, as their post does; the others its name. */
const printsCode: ReadonlySet<string> = new Set(['AU', 'BR', 'CA', 'IT', 'US']);

/** The lines of the address as its country writes them, without the country. */
export function addressLines(address: Address, options: LinesOptions = {}): string[] {
  const form = addressForm(address.country);
  const latin = options.latin ?? isLatin(`${address.street}${address.city ?? ''}`);
  const layout = latin ? form.latinLayout : form.layout;
  const capitals = options.capitals ? form.capitals : '';

  return layout.split('%n').flatMap((line) => {
    if (line === '%A') return streetLines(address).map((text) => (capitals.includes('A') ? text.toUpperCase() : text));
    const text = lineOf(line, address, latin, capitals);
    return text === '' ? [] : [text];
  });
}

/** As printed on a parcel: abroad, the country stands last, in capitals and English, as the postal union asks. */
export function labelLines(address: Address, from: string): string[] {
  const abroad = address.country !== from;
  const lines = addressLines(address, { capitals: true });
  return abroad ? [...lines, countryName(address.country, 'en').toUpperCase()] : lines;
}

/** One line: signs between two fields are printed only where both are there. */
function lineOf(line: string, address: Address, latin: boolean, capitals: string): string {
  const parts = line.split(/(%[A-Z])/).filter(Boolean);
  if (!parts.some((part) => part.startsWith('%'))) return line;

  let text = '';
  let between = '';
  for (const part of parts) {
    if (!part.startsWith('%')) {
      between = part;
      continue;
    }
    const letter = part.slice(1);
    const value = valueOf(letter, address, latin);
    if (value !== '') {
      // What begins a line stays if it belongs to the field (〒, CH-), not if it parted it from a missing one.
      const joint = text === '' && /^[\s,/-]/.test(between) ? '' : between;
      text += joint + (capitals.includes(letter) ? value.toUpperCase() : value);
    }
    between = '';
  }
  return text.trim();
}

function valueOf(letter: string, address: Address, latin: boolean): string {
  const field = fieldOfLetter[letter];
  if (field === undefined) return '';
  if (field === 'street') return streetLines(address).join(', ');
  if (field === 'region') return regionPrinted(address, latin);
  return address[field] ?? '';
}

/** A city that is its own region (Madrid, Москва, 北京市) is printed once. */
function regionPrinted({ country, region = '', city = '' }: Address, latin: boolean): string {
  if (printsCode.has(country)) return region;
  const listed = regionsOf(country).find(({ code }) => code === region);
  const name = (latin ? listed?.latin : undefined) ?? listed?.name ?? region;
  return name.localeCompare(city, 'en', { sensitivity: 'base' }) === 0 ? '' : name;
}

/** Where the number is apart it follows the street after a comma, and the rest after a dash: 'Av. Paulista, 1578 - ap 42'. */
function streetLines({ street, number, extra }: Address): string[] {
  if (number !== undefined) return [`${street}, ${number}${extra === undefined ? '' : ` - ${extra}`}`];
  return extra === undefined ? [street] : [street, extra];
}

const isLatin = (text: string) => !/[^\P{L}\p{Script=Latin}]/u.test(text);
