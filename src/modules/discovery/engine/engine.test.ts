/** The index beside the database: as fresh as it says, whole whatever is killed, and as it was after a restart. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { must } from '#kernel/result';
import type { Result } from '#kernel/result';
import { cardsOf, draftProduct, listProduct, submitProduct, suspendProduct } from '#modules/catalogue';
import { enrol, enrolStore } from '#modules/parties';
import { system } from '#platform/actor';
import { perform } from '#platform/perform';
import { settle } from '#platform/settle';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import type { Deed } from '#platform/work';
import { segmentOf } from '../memory/segment.ts';
import type { Entry } from '../memory/segment.ts';
import { search } from '../search.ts';
import { engineOf } from './engine.ts';
import { IndexOnDisk } from './index-on-disk.ts';
import { News } from './news.ts';
import { readSegment, saveSegment } from './segment-file.ts';

let house: TestHouse;
let store: string;
let folder: string;

beforeAll(async () => {
  house = await openTestHouse();
  folder = await mkdtemp(join(tmpdir(), 'entrepot-index-'));
  const about = { name: 'Mei', locale: 'en', country: 'CN', currency: 'CNY' };
  const { person } = await does(enrol, { ...about, email: 'mei@shop.example' });
  store = (await does(enrolStore, { ...about, owner: person, kind: 'company', why: 'A store for a test.' })).store;
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

async function does<Input, Answer, Refusal extends { no: string }>(
  deed: Deed<Input, Result<Answer, Refusal>>,
  input: Input,
): Promise<Answer> {
  return must(await perform(house, { key: newId(house.clock.now()), by: system }, deed, input));
}

async function sells(title: string): Promise<string> {
  const { product } = await does(draftProduct, {
    store,
    category: 'kettles',
    titles: { en: title },
    attributes: { capacity: 1.7, material: 'glass' },
    hs: '8516.10',
    origin: 'CN',
    variants: [{ tiers: [{ from: 1, minor: 19900n }], grams: 1450, sizeMm: [260, 220, 240], onHand: 5 }],
  });
  await does(submitProduct, { product });
  await does(listProduct, { product });
  await settle(house);
  return product;
}

const find = (text: string) => question(house, system, search, { text, locale: 'en' });

test('a change is found within a second of its fact, and what is suspended is not shown even before', async () => {
  await engineOf(house).caughtUp();
  const product = await sells('Samovar');
  const since = performance.now();
  while ((await find('samovar')).total === 0) await sleep(20);
  expect(performance.now() - since).toBeLessThan(1_000);
  await does(suspendProduct, { product, why: 'It is not what it says.' });
  await settle(house);
  // The index may not have heard of it yet; the card is read from the catalogue, which knows.
  const { products } = await find('samovar');
  expect(await question(house, system, cardsOf, { products, locale: 'en' })).toEqual([]);
  await engineOf(house).caughtUp();
  expect((await find('samovar')).total).toBe(0);
});

test('what is on disk knows what it has seen; what came while nobody looked is news', async () => {
  const path = join(folder, 'restart');
  const before = await IndexOnDisk.make(house.db, path);
  const product = await sells('Percolator');
  const again = (await IndexOnDisk.read(house.db, path))!;
  expect(again.size).toBe(before.size);
  const news = new News(house.db, again.seen);
  const changes = await news.since();
  expect(changes.map((change) => change.product)).toContain(product);
  again.index.take(changes);
  expect(again.index.ask({ text: 'percolator', locale: 'en', size: 3 }).products).toEqual([product]);
  // Each change is told once.
  expect(await news.since()).toEqual([]);
});

const entry = (n: number): Entry => ({
  product: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  brand: 'Nord',
  categories: ['kettles'],
  facets: ['brand=Nord'],
  said: { en: { title: `Kettle number ${n}`, kind: 'Kettles', attributes: '', description: 'Boils water.' } },
  currency: 'CNY',
  fromMinor: 100,
  minimum: 1,
  soldOut: false,
  digital: false,
  standing: 0,
  listedAt: n,
});

test('what is read is what was saved', () => {
  const path = join(folder, 'same');
  const segment = segmentOf(Array.from({ length: 50 }, (_, n) => entry(n)));
  saveSegment(path, { segment, seen: '77' });
  expect(readSegment(path)).toEqual({ segment, seen: '77' });
});

test('a file that was cut off or changed is not trusted', async () => {
  const path = join(folder, 'cut');
  saveSegment(path, { segment: segmentOf([entry(1)]), seen: '1' });
  const bytes = await readFile(path);
  for (const broken of [bytes.subarray(0, bytes.length - 9), Buffer.from(bytes).fill(7, 400, 440), Buffer.alloc(3)]) {
    await writeFile(path, broken);
    expect(readSegment(path)).toBeUndefined();
  }
});

test('who is killed while saving leaves a good index', async () => {
  const path = join(folder, 'killed');
  const program = `
    const { segmentOf } = await import(${JSON.stringify(new URL('../memory/segment.ts', import.meta.url).href)});
    const { saveSegment } = await import(${JSON.stringify(new URL('./segment-file.ts', import.meta.url).href)});
    const segment = segmentOf(${JSON.stringify(Array.from({ length: 300 }, (_, n) => entry(n)))});
    for (let seen = 1; ; seen++) {
      saveSegment(${JSON.stringify(path)}, { segment, seen: String(seen) });
      if (seen === 1) console.log('saved');
    }`;
  let last = 0;
  for (const ms of [3, 11, 19, 37]) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await sleep(ms);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const saved = readSegment(path)!;
    expect(saved.segment.size).toBe(300);
    last = Math.max(last, Number(saved.seen));
  }
  expect(last).toBeGreaterThan(0);
  // What was half written beside it does not pile up: the next who saves clears it away.
  saveSegment(path, { segment: segmentOf([entry(1)]), seen: '1' });
  expect((await readdir(folder)).filter((name) => name.startsWith('killed'))).toEqual(['killed']);
});
