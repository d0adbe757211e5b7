/** One row of the file as a listing of ours, or what is the matter with it. */
import { parseHsCode } from '#kernel/hs-code';
import type { AttributeValue, Listing } from '../listing.ts';
import { mostDescription, mostTitle } from '../listing-rules.ts';
import { mostAttributeText } from '../attribute-rules.ts';
import { isGtin } from '../price.ts';
import type { Battery } from '../product.ts';
import type { DerivedByName } from './derive.ts';
import { idOf } from './ids.ts';
import type { GoodsKind, IcecatRules } from './rules.ts';

export interface RowProblem {
  readonly what: string;
  readonly mend: string;
}

export interface ReadProduct {
  readonly id: string;
  readonly listing: Listing;
  /** What was mended on the way. */
  readonly mended: RowProblem[];
}

type Row = Readonly<Record<string, unknown>>;

/** What must be right before anything can be made of a row. */
export function unusable(row: Row): RowProblem | undefined {
  if (typeof row['id'] !== 'string' || row['id'].trim() === '')
    return { what: 'it has no id', mend: 'give "id" a text that no other row has' };
  if (typeof row['title'] !== 'string' || row['title'].trim() === '')
    return { what: 'it has no title', mend: 'give "title" a text' };
  const price = row['price'];
  if (!Number.isInteger(price) || (price as number) <= 0 || (price as number) > 1e12)
    return {
      what: `its price is ${JSON.stringify(price)}`,
      mend: 'give "price" in whole cents of a US dollar, above 0',
    };
  return undefined;
}

/** Reads a row that is usable. The file is in English and priced in US dollars. */
export function productOfRow(
  row: Row,
  store: string,
  kind: GoodsKind,
  derived: DerivedByName,
  rules: IcecatRules,
  origin: string,
): ReadProduct {
  const mended: RowProblem[] = [];
  const id = row['id'] as string;
  const released = Date.parse(String(row['date_released'] ?? ''));
  const product = idOf(released, store, 'icecat', id);
  return {
    id: product,
    mended,
    listing: {
      category: kind.category,
      kind: 'goods',
      brand: String(row['supplier'] ?? '')
        .trim()
        .slice(0, 80),
      titles: { en: cut(String(row['title']).trim(), mostTitle, 'title', mended) },
      descriptions: described(row),
      attributes: attributesOf(row, derived),
      options: [],
      pictures: [],
      hs: hsOf(row) ?? kind.hs,
      origin: rules.countries[String(row['attr_t_country_of_origin'] ?? '')] ?? origin,
      battery: batteryOf(row, kind),
      variants: [
        {
          id: idOf(released, store, 'icecat', id, 'variant'),
          sku: `IC-${id}`.slice(0, 60),
          gtin: gtinOf(row, mended),
          choice: {},
          tiers: [{ from: 1, minor: BigInt(row['price'] as number) }],
          grams: gramsOf(row, kind),
          sizeMm: sizeOf(row, kind),
          // Some stock, the same each time: five to two hundred.
          onHand: 5 + (Number.parseInt(product.slice(-6), 16) % 196),
        },
      ],
    },
  };
}

/** Cut at a word, and said. */
function cut(text: string, most: number, where: string, mended: RowProblem[]): string {
  if (text.length <= most) return text;
  mended.push({ what: `its ${where} has ${text.length} characters`, mend: `shortened to ${most}` });
  const short = text.slice(0, most - 1);
  return `${short.slice(0, Math.max(short.lastIndexOf(' '), most / 2))}…`;
}

function described(row: Row): Listing['descriptions'] {
  const text = String(row['short_description'] ?? '').trim();
  return text === '' ? {} : { en: text.slice(0, mostDescription) };
}

function attributesOf(row: Row, derived: DerivedByName): Record<string, AttributeValue> {
  const values: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(row)) {
    const { attribute, codes } = derived.get(name) ?? {};
    if (!attribute) continue;
    if (attribute.kind === 'number' && typeof value === 'number' && Number.isFinite(value))
      values[attribute.code] = value;
    if (attribute.kind === 'yes_no' && typeof value === 'boolean') values[attribute.code] = value;
    if (typeof value !== 'string' || value.trim() === '') continue;
    if (attribute.kind === 'text') values[attribute.code] = shortened(value.trim());
    const code = codes?.get(value.trim());
    if (code !== undefined) values[attribute.code] = code;
  }
  return values;
}

function hsOf(row: Row): string | undefined {
  const read = parseHsCode(String(row['attr_t_harmonized_system__hs__code'] ?? ''));
  return read.ok ? read.value : undefined;
}

/** What a kind of goods has in it; a row that names lithium has it inside at least. */
function batteryOf(row: Row, { battery = 'none' }: GoodsKind): Battery {
  const said = String(row['attr_t_battery_technology'] ?? '');
  if (!/lithium/i.test(said))
    return /alkaline|nickel|lead|zinc/i.test(said) && battery !== 'none' ? 'not_lithium' : battery;
  if (battery === 'lithium_ion_alone' || battery === 'not_lithium')
    return /ion|polymer/i.test(said) ? 'lithium_ion_alone' : 'lithium_metal_alone';
  return /ion|polymer/i.test(said) ? 'lithium_ion_inside' : 'lithium_metal_inside';
}

function gtinOf(row: Row, mended: RowProblem[]): string {
  const given = Array.isArray(row['ean']) ? (row['ean'] as unknown[]).map((one) => String(one).trim()) : [];
  const right = given.find(isGtin);
  if (right === undefined && given.length > 0)
    mended.push({ what: `its bar code ${given[0]} fails its check digit`, mend: 'left out' });
  return right ?? '';
}

/** In grams, whole and at least one. */
function gramsOf(row: Row, { grams }: GoodsKind): number {
  const said = [row['attr_n_package_weight'], row['attr_n_weight']].find(
    (one): one is number => typeof one === 'number' && one > 0 && one <= 1_000_000,
  );
  return said === undefined ? grams : Math.ceil(said);
}

function sizeOf(row: Row, { mm }: GoodsKind): [number, number, number] {
  const of = (prefix: string): number[] =>
    ['depth', 'width', 'height'].map((side) => Number(row[`attr_n_${prefix}${side}`] ?? 0));
  const said = [of('package_'), of('')].find((sides) => sides.every((side) => side > 0 && side <= 10_000));
  const [length, width, height] = (said ?? mm).map(Math.ceil);
  return [length!, width!, height!];
}

/** A text as long as our rules allow. */
const shortened = (text: string): string =>
  text.length <= mostAttributeText ? text : `${text.slice(0, mostAttributeText - 1)}…`;
