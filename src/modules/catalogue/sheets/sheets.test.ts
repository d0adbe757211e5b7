import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { system } from '#platform/actor';
import { settle } from '#platform/settle';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { productForSeller, productsOfStore } from '../seller-questions.ts';
import { desk, does, kettle, openStall, sells, tries } from '../stall.ts';
import type { Stall } from '../stall.ts';
import { checkSheet, openSheet, takeSheet } from './bring-sheet.ts';
import { exportProducts, sheetTemplate } from './export-products.ts';
import { mendSheet } from './mend-sheet.ts';
import { attributesForSheet } from './sheet-attributes.ts';
import { badRows, sheetPage } from './sheet-questions.ts';
import type { SheetPage } from './sheet-questions.ts';
import { writeTable } from './write-table.ts';
import type { TableKind } from './write-table.ts';

let house: TestHouse;
let mei: Stall;
beforeAll(async () => {
  house = await openTestHouse();
  mei = await openStall(house, { currency: 'USD' });
});
beforeEach(() => house.clock.advance({ minutes: 2 }));
afterAll(() => house.close());

const settings = { locale: 'en', category: 'kettles', origin: 'CN', submit: false };
const base64 = async (kind: TableKind, lines: string[][]) => (await writeTable(kind, lines)).toString('base64');
const look = async (sheet: string): Promise<SheetPage> =>
  (await question(house, mei.seller, sheetPage, { store: mei.store, sheet }))!;

async function checked(
  lines: string[][],
  { kind = 'csv', ...own }: { kind?: TableKind } & Partial<typeof settings> = {},
) {
  const said = { ...settings, ...own };
  const data = await base64(kind, lines);
  const { sheet } = await does(house, mei.seller, openSheet, {
    store: mei.store,
    name: `goods.${kind}`,
    data,
    settings: said,
  });
  const { fields } = await look(sheet);
  await does(house, mei.seller, checkSheet, { store: mei.store, sheet, fields, settings: said });
  await settle(house);
  return look(sheet);
}

async function taken(lines: string[][], how: Parameters<typeof checked>[1] = {}) {
  const { id: sheet } = await checked(lines, how);
  await does(house, mei.seller, takeSheet, { store: mei.store, sheet });
  await settle(house);
  return look(sheet);
}

const counts = ({ state, fresh, changed, same, bad }: SheetPage) => ({ state, fresh, changed, same, bad });
const all = async () => (await question(house, mei.seller, productsOfStore, { store: mei.store }))!.products;

const header = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Option1 Name',
  'Option1 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Qty',
  'Variant Price',
  'Variant Barcode',
  'Image Src',
];

test("a file of Shopify's is understood: variants, HTML, and lines that hold only a picture", async () => {
  const lines = [
    header,
    [
      'mug',
      'Enamel mug',
      '<p>Light &amp; strong.</p>',
      'Heron',
      'Colour',
      'Red',
      'MUG-R',
      '210',
      '12',
      '9.50',
      '',
      'https://example.com/1.jpg',
    ],
    ['mug', '', '', '', '', 'Blue', 'MUG-B', '210', '3', '9.90', '', ''],
    ['mug', '', '', '', '', '', '', '', '', '', '', 'https://example.com/2.jpg'],
    ['plain-mug', 'Plain mug', '', 'Heron', 'Title', 'Default Title', 'MUG-P', '200', '5', '7', '', ''],
  ];
  const before = await checked(lines, {});
  expect({ kind: before.kind, ...counts(before) }).toEqual({
    kind: 'shopify',
    state: 'checked',
    fresh: 2,
    changed: 0,
    same: 0,
    bad: 0,
  });
  // A check writes nothing.
  expect(await all()).toEqual([]);
  const after = await taken(lines);
  expect(counts(after)).toEqual({ state: 'taken', fresh: 2, changed: 0, same: 0, bad: 0 });
  const mug = (await all()).find(({ title }) => title === 'Enamel mug')!;
  expect(mug).toMatchObject({ variants: 2, onHand: 15, fromMinor: 950n, state: 'draft' });
  const { listing } = (await question(house, mei.seller, productForSeller, { product: mug.product }))!;
  expect(listing.descriptions).toEqual({ en: 'Light & strong.' });
  expect(listing.options).toEqual([
    {
      code: 'colour',
      names: { en: 'Colour' },
      values: [
        { code: 'red', names: { en: 'Red' } },
        { code: 'blue', names: { en: 'Blue' } },
      ],
    },
  ]);

  // The same file again changes nothing; one price changed changes one product.
  expect(counts(await taken(lines))).toEqual({ state: 'taken', fresh: 0, changed: 0, same: 2, bad: 0 });
  const dearer = lines.map((cells) => cells.map((cell) => (cell === '9.90' ? '9.95' : cell)));
  expect(counts(await taken(dearer))).toEqual({ state: 'taken', fresh: 0, changed: 1, same: 1, bad: 0 });
});

