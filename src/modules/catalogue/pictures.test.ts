import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settle } from '#platform/settle';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { visitor } from '#platform/actor';
import { draftProduct } from './draft-product.ts';
import { editProduct } from './edit-product.ts';
import { offersOf } from './offers-of.ts';
import { addPicture, pictureBytes } from './pictures.ts';
import { productPage } from './product-page.ts';
import { listProduct } from './review-product.ts';
import { desk, does, kettle, openStall, sells, tries } from './stall.ts';
import type { Stall } from './stall.ts';

let house: TestHouse;
let mei: Stall;
beforeAll(async () => {
  house = await openTestHouse();
  mei = await openStall(house);
});
afterAll(() => house.close());

const plain = (width: number, height: number, background = '#c63d17') =>
  sharp({ create: { width, height, channels: 3, background } });
const data = (bytes: Buffer) => bytes.toString('base64');
const draft = async () => (await does(house, mei.seller, draftProduct, { store: mei.store, ...kettle })).product;

test('a picture is looked at, kept, and served in sizes that fit', async () => {
  const product = await draft();
  const { hash, ...rest } = await does(house, mei.seller, addPicture, {
    product,
    data: data(await plain(1600, 1000).jpeg().toBuffer()),
  });
  expect(rest).toEqual({ width: 1600, height: 1000, waits: false });
  await settle(house);
  for (const [wanted, width, height] of [
    [1, 320, 200],
    [320, 320, 200],
    [321, 640, 400],
    [1280, 1280, 800],
  ] as const) {
    const served = await pictureBytes(house, hash, wanted);
    expect(await sharp(served!.bytes).metadata()).toMatchObject({ format: 'webp', width, height });
    expect(served!.headers['cache-control']).toContain('immutable');
  }
  // Wider ones are made for stores' own pages only.
  expect(await sharp((await pictureBytes(house, hash, 5000))!.bytes).metadata()).toMatchObject({ width: 1280 });
});

test('a size that is not made yet is made when it is asked for', async () => {
  const product = await draft();
  const { hash } = await does(house, mei.seller, addPicture, {
    product,
    data: data(await plain(700, 700).png().toBuffer()),
  });
  expect(await sharp((await pictureBytes(house, hash, 640))!.bytes).metadata()).toMatchObject({ width: 640 });
  expect(await sharp((await pictureBytes(house, hash, 1280))!.bytes).metadata()).toMatchObject({ width: 700 });
});

test('a telephone held upright gives an upright picture, and no copy says where it was taken', async () => {
  const product = await draft();
  const taken = await plain(900, 600)
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Mei' }, IFD3: { GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const { hash, width, height } = await does(house, mei.seller, addPicture, { product, data: data(taken) });
  expect([width, height]).toEqual([600, 900]);
  const seen = await sharp((await pictureBytes(house, hash, 320))!.bytes).metadata();
  expect(seen).toMatchObject({ width: 213, height: 320 });
  expect(seen.exif).toBeUndefined();
});

test('what is no picture, or too small, or too large, is refused', async () => {
  const product = await draft();
  const add = (bytes: Buffer) => tries(house, mei.seller, addPicture, { product, data: data(bytes) });
  const whole = await plain(800, 800).png({ compressionLevel: 0 }).toBuffer();
  expect(await add(Buffer.alloc(0))).toMatchObject({ refusal: { no: 'picture_is_missing' } });
  expect(await add(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>'))).toMatchObject({
    refusal: { no: 'picture_is_not_readable' },
  });
  expect(await add(await plain(400, 400).gif().toBuffer())).toMatchObject({
    refusal: { no: 'picture_is_not_readable' },
  });
  expect(await add(whole.subarray(0, whole.length / 2))).toMatchObject({ refusal: { no: 'picture_is_not_readable' } });
  expect(await add(await plain(199, 900).png().toBuffer())).toEqual({
    ok: false,
    refusal: { no: 'picture_is_too_small', least: 200 },
  });
  expect(await add(await plain(12_400, 200).png().toBuffer())).toMatchObject({
    refusal: { no: 'picture_has_too_many_pixels' },
  });
  expect(await add(Buffer.alloc(9 * 1024 * 1024, 1))).toMatchObject({ refusal: { no: 'picture_is_too_large' } });
  const other = await openStall(house);
  expect(await tries(house, other.seller, addPicture, { product, data: data(whole) })).toEqual({
    ok: false,
    refusal: { no: 'product_not_found' },
  });
});

test('a new picture of a product on sale waits for the desk; pictures are put in order and taken away', async () => {
  const { product, variants } = await sells(house, mei);
  const add = async (colour: string) =>
    does(house, mei.seller, addPicture, { product, data: data(await plain(300, 300, colour).png().toBuffer()) });
  const [red, blue] = [await add('red'), await add('blue')];
  expect(red.waits).toBe(true);
  const shown = async () =>
    (await question(house, visitor, productPage, { product, locale: 'en' }))!.pictures.map(({ hash }) => hash);
  expect(await shown()).toEqual([]);
  await does(house, mei.seller, editProduct, { product, pictures: [blue.hash, red.hash, 'f'.repeat(64)] });
  await does(house, desk, listProduct, { product });
  expect(await shown()).toEqual([blue.hash, red.hash]);
  expect((await question(house, visitor, offersOf, { variants, locale: 'en' }))[0]!.picture).toEqual({
    hash: blue.hash,
    width: 300,
    height: 300,
  });
});

test("other papers among the house's files are not served as pictures", async () => {
  const passport = await house.files.put(await plain(400, 400).png().toBuffer());
  expect(await pictureBytes(house, passport, 320)).toBeUndefined();
  expect(await pictureBytes(house, 'f'.repeat(64), 320)).toBeUndefined();
  expect(await pictureBytes(house, '../secrets', 320)).toBeUndefined();
  await writeFile(join(house.config.home, 'files', 'nothing'), '');
  expect(await pictureBytes(house, 'nothing', 320)).toBeUndefined();
});
