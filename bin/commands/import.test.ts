import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { run } from './import.ts';

let house: TestHouse;
const before = { ...process.env };
const said: string[] = [];

beforeAll(async () => {
  house = await openTestHouse();
  Object.assign(process.env, { DATABASE_URL: house.config.databaseUrl, ENTREPOT_HOME: house.config.home });
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterAll(async () => {
  vi.restoreAllMocks();
  for (const name of ['DATABASE_URL', 'ENTREPOT_HOME']) delete process.env[name];
  Object.assign(process.env, before);
  await house.close();
});

const file = async (name: string, text: string) => {
  const path = join(house.config.home, name);
  await writeFile(path, text);
  return path;
};

test('products are brought into a store that is opened for them, and what is wrong is told with its mend', async () => {
  const good = { id: '1', title: 'Heron toner cartridge', price: 4995, supplier: 'Heron' };
  const path = await file('goods.ndjson', `${JSON.stringify(good)}\n{"id":"2","title":"Kettle","price":"cheap"}\n`);
  expect(await run(['icecat', path, '--store', 'Harbour'])).toBe(1);
  expect(said.join('\n')).toContain(
    'line 2 (2): its price is "cheap"; left out; to mend it: give "price" in whole cents',
  );
  expect(await readFile(join(house.config.home, 'imports', 'goods.ndjson.txt'), 'utf8')).toMatch(/^line 2 /);
  expect(await run(['icecat', path, '--store', 'harbour'])).toBe(1);
  const { rows } = await house.db.query(`
    select s.name, count(*)::int as products from catalogue.products p join parties.stores s on s.id = p.store group by s.name`);
  expect(rows).toEqual([{ name: 'Harbour', products: 1 }]);
});

test('rates are brought in from the Bank’s own files', async () => {
  const path = await file('eurofxref-hist.csv', 'Date,USD,BRL,\n2026-02-27,1.0412,6.0531,\n2026-02-26,1.0401,N/A,\n');
  expect(await run(['ecb', path])).toBe(0);
  expect(said.at(-1)).toContain('2 days read; 3 rates are new');
  await expect(run(['ecb', await file('other.csv', 'a,b\n1,2\n')])).rejects.toMatchObject({ exitCode: 1 });
});

test('what cannot be meant is told before anything is done', async () => {
  const path = await file('empty.ndjson', '');
  for (const args of [[], ['icecat'], ['spices', path], ['icecat', '/nowhere'], ['icecat', path, '--origin', 'Mars']]) {
    await expect(run(args), args.join(' ')).rejects.toMatchObject({ exitCode: 2 });
  }
  await expect(run(['icecat', path, '--colour', 'red'])).rejects.toThrow(/colour/);
  expect(await run(['icecat', path])).toBe(0);
});