test("a feed for Google's shopping is understood: groups are products, colours what buyers choose between", async () => {
  const page = await taken([
    [
      'id',
      'item_group_id',
      'title',
      'description',
      'link',
      'price',
      'availability',
      'brand',
      'gtin',
      'color',
      'shipping_weight',
      'shipping_length',
    ],
    [
      'KT-1',
      'KT',
      'Travel kettle',
      'Folds flat.',
      'https://example.com',
      '24.00 USD',
      'in_stock',
      'Heron',
      '4006381333931',
      'black',
      '0.8 kg',
      '20 cm',
    ],
    [
      'KT-2',
      'KT',
      'Travel kettle',
      'Folds flat.',
      'https://example.com',
      '25.00 USD',
      'in_stock',
      'Heron',
      '',
      'white',
      '1.5 lb',
      '8 in',
    ],
    ['KS-1', '', 'Steel kettle', '', 'https://example.com', '19.00 EUR', 'in_stock', 'Heron', '', 'silver', '900', ''],
  ]);
  expect({ kind: page.kind, ...counts(page) }).toEqual({
    kind: 'google',
    state: 'taken',
    fresh: 1,
    changed: 0,
    same: 0,
    bad: 1,
  });
  expect(page.problems.filter(({ leftOut }) => leftOut)).toMatchObject([
    { n: 4, column: 'price', what: 'other_currency', args: { currency: 'USD', found: 'EUR' } },
  ]);
  const kettles = (await all()).find(({ title }) => title === 'Travel kettle')!;
  const { listing } = (await question(house, mei.seller, productForSeller, { product: kettles.product }))!;
  expect(listing.variants.map(({ sku, grams, sizeMm }) => ({ sku, grams, side: sizeMm[0] }))).toEqual([
    { sku: 'KT-1', grams: 800, side: 200 },
    { sku: 'KT-2', grams: 680, side: 203 },
  ]);
});

test('bad rows say what is wrong and come back as a file; mended they are taken', async () => {
  const names = ['handle', 'title', 'sku', 'price', 'stock', 'weight_g', 'attribute.material', 'gtin'];
  const page = await taken([
    names,
    ['a', 'Kettle A', 'A-1', '12.00', '4', '900', 'glass', ''],
    ['b', 'Kettle B', 'B-1', 'twelve', '4', 'heavy', 'paper', '123'],
    ['c', 'Kettle C', 'C-1', '1.234', '-1', '900', '', ''],
  ]);
  expect(counts(page)).toEqual({ state: 'taken', fresh: 1, changed: 0, same: 0, bad: 2 });
  expect(page.problems.filter(({ leftOut }) => leftOut).map(({ n, column, what }) => `${n} ${column} ${what}`)).toEqual(
    [
      '3 price no_amount',
      '3 weight_g no_weight',
      '3 attribute.material choice_is_not_known',
      '3 gtin is_no_bar_code',
      '4 price price_is_unclear',
      '4 stock no_count',
    ],
  );
  const bad = (await question(house, mei.seller, badRows, { store: mei.store, sheet: page.id }))!;
  expect(bad.rows.map(({ n, problems }) => [n, problems.length])).toEqual([
    [3, 4],
    [4, 2],
  ]);
  const mend: Record<string, string> = {
    twelve: '12',
    heavy: '900',
    paper: 'steel',
    '123': '',
    '1.234': '1234',
    '-1': '1',
  };
  const mended = bad.rows.map(({ cells }) => cells.map((cell) => mend[cell] ?? cell));
  expect(counts(await taken([bad.header, ...mended]))).toMatchObject({ fresh: 2, bad: 0 });
});

