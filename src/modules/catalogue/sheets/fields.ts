/** What the columns of a spreadsheet may be taken for, and how columns of other shops' files are recognised. */
import { isLocaleTag } from '../texts.ts';
import { unitOfWeight } from './cells.ts';
import { google, shopify, spokenOf } from './known-columns.ts';

/** Of the whole product: the first row that says it decides. */
export const productFields = [
  'handle',
  'category',
  'kind',
  'brand',
  'title',
  'description',
  'description_html',
  'hs',
  'origin',
  'battery',
] as const;
/** Of one variant: each row says it. Lengths and weights may bring their own unit. */
export const variantFields = [
  'sku',
  'gtin',
  'price',
  'stock',
  'weight_g',
  'weight_kg',
  'length_cm',
  'width_cm',
  'height_cm',
] as const;
/** The name of what buyers choose between, and its value in this row. `as_option` is both: the name is the column's. */
export const optionFields = ['option1', 'value1', 'option2', 'value2', 'option3', 'value3', 'as_option'] as const;

export const plainFields = [...productFields, ...variantFields, ...optionFields] as const;
export type PlainField = (typeof plainFields)[number];

/** Fields that are said in each language: `title.pt-BR`. Without one they are in the language of the file. */
const spoken: readonly string[] = [
  'title',
  'description',
  'option1',
  'value1',
  'option2',
  'value2',
  'option3',
  'value3',
];

/** `title.pt-BR` → `title` and `pt-BR`; `attribute.power` → `attribute` and `power`. */
export function partsOf(field: string): { name: string; rest: string } {
  const dot = field.indexOf('.');
  return dot < 0 ? { name: field, rest: '' } : { name: field.slice(0, dot), rest: field.slice(dot + 1) };
}

export function isField(field: string): boolean {
  if (field === '' || (plainFields as readonly string[]).includes(field)) return true;
  const { name, rest } = partsOf(field);
  if (name === 'attribute') return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(rest);
  return spoken.includes(name) && isLocaleTag(rest);
}

export type SheetKind = 'ours' | 'shopify' | 'google' | 'other';

const plain = (header: string): string => header.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
/** Without the marks that people put around words: `Weight (kg)` is `weight kg`. */
export const bare = (header: string): string =>
  plain(header)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export interface Guess {
  readonly kind: SheetKind;
  readonly fields: string[];
}

/** Takes each column for what its header says. Each field is given once, to the first column that asks for it. */
export function guessFields(header: readonly string[]): Guess {
  const kind = kindOf(header);
  const taken = new Set<string>();
  const fields = header.map((text) => {
    const field = fieldOf(text, kind);
    if (field === '' || (field !== 'as_option' && taken.has(field))) return '';
    taken.add(field);
    return field;
  });
  return { kind, fields };
}

function kindOf(header: readonly string[]): SheetKind {
  const names = new Set(header.map(plain));
  const has = (...all: string[]): boolean => all.every((name) => names.has(name));
  if (header.filter((text) => isField(text.trim()) && text.includes('_')).length > 1) return 'ours';
  if (has('handle', 'option1 name') || has('url handle', 'title') || has('handle', 'variant price')) return 'shopify';
  const under = new Set([...names].map((name) => name.replaceAll('_', ' ')));
  if (['id', 'title', 'price'].every((name) => under.has(name)) && (under.has('link') || under.has('availability')))
    return 'google';
  return 'other';
}

function fieldOf(header: string, kind: SheetKind): string {
  const text = header.trim();
  if (kind === 'shopify') return shopify[plain(text)] ?? '';
  if (kind === 'google') return google[plain(text).replaceAll('_', ' ')] ?? '';
  if (text !== '' && isField(text)) return text;
  const lower = text.toLowerCase();
  if (isField(lower)) return lower;
  return said.get(bare(text)) ?? withUnit(text);
}

const said = new Map(Object.entries(spokenOf).map(([name, field]) => [bare(name), field]));

/** `Price (BRL)` is a price; of `Weight (kg)` the unit counts. */
function withUnit(header: string): string {
  const [, name, unit = ''] = header.normalize('NFKC').match(/^([^([,/]+)[([,/](.*)$/s) ?? [];
  if (name === undefined) return '';
  const field = fieldOf(name, 'other');
  return field === 'weight_g' && unitOfWeight(bare(unit)) === 'kg' ? 'weight_kg' : field;
}
