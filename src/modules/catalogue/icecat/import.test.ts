import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { visitor } from '#platform/actor';
import { perform } from '#platform/perform';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { bringIn } from '../bring-in.ts';
import { categoryPage } from '../category-page.ts';
import { productPage } from '../product-page.ts';
import { openStall } from '../stall.ts';
import { idOf } from './ids.ts';
import { importIcecat } from './import.ts';
import { spoken } from './names.ts';

let house: TestHouse;
let folder: string;
beforeAll(async () => {
  house = await openTestHouse();
  folder = await mkdtemp(join(tmpdir(), 'icecat-'));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

/** Rows as the file has them: toner, whose names say what it is. */
const toner = (n: number, more: object = {}) => ({
  id: `${1000 + n}`,
  name: `T${n}`,
  title: `Heron T${n} toner cartridge Original ${n % 2 ? 'Black' : 'Cyan'}`,
  ean: ['4006381333931'],
  short_description: `Toner ${n}`,
  date_released: '2009-12-10T00:00:00Z',
  supplier: 'Heron',
  price: 4995 + n,
  attr_t_type: 'Original',
  attr_t_printing_colours: n % 2 ? 'Black' : 'Cyan',
  attr_n_black_toner_page_yield: 1000 + n,
  attr_b_rohs_compliance: true,
  attr_t_compatibility: `Printer ${n}`,
  attr_t_country_of_origin: 'Japan',
  attr_n_package_weight: 850.4,
  attr_n_package_width: 100,
  attr_n_package_depth: 300.2,
  attr_n_package_height: 90,
  ...more,
});
const rows = (many: number) => Array.from({ length: many }, (_, n) => toner(n));

async function file(name: string, lines: (object | string)[]): Promise<string> {
  const path = join(folder, name);
  const text = `${lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')}\n`;
  await writeFile(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}

const stall = () => openStall(house, { currency: 'USD', name: 'Heron Supplies' });
const bring = (path: string, store: string, more: object = {}) =>
  importIcecat(house, { path, store, origin: 'CN', again: false, atOnce: 10, ...more });
const counted = async (store: string) =>
  (
    await house.db
      .query(`select (select count(*) from catalogue.products where store = '${store}' and on_sale)::int as products,
    (select count(*) from catalogue.variants v join catalogue.products p on p.id = v.product where store = '${store}')::int as variants,
    (select count(*) from discovery.documents where store = '${store}' and not gone)::int as findable`)
  ).rows[0];

test('rows become goods on sale in a category with attributes of its own, and can be found', async () => {
  const { store } = await stall();
  const report = await bring(await file('good.ndjson.gz', rows(25)), store);
  expect(report).toMatchObject({ lines: 25, before: 0, brought: 25, renewed: 0, categories: 1, problems: [] });
  expect(await counted(store)).toEqual({ products: 25, variants: 25, findable: 25 });
  const shelf = must(await question(house, visitor, categoryPage, { category: 'toner-cartridges', locale: 'pt-BR' }));
  expect(shelf).toMatchObject({
    category: { name: 'Cartuchos de toner' },
    path: [{ id: 'computers' }, { id: 'printing' }, { id: 'toner-cartridges' }],
    more: true,
  });
  const page = await question(house, visitor, productPage, {
    product: idOf(Date.parse('2009-12-10T00:00:00Z'), store, 'icecat', '1001'),
    locale: 'en',
  });
  expect(page).toMatchObject({
    title: 'Heron T1 toner cartridge Original Black',
    brand: 'Heron',
    currency: 'USD',
    origin: 'JP',
    hs: '844399',
    battery: 'none',
    variants: [{ gtin: '4006381333931', tiers: [{ from: 1, minor: 4996n }], grams: 851, sizeMm: [301, 100, 90] }],
  });
  expect(page!.attributes).toEqual(
    expect.arrayContaining([
      { code: 'printing-colours', name: 'Printing colours', value: 'Black', unit: '' },
      { code: 'black-toner-page-yield', name: 'Pages, black', value: 1001, unit: '' },
      { code: 'rohs-compliance', name: 'RoHS', value: true, unit: '' },
      { code: 'compatibility', name: 'Compatible with', value: 'Printer 1', unit: '' },
    ]),
  );
});

test('rows that are not right are named with what to mend, and the others are brought in', async () => {
  const { store } = await stall();
  const path = await file('bad.ndjson', [
    toner(0),
    '{"id": "broken"',
    '[1, 2]',
    toner(1, { id: '' }),
    toner(2, { title: ' ' }),
    toner(3, { price: 0 }),
    toner(4, { price: 12.5 }),
    toner(0, { title: 'Again toner' }),
    toner(5, { title: `Long toner ${'word '.repeat(60)}` }),
    toner(6, { ean: ['123', '9999999999999'] }),
    toner(7),
  ]);
  const { brought, lines, problems } = await bring(path, store);
  expect({ brought, lines }).toEqual({ brought: 4, lines: 11 });
  expect(problems.filter(({ leftOut }) => leftOut).map(({ line, what }) => [line, what])).toEqual([
    [2, 'it is no JSON object'],
    [3, 'it is no JSON object'],
    [4, 'it has no id'],
    [5, 'it has no title'],
    [6, 'its price is 0'],
    [7, 'its price is 12.5'],
    [8, 'line 1 has the same id'],
  ]);
  expect(problems.filter(({ leftOut }) => !leftOut).map(({ line, mend }) => [line, mend])).toEqual([
    [9, 'shortened to 200'],
    [10, 'left out'],
  ]);
  expect(problems.every(({ mend }) => mend !== '')).toBe(true);
});

test('killed in the middle and begun again, it goes on and doubles nothing', async () => {
  const { store } = await stall();
  const path = await file('long.ndjson', rows(45));
  const dies = (done: number) => {
    if (done >= 20) throw new Error('killed');
  };
  await expect(bring(path, store, { tell: dies })).rejects.toThrow('killed');
  // What was being written when it died may or may not have arrived.
  const there = (await house.db.query(`select lines from catalogue.imports where store = '${store}'`)).rows[0] as {
    lines: number;
  };
  expect([20, 30]).toContain(there.lines);
  const report = await bring(path, store);
  expect(report).toMatchObject({ before: there.lines, lines: 45, brought: 45, renewed: 0 });
  expect(report.ended_at).not.toBeNull();
  expect(await counted(store)).toEqual({ products: 45, variants: 45, findable: 45 });
  expect(await bring(path, store)).toMatchObject({ before: 45, brought: 45 });
  expect(await counted(store)).toEqual({ products: 45, variants: 45, findable: 45 });
});

test('from the first line again it brings up to date what is there; what the seller did with it stays', async () => {
  const { store } = await stall();
  const path = await file('again.ndjson', rows(12));
  await bring(path, store);
  const product = idOf(Date.parse('2009-12-10T00:00:00Z'), store, 'icecat', '1003');
  await house.db.query(
    `update catalogue.products set titles = '{"en": "Changed"}', state = 'withdrawn', on_sale = false where id = '${product}'`,
  );
  await house.db.query(`update catalogue.stock set on_hand = 1 where product = '${product}'`);
  expect(await bring(path, store, { again: true })).toMatchObject({ before: 0, brought: 0, renewed: 12 });
  const { rows: after } = await house.db.query(
    `select titles ->> 'en' as title, state, on_hand from catalogue.products p join catalogue.stock s on s.product = p.id where p.id = '${product}'`,
  );
  expect(after).toEqual([{ title: 'Heron T3 toner cartridge Original Black', state: 'withdrawn', on_hand: 1 }]);
});

test("two at once do not get in each other's way: one of them stops", async () => {
  const { store } = await stall();
  const path = await file('twice.ndjson', rows(60));
  const both = await Promise.allSettled([bring(path, store), bring(path, store)]);
  expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
  for (const one of both)
    if (one.status === 'rejected') expect(String(one.reason)).toContain('another_import_of_the_file_goes_on');
  expect(await counted(store)).toEqual({ products: 60, variants: 60, findable: 60 });
});

test('only staff bring in, into a store that is there and sells in that money', async () => {
  const yuan = await openStall(house);
  const product = { id: idOf(0, 'x'), listing: { category: 'kettles' } as never };
  const tries = (by: typeof yuan.seller, store: string) =>
    perform(house, { key: idOf(1, by.id, store), by }, bringIn, { store, currency: 'USD', products: [product] });
  expect(await tries(yuan.seller, yuan.store)).toEqual({
    ok: false,
    refusal: { no: 'only_staff_for_listings_may_bring_in' },
  });
  const desk = { ...yuan.seller, id: 'desk', stores: [], staff: ['listings' as const] };
  expect(await tries(desk, idOf(5, 'nobody'))).toEqual({ ok: false, refusal: { no: 'store_not_found' } });
  expect(await tries(desk, yuan.store)).toEqual({
    ok: false,
    refusal: { no: 'store_sells_in_another_currency', currency: 'CNY' },
  });
  await expect(bring(await file('yuan.ndjson', rows(2)), yuan.store)).rejects.toThrow(
    'store_sells_in_another_currency',
  );
});

test('names are made readable again', () => {
  expect(
    [
      'operating_temperature__t_t_',
      'weight__imperial_',
      'usb_2_0_ports_quantity',
      'connector_s_',
      'thermal_design_power__tdp_',
    ].map(spoken),
  ).toEqual([
    'Operating temperature',
    'Weight (imperial)',
    'USB 2 0 ports quantity',
    'Connector s',
    'Thermal design power (tdp)',
  ]);
});