test('what is wrong is mended in the file itself, and then the rest is taken; what the file has no column for gets one', async () => {
  const names = ['handle', 'title.en', 'sku', 'price', 'weight_kg', 'attribute.material'];
  const lines = [
    names,
    ['m1', 'Mended A', 'M-1', '12.00', '0.9', 'glass'],
    ['m2', 'Mended B', 'M-2', 'twelve', 'heavy', 'paper'],
  ];
  const page = await taken(lines);
  expect(counts(page)).toMatchObject({ fresh: 1, bad: 1 });
  expect(page.problems.filter(({ leftOut }) => leftOut).map(({ row, field, text }) => [row, field, text])).toEqual([
    ['Mended B', 'price', 'twelve'],
    ['Mended B', 'weight_kg', 'heavy'],
    ['Mended B', 'attribute.material', 'paper'],
  ]);
  const at = { store: mei.store, sheet: page.id };
  await does(house, mei.seller, mendSheet, {
    ...at,
    cells: [
      { n: 3, field: 'price', text: '12' },
      { n: 3, field: 'weight_kg', text: ' 0.9 ' },
      { n: 3, field: 'attribute.material', text: 'steel' },
      { n: 3, field: 'attribute.capacity', text: '1.5' },
      { n: 3, field: 'brand', text: ' ' },
    ],
  });
  await settle(house);
  const after = await look(page.id);
  expect(counts(after)).toEqual({ state: 'checked', fresh: 1, changed: 0, same: 1, bad: 0 });
  expect(after.header).toEqual([...names, 'attribute.capacity']);
  await does(house, mei.seller, takeSheet, at);
  await settle(house);
  const product = (await all()).find(({ title }) => title === 'Mended B')!.product;
  const { listing } = (await question(house, mei.seller, productForSeller, { product }))!;
  expect(listing.attributes).toEqual({ material: 'steel', capacity: 1.5 });
  expect(listing.variants[0]!.grams).toBe(900);
});

test('who may not mend, and what cannot be mended', async () => {
  const page = await checked([
    ['handle', 'title', 'price'],
    ['r1', 'Refused', 'twelve'],
  ]);
  const rival = await openStall(house, { name: 'Another rival' });
  const mends = async (cells: { n: number; field: string; text: string }[], by = mei.seller, sheet = page.id) => {
    const tried = await tries(house, by, mendSheet, { store: mei.store, sheet, cells });
    return tried.ok ? 'done' : tried.refusal.no;
  };
  const right = { n: 2, field: 'price', text: '12' };
  expect(await mends([right], mei.seller, 'nothing')).toBe('sheet_not_found');
  expect(await mends([right], rival.seller)).toBe('sheet_not_found');
  expect(await mends([{ ...right, field: 'nonsense' }])).toBe('column_is_not_known');
  expect(await mends([{ ...right, field: '' }])).toBe('column_is_not_known');
  expect(await mends([{ ...right, n: 9 }])).toBe('row_is_not_in_the_file');
  expect(await mends([{ ...right, text: 'x'.repeat(30_001) }])).toBe('cell_is_too_long');
  expect(await mends([right])).toBe('done');
  expect(await mends([right])).toBe('sheet_is_being_worked_on');
  await settle(house);
});

