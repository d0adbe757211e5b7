import { addressForms } from './place-forms.ts';
import { addressRegions } from './place-regions.ts';

export type AddressFieldName =
  'name' | 'company' | 'street' | 'number' | 'extra' | 'district' | 'city' | 'region' | 'postalCode' | 'sortingCode';

/** What a field is called in its country; the words in the person's language stand under this key. */
export type AddressLabel =
  | 'name'
  | 'company'
  | 'street'
  | 'number'
  | 'extra'
  | 'sorting_code'
  | 'city'
  | 'post_town'
  | 'suburb'
  | 'district'
  | 'neighborhood'
  | 'townland'
  | 'village_township'
  | 'province'
  | 'state'
  | 'uf'
  | 'prefecture'
  | 'oblast'
  | 'county'
  | 'department'
  | 'emirate'
  | 'island'
  | 'parish'
  | 'area'
  | 'do_si'
  | 'postal_code'
  | 'zip'
  | 'cep'
  | 'postcode'
  | 'pin'
  | 'eircode';

export interface AddressField {
  readonly name: AddressFieldName;
  readonly label: AddressLabel;
  readonly required: boolean;
  /** Most characters that labels and customs messages carry. */
  readonly most: number;
  /** The token of HTML's autocomplete attribute. */
  readonly autocomplete: string;
  /** What is chosen rather than typed. */
  readonly choices?: readonly Region[];
  readonly example?: string;
  /** Whether a keyboard of digits will do. */
  readonly digits?: boolean;
}

export interface Region {
  /** ISO 3166-2 without the country: SP, CA, 44. */
  readonly code: string;
  readonly name: string;
  /** In Latin letters, where the name is not. */
  readonly latin?: string;
  /** How postal codes of the region begin, in countries where that is certain. */
  readonly postalCodes?: RegExp;
}

/** How a country writes an address. Fields are in the order in which they are asked for. */
export interface AddressForm {
  readonly country: string;
  readonly fields: readonly AddressField[];
  /** Google's notation: see the table of forms. */
  readonly layout: string;
  readonly latinLayout: string;
  /** The layout's letters of what is in capitals on an envelope. */
  readonly capitals: string;
  readonly postalCode?: PostalCodeForm;
}

export interface PostalCodeForm {
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  /** Printed before the code, not part of it: CH-, L-. */
  readonly prefix: string;
}

/** The letters of a layout and what they stand for. Street lines hold number and extra too. */
export const fieldOfLetter: Readonly<Record<string, AddressFieldName>> = {
  N: 'name',
  O: 'company',
  A: 'street',
  D: 'district',
  C: 'city',
  S: 'region',
  Z: 'postalCode',
  X: 'sortingCode',
};

const usual: Readonly<Record<AddressFieldName, { label: AddressLabel; most: number; autocomplete: string }>> = {
  name: { label: 'name', most: 80, autocomplete: 'name' },
  company: { label: 'company', most: 80, autocomplete: 'organization' },
  street: { label: 'street', most: 120, autocomplete: 'address-line1' },
  number: { label: 'number', most: 20, autocomplete: 'off' },
  extra: { label: 'extra', most: 80, autocomplete: 'address-line2' },
  district: { label: 'district', most: 80, autocomplete: 'address-level3' },
  city: { label: 'city', most: 80, autocomplete: 'address-level2' },
  region: { label: 'province', most: 80, autocomplete: 'address-level1' },
  postalCode: { label: 'postal_code', most: 16, autocomplete: 'postal-code' },
  sortingCode: { label: 'sorting_code', most: 16, autocomplete: 'off' },
};

/**
 * Where people are asked in another order than the one printed. Brazil asks the CEP first, since it tells the rest, and the
 * number apart, since invoices and slips need it so; China goes from the province inwards.
 */
const asked: Readonly<Record<string, readonly AddressFieldName[]>> = {
  BR: ['name', 'company', 'postalCode', 'street', 'number', 'extra', 'district', 'city', 'region'],
  CN: ['name', 'company', 'region', 'city', 'district', 'street', 'extra', 'postalCode'],
};
const numbered: ReadonlySet<string> = new Set(['BR']);

