/** A store's products as the rows of a file that `openSheet` takes back unchanged; and an empty one to begin with. */
import { digitsOf, plain } from '#kernel/money';
import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { tree } from '../category-tree.ts';
import type { AttributeValue, Option } from '../listing.ts';
import { listsFor } from '../product-row.ts';
import type { Texts } from '../texts.ts';

interface Row {
  id: string;
  handle: string | null;
  category: string;
  kind: string;
  currency: string;
  brand: string;
  titles: Texts;
  descriptions: Texts;
  attributes: Record<string, AttributeValue>;
  options: Option[];
  hs: string;
  origin: string;
  battery: string;
  choice: Record<string, string> | null;
  sku: string | null;
  gtin: string | null;
  tier_from: number[] | null;
  tier_minor: bigint[] | null;
  grams: number | null;
  size_mm: number[] | null;
  on_hand: number | null;
}

const mostProducts = 20_000;

/** One row to each variant; what is said of the whole product stands in each of its rows. Only `products`, where they are named. */
export async function exportProducts(
  ask: Asking,
  { store, products }: { store: string; products?: readonly string[] },
): Promise<string[][]> {
  if (!isId(store) || !listsFor(ask.by, store)) return [];
  const only = products?.filter(isId) ?? null;
  const rows = await ask.many<Row>(sql`
    select p.id, h.handle, p.category, p.kind, p.currency, p.brand, p.titles, p.descriptions, p.attributes, p.options, p.hs, p.origin, p.battery,
           v.choice, v.sku, v.gtin, v.tier_from, v.tier_minor, v.grams, v.size_mm, s.on_hand
      from (select * from catalogue.products where store = ${store} and (${only}::uuid[] is null or id = any(${only}::uuid[]))
             order by created_at, id limit ${mostProducts}) p
      left join catalogue.variants v on v.product = p.id
      left join catalogue.stock s on s.variant = v.id
      left join lateral (select min(handle) as handle from catalogue.handles where store = ${store} and product = p.id) h on true
     order by p.created_at, p.id, v.place`);
  return tableOf(rows);
}

function tableOf(rows: readonly Row[]): string[][] {
  const locales = listed(
    rows.flatMap(({ titles, descriptions }) => [...Object.keys(titles), ...Object.keys(descriptions)]),
  );
  const attributes = listed(rows.flatMap((row) => Object.keys(row.attributes)));
  const spoken = listed(rows.flatMap(({ options }) => options.flatMap(namesIn)));
  const numbers = [1, 2, 3].slice(0, Math.max(0, ...rows.map(({ options }) => options.length)));
  const columns: [string, (row: Row) => string][] = [
    ['handle', ({ handle, id }) => handle ?? id],
    ['category', ({ category }) => category],
    ['kind', ({ kind }) => kind],
    ['brand', ({ brand }) => brand],
    ...locales.flatMap((locale): [string, (row: Row) => string][] => [
      [`title.${locale}`, ({ titles }) => titles[locale] ?? ''],
      [`description.${locale}`, ({ descriptions }) => descriptions[locale] ?? ''],
    ]),
    ...numbers.flatMap((n) => spoken.flatMap((locale) => optionColumns(n, locale))),
    ['sku', ({ sku }) => sku ?? ''],
    ['gtin', ({ gtin }) => gtin ?? ''],
    ['price', pricesOf],
    ['stock', ({ on_hand, kind }) => (kind === 'goods' && on_hand !== null ? String(on_hand) : '')],
    ['weight_g', ({ grams }) => (grams ? String(grams) : '')],
    ...(['length_cm', 'width_cm', 'height_cm'] as const).map((name, side): [string, (row: Row) => string] => [
      name,
      ({ size_mm }) => (size_mm?.[side] ? String(size_mm[side] / 10) : ''),
    ]),
    ['hs', ({ hs }) => hs],
    ['origin', ({ origin }) => origin],
    ['battery', ({ battery }) => battery],
    ...attributes.map((code): [string, (row: Row) => string] => [
      `attribute.${code}`,
      (row) => valueText(row.attributes[code]),
    ]),
  ];
  return [columns.map(([name]) => name), ...rows.map((row) => columns.map(([, read]) => read(row)))];
}

const listed = (all: readonly string[]): string[] => [...new Set(all)].sort();
const namesIn = ({ names, values }: Option): string[] =>
  [names, ...values.map((one) => one.names)].flatMap((one) => Object.keys(one));

function optionColumns(n: number, locale: string): [string, (row: Row) => string][] {
  return [
    [`option${n}.${locale}`, ({ options }) => options[n - 1]?.names[locale] ?? ''],
    [
      `value${n}.${locale}`,
      ({ options, choice }) => {
        const option = options[n - 1];
        return option?.values.find(({ code }) => code === choice?.[option.code])?.names[locale] ?? '';
      },
    ],
  ];
}

/** One price, or steps: `1: 199.00; 10: 179.00`. A price that is not there yet is no price of nothing. */
function pricesOf({ currency, tier_from: from, tier_minor: minor }: Row): string {
  if (!from || !minor || (minor.length === 1 && minor[0] === 0n && from[0] === 1)) return '';
  const said = minor.map((one) => plain({ currency, minor: one }));
  return said.length === 1 && from[0] === 1 ? said[0]! : said.map((one, n) => `${from[n]}: ${one}`).join('; ');
}

const valueText = (value: AttributeValue | undefined): string =>
  value === undefined ? '' : value === true ? 'yes' : value === false ? 'no' : String(value);

/** An empty file of ours for goods of a category, with two rows that show how it is filled. */
export async function sheetTemplate(
  ask: Asking,
  { category, currency, locale }: { category: string; currency: string; locale: string },
): Promise<string[][]> {
  const one = (await tree(ask)).byId.get(category);
  const attributes = one?.inherited ?? [];
  const price = digitsOf(currency) === 0 ? '19900' : '199.00';
  const header = [
    'handle',
    'category',
    'brand',
    `title.${locale}`,
    `description.${locale}`,
    `option1.${locale}`,
    `value1.${locale}`,
    'sku',
    'gtin',
    'price',
    'stock',
    'weight_g',
    'length_cm',
    'width_cm',
    'height_cm',
    'hs',
    'origin',
    'battery',
    ...attributes.map(({ code }) => `attribute.${code}`),
  ];
  return [header, templateRow(header, { category, price, hs: one?.hs ?? '' }, attributes)];
}

function templateRow(
  header: readonly string[],
  { category, price, hs }: { category: string; price: string; hs: string },
  attributes: readonly { code: string; kind: string; choices: readonly { code: string }[] }[],
): string[] {
  const known: Record<string, string> = {
    handle: 'product-1',
    category,
    sku: 'SKU-1',
    price,
    stock: '10',
    weight_g: '500',
    length_cm: '20',
    width_cm: '15',
    height_cm: '10',
    hs,
    battery: 'none',
  };
  for (const { code, kind, choices } of attributes)
    known[`attribute.${code}`] = kind === 'choice' ? (choices[0]?.code ?? '') : kind === 'yes_no' ? 'yes' : '';
  return header.map((name) => known[name] ?? '');
}