test.each(['csv', 'xlsx'] as const)('what is exported as %s comes back unchanged', async (kind) => {
  const hao = await openStall(house, { currency: 'USD', name: `Hao ${kind}` });
  const names = { en: 'Size', 'pt-BR': 'Tamanho' };
  const values = [
    { code: 'small', names: { en: 'Small', 'pt-BR': 'Pequeno' } },
    { code: 'l', names: { en: 'Large; "big", = more', 'pt-BR': 'Grande' } },
  ];
  const options = [{ code: 'how-big', names, values }];
  const one = kettle.variants![0]!;
  const variants = values.map(({ code }, n) => ({ ...one, sku: `00${n}`, choice: { 'how-big': code } }));
  const descriptions = { en: '=1+1\nsecond line, "quoted"', 'pt-BR': '- traço' };
  await sells(house, hao, kettle);
  await sells(house, hao, { ...kettle, titles: { en: "'Kettles, two'" }, descriptions, options, variants });
  const lines = await question(house, hao.seller, exportProducts, { store: hao.store });
  expect(lines).toHaveLength(4);
  const data = await base64(kind, lines);
  const said = { store: hao.store, settings };
  const { sheet } = await does(house, hao.seller, openSheet, { ...said, name: 'all', data });
  const fields = lines[0]!;
  await does(house, hao.seller, checkSheet, { ...said, sheet, fields });
  await settle(house);
  await does(house, hao.seller, takeSheet, { store: hao.store, sheet });
  await settle(house);
  const page = (await question(house, hao.seller, sheetPage, { store: hao.store, sheet }))!;
  expect({ problems: page.problems, ...counts(page) }).toEqual({
    problems: [],
    state: 'taken',
    fresh: 0,
    changed: 0,
    same: 2,
    bad: 0,
  });
  expect(await question(house, hao.seller, exportProducts, { store: hao.store })).toEqual(lines);
});

test('a hundred products are gone through in parts, and what is complete goes to the desk', async () => {
  const lines = Array.from({ length: 100 }, (_, n) => [
    `p${n}`,
    `Kettle ${n}`,
    `N-${n}`,
    '20',
    '1',
    '900',
    '20',
    '20',
    '20',
    '851610',
    '1.7',
    'glass',
    '2200',
  ]);
  const names = [
    'handle',
    'title',
    'sku',
    'price',
    'stock',
    'weight_g',
    'length_cm',
    'width_cm',
    'height_cm',
    'hs',
    'attribute.capacity',
    'attribute.material',
    'attribute.power',
  ];
  const page = await taken([names, ...lines], { submit: true, kind: 'xlsx' });
  expect({ problems: page.problems, ...counts(page) }).toMatchObject({
    problems: [],
    state: 'taken',
    fresh: 100,
    bad: 0,
  });
  const { states } = (await question(house, mei.seller, productsOfStore, { store: mei.store }))!;
  expect(states['in_review']).toBe(100);
  // Of a size that is half there, each side that is not is asked for.
  const flat = await checked([
    names,
    ['flat', 'Flat kettle', 'N-flat', ...lines[0]!.slice(3, 7), '', '', ...lines[0]!.slice(9)],
  ]);
  expect(flat.problems.map(({ field, what }) => `${field} ${what}`)).toEqual([
    'width_cm is_missing',
    'height_cm is_missing',
  ]);
  // What waits for the desk cannot be changed meanwhile, and says so.
  const dearer = await checked([names, ['p1', 'Kettle 1', 'N-1', '21', ...lines[1]!.slice(4)]]);
  expect(dearer.problems).toMatchObject([{ n: 2, what: 'product_is_in_review', leftOut: true }]);
});