const rows = new Map(rowsOf(addressForms).map((row) => [row.slice(0, 2), row]));
const regionRows = new Map(
  addressRegions
    .trim()
    .split(/\n(?=[A-Z]{2}:)/)
    .map((row): [string, string] => [row.slice(0, 2), row.slice(3)]),
);
const forms = new Map<string, AddressForm>();
const regions = new Map<string, readonly Region[]>();

/** Every country and territory of ISO 3166-1, by its two letters. */
export const countries: readonly string[] = [...rows.keys()];

export const isCountry = (code: string): boolean => rows.has(code);

/** How the country writes an address. An unknown country is a bug: what comes from outside is checked first. */
export function addressForm(country: string): AddressForm {
  const kept = forms.get(country);
  if (kept) return kept;

  const row = rows.get(country);
  if (row === undefined) throw new Error(`no such country: ${country}`);
  const form = readForm(country, row);
  forms.set(country, form);
  return form;
}

/** The regions people choose from; none where the address does not name one, or where it is typed. */
export function regionsOf(country: string): readonly Region[] {
  const kept = regions.get(country);
  if (kept) return kept;

  const list = (regionRows.get(country) ?? '')
    .split(';')
    .map((entry) => entry.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .map(readRegion);
  regions.set(country, list);
  return list;
}

function readForm(country: string, row: string): AddressForm {
  const [
    ,
    layout = '',
    latin = '',
    required = '',
    capitals = '',
    names = '',
    pattern = '',
    examples = '',
    prefix = '',
  ] = row.split(';');
  const labels = new Map(
    names
      .split(' ')
      .filter(Boolean)
      .map((name) => [name.slice(0, 1), name.slice(2) as AddressLabel]),
  );
  const letters = [...layout.matchAll(/%([A-Z])/g)].map(([, letter]) => letter!);
  const postalCode = pattern
    ? { pattern: new RegExp(`^(?:${pattern})$`), examples: examples.split(','), prefix }
    : undefined;

  const ofLayout = letters
    .map((letter) => fieldOfLetter[letter]!)
    .filter((name) => name !== 'name' && name !== 'company');
  const order: readonly AddressFieldName[] = asked[country] ?? [
    'name',
    'company',
    ...ofLayout.flatMap((name): AddressFieldName[] => (name === 'street' ? ['street', 'extra'] : [name])),
  ];

  const fields = order
    .filter((name) => name !== 'postalCode' || postalCode)
    .map((name): AddressField => {
      const letter = Object.keys(fieldOfLetter).find((key) => fieldOfLetter[key] === name) ?? '';
      const choices = name === 'region' ? regionsOf(country) : [];
      const example = name === 'postalCode' ? postalCode?.examples[0] : undefined;
      return {
        name,
        ...usual[name],
        label: labels.get(letter) ?? usual[name].label,
        required: name === 'name' || required.includes(letter || '-') || (name === 'number' && numbered.has(country)),
        ...(choices.length > 0 && { choices }),
        ...(example !== undefined && { example, digits: !/[A-Z]/.test(pattern.replace(/\\d/g, '')) }),
      };
    });

  return { country, fields, layout, latinLayout: latin || layout, capitals, ...(postalCode && { postalCode }) };
}

/** 'SP São Paulo <[01]>', '44 广东省 / Guangdong' */
function readRegion(entry: string): Region {
  const [, code = '', name = '', latin, beginnings] =
    /^(\S+) ([^/<]+?)(?: \/ ([^<]+?))?(?: <(.+)>)?$/.exec(entry) ?? [];
  return {
    code,
    name,
    ...(latin !== undefined && { latin }),
    ...(beginnings !== undefined && { postalCodes: new RegExp(`^(?:${beginnings})`) }),
  };
}

function rowsOf(table: string): string[] {
  return table.trim().split('\n');
}
