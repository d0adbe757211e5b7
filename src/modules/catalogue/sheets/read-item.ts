/** The rows of one product, read as what they say. Pure: what the product was before is laid under it later. */
import type { AttributeValue } from '../listing.ts';
import type { Tier } from '../price.ts';
import type { Texts } from '../texts.ts';
import { readCount, readGrams, readMm, readTiers, textOfHtml } from './cells.ts';
import type { Read } from './cells.ts';
import { partsOf } from './fields.ts';
import type { NamedChoice } from './sheet-options.ts';

export interface SheetRow {
  readonly n: number;
  readonly cells: readonly string[];
}

/** What holds where the file says nothing. */
export interface SheetSettings {
  /** The language of columns that name none. */
  readonly locale: string;
  readonly category: string;
  readonly origin: string;
  /** What is complete goes to the desk. */
  readonly submit: boolean;
}

export interface SheetProblem {
  readonly n: number;
  readonly field: string;
  readonly what: string;
  readonly args: Readonly<Record<string, string | number>>;
}

export interface VariantSaid {
  readonly n: number;
  readonly sku?: string;
  readonly gtin?: string;
  readonly tiers?: readonly Tier[];
  readonly stock?: number;
  readonly grams?: number;
  readonly sides: readonly [number | undefined, number | undefined, number | undefined];
  readonly choice: readonly NamedChoice[];
}

/** What the file says of a product; what it does not say is not there. */
export interface ItemSaid {
  readonly n: number;
  readonly plain: Readonly<Partial<Record<'category' | 'kind' | 'brand' | 'hs' | 'origin' | 'battery', string>>>;
  readonly titles: Texts;
  readonly descriptions: Texts;
  /** As written; the category says what they mean. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly variants: readonly VariantSaid[];
  readonly problems: readonly SheetProblem[];
}

export type Cells = (row: SheetRow, field: string) => string;
export const cellsBy =
  (fields: readonly string[]): Cells =>
  (row, field) => {
    const column = fields.indexOf(field);
    return column < 0 ? '' : row.cells[column]!;
  };

/** How a product is called in the file: its handle, else the number of its first variant, else its title. */
export function handleOf(row: SheetRow, cells: Cells, { locale }: SheetSettings): string {
  const named = ['handle', 'sku', 'title', `title.${locale}`]
    .map((field) => cells(row, field))
    .find((text) => text !== '');
  return (named ?? '').slice(0, 200);
}

export function readItem(
  rows: readonly SheetRow[],
  {
    fields,
    header,
    currency,
    settings,
  }: { fields: readonly string[]; header: readonly string[]; currency: string; settings: SheetSettings },
): ItemSaid {
  const cells = cellsBy(fields);
  const problems: SheetProblem[] = [];
  const first = (field: string): string => rows.map((row) => cells(row, field)).find((text) => text !== '') ?? '';
  const texts = (name: string): Texts => spoken(name, fields, settings.locale, first);
  const plain = Object.fromEntries(
    (['category', 'kind', 'brand', 'hs', 'origin', 'battery'] as const).flatMap((field) => {
      const text = first(field);
      return text === '' ? [] : [[field, text]];
    }),
  );
  const attributes = fields.flatMap((field): [string, string][] => {
    const { name, rest } = partsOf(field);
    const text = name === 'attribute' ? first(field) : '';
    return text === '' ? [] : [[rest, text]];
  });
  const html = first('description_html');
  const descriptions =
    html === '' ? texts('description') : { ...texts('description'), [settings.locale]: textOfHtml(html) };
  const variants = rows
    // Shopify gives a line of its own to each further picture.
    .filter((row, n) => n === 0 || saysVariant(row, fields))
    .map((row) => readVariant(row, { cells, fields, header, currency, settings, problems, first }));
  return {
    n: rows[0]!.n,
    plain,
    titles: texts('title'),
    descriptions,
    attributes: Object.fromEntries(attributes),
    variants: withoutSameAlone(variants),
    problems,
  };
}

/** A row that only counts or weighs is none: people write such sums below their lists. */
const inVariant = /^(sku|gtin|price|value\d(\..*)?|as_option)$/;
const saysVariant = (row: SheetRow, fields: readonly string[]): boolean =>
  fields.some((field, column) => inVariant.test(field) && row.cells[column] !== '');

/** `title`, `title.en`, `title.pt-BR`: what is said in which language. */
function spoken(name: string, fields: readonly string[], locale: string, read: (field: string) => string): Texts {
  const said = fields.flatMap((field): [string, string][] => {
    const parts = partsOf(field);
    const text = parts.name === name ? read(field) : '';
    return text === '' ? [] : [[parts.rest || locale, text]];
  });
  return Object.fromEntries(said);
}

interface Reading {
  cells: Cells;
  fields: readonly string[];
  header: readonly string[];
  currency: string;
  settings: SheetSettings;
  problems: SheetProblem[];
  first: (field: string) => string;
}

function readVariant(row: SheetRow, reading: Reading): VariantSaid {
  const { cells, currency, problems } = reading;
  const take = <T>(field: string, read: (text: string) => Read<T>) => {
    const text = cells(row, field);
    if (text === '') return undefined;
    const found = read(text);
    if (found.ok) return found.value;
    problems.push({
      n: row.n,
      field,
      what: found.wrong.what,
      args: { ...found.wrong.args, said: text.slice(0, 60) },
    });
    return undefined;
  };
  const sku = cells(row, 'sku');
  const gtin = cells(row, 'gtin');
  const tiers = take('price', (text) => readTiers(text, currency));
  const stock = take('stock', readCount);
  const grams = take('weight_g', (text) => readGrams(text, 'g')) ?? take('weight_kg', (text) => readGrams(text, 'kg'));
  const sides = [take('length_cm', readMm), take('width_cm', readMm), take('height_cm', readMm)] as const;
  return {
    n: row.n,
    ...(sku ? { sku } : {}),
    ...(gtin ? { gtin } : {}),
    ...(tiers ? { tiers } : {}),
    ...(stock === undefined ? {} : { stock }),
    ...(grams === undefined ? {} : { grams }),
    sides,
    choice: choiceOf(row, reading),
  };
}

function choiceOf(row: SheetRow, { cells, fields, header, settings, first }: Reading): NamedChoice[] {
  const numbered = [1, 2, 3].flatMap((n): NamedChoice[] => {
    const value = spoken(`value${n}`, fields, settings.locale, (field) => cells(row, field));
    // Names stand in the first row only, in some programs' files.
    const names = spoken(`option${n}`, fields, settings.locale, first);
    const isNone = Object.values(value).length === 0 || Object.values(value).every((text) => text === 'Default Title');
    return isNone ? [] : [{ names: Object.keys(names).length > 0 ? names : { [settings.locale]: `${n}` }, value }];
  });
  const columns = fields.flatMap((field, column): NamedChoice[] => {
    const value = row.cells[column]!;
    const name = header[column]!;
    return field === 'as_option' && value !== ''
      ? [{ names: { [settings.locale]: name.replaceAll('_', ' ') }, value: { [settings.locale]: value } }]
      : [];
  });
  return [...numbered, ...columns].slice(0, 3);
}

/** A product of one row has nothing to choose, whatever its colour is. */
const withoutSameAlone = (variants: VariantSaid[]): VariantSaid[] =>
  variants.length > 1 ? variants : variants.map((one) => ({ ...one, choice: [] }));

export type Attributes = Readonly<Record<string, AttributeValue>>;