test('who may not, and what no file may be', async () => {
  const rival = await openStall(house, { name: 'A rival' });
  const file = { store: mei.store, name: 'x.csv', settings };
  const data = await base64('csv', [['title'], ['Kettle']]);
  expect(await tries(house, rival.seller, openSheet, { ...file, data })).toMatchObject({
    refusal: { no: 'store_not_found' },
  });
  expect(await tries(house, desk, openSheet, { ...file, data })).toMatchObject({ refusal: { no: 'store_not_found' } });
  expect(await tries(house, mei.seller, openSheet, { ...file, data: '' })).toMatchObject({
    refusal: { no: 'sheet_is_empty' },
  });
  const odd = Buffer.from('PK\x03\x04 this is no archive').toString('base64');
  expect(await tries(house, mei.seller, openSheet, { ...file, data: odd })).toMatchObject({
    refusal: { no: 'sheet_is_not_readable' },
  });
  const { sheet } = await does(house, mei.seller, openSheet, { ...file, data });
  const at = { store: mei.store, sheet };
  expect(await tries(house, mei.seller, takeSheet, at)).toMatchObject({ refusal: { no: 'sheet_is_not_checked' } });
  expect(await tries(house, rival.seller, takeSheet, at)).toMatchObject({ refusal: { no: 'sheet_not_found' } });
  const check = (fields: string[]) => tries(house, mei.seller, checkSheet, { ...at, fields, settings });
  expect(await check(['nonsense'])).toMatchObject({ refusal: { no: 'column_is_not_known' } });
  expect(await check(['brand'])).toMatchObject({ refusal: { no: 'title_or_number_is_needed' } });
  expect(await question(house, rival.seller, sheetPage, at)).toBeUndefined();
  expect(await question(house, rival.seller, badRows, at)).toBeUndefined();
  expect(await question(house, rival.seller, exportProducts, { store: mei.store })).toEqual([]);
});

test('the template of a category is a file that is taken as it is', async () => {
  const [names, row] = await question(house, system, sheetTemplate, {
    category: 'kettles',
    currency: 'USD',
    locale: 'en',
  });
  const title = names!.indexOf('title.en');
  expect(counts(await checked([names!, row!.with(title, 'From the template')]))).toMatchObject({ fresh: 1, bad: 0 });
});

test('columns are taken for what categories ask for, before it is known where the goods belong', async () => {
  const data = await base64('csv', [
    ['Name', 'Where', 'Capacity (l)', '材质'],
    ['Glass kettle', 'Kettles', '1.7', 'Glass'],
  ]);
  const nowhere = { ...settings, category: '' };
  const { sheet } = await does(house, mei.seller, openSheet, {
    store: mei.store,
    name: 'own.csv',
    data,
    settings: nowhere,
  });
  const { fields } = await look(sheet);
  expect(fields).toEqual(['title', '', 'attribute.capacity', 'attribute.material']);

  const asked = async (locale = 'en') =>
    (await question(house, mei.seller, attributesForSheet, { store: mei.store, sheet, locale })).map(
      ({ name }) => name,
    );
  // Nobody said where they belong: everything that any category asks for can be chosen.
  expect(await asked()).toEqual(expect.arrayContaining(['Capacity', 'Material', 'Net weight', 'Season']));

  // Once a column says it, the rest is left out.
  const named = fields.map((field, n) => (n === 1 ? 'category' : field));
  await does(house, mei.seller, checkSheet, { store: mei.store, sheet, fields: named, settings: nowhere });
  expect(await asked()).toEqual(expect.arrayContaining(['Capacity', 'Material']));
  expect(await asked()).not.toContain('Season');
  expect(await asked('zh-CN')).toContain('材质');

  const other = await openStall(house, { currency: 'USD' });
  expect(await question(house, other.seller, attributesForSheet, { store: mei.store, sheet, locale: 'en' })).toEqual(
    [],
  );
});
