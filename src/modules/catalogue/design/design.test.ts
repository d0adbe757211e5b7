/** A store's page, arranged by its people and seen by visitors when they publish it. */
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { guest } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { settle } from '#platform/settle';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { does, kettle, openStall, sells, tries } from '../stall.ts';
import type { Stall } from '../stall.ts';
import { pictureBytes } from '../pictures.ts';
import {
  arrangeStore,
  bringBanner,
  bringSectionPicture,
  designForSeller,
  dropDraft,
  publishDesign,
  storeDesign,
} from './index.ts';
import type { Section } from './index.ts';

let house: TestHouse;
let mei: Stall;
let rival: Stall;
let product: string;
const visitor: Actor = guest('somebody');

beforeAll(async () => {
  house = await openTestHouse();
  mei = await openStall(house);
  rival = await openStall(house, { name: 'Bo, Ningbo' });
  product = (await sells(house, mei)).product;
});
afterAll(() => house.close());

const refused = (no: string, more: object = {}) => ({ ok: false, refusal: { no, ...more } });
const en = (text: string) => ({ en: text });
const chosen = (...products: string[]): Section => ({ kind: 'products', titles: en('Chosen by us'), products });
const words: Section = { kind: 'text', titles: {}, texts: { en: 'Made in Shenzhen.', 'pt-BR': 'Feito em Shenzhen.' } };
const kettles: Section = { kind: 'category', titles: {}, category: 'kettles' };
const arranges = (sections: Section[], more: object = {}, by = mei.seller) =>
  tries(house, by, arrangeStore, { store: mei.store, sections, ...more });
const seen = (by: Actor, input: object = {}) =>
  question(house, by, storeDesign, { store: mei.store, locale: 'en', ...input });
const own = async () => (await question(house, mei.seller, designForSeller, { store: mei.store }))!;
const picture = async (width: number, height: number) =>
  (
    await sharp({ create: { width, height, channels: 3, background: '#14597a' } })
      .jpeg()
      .toBuffer()
  ).toString('base64');

test('who arranges is refused what does not hold, in this order', async () => {
  expect(await arranges([words], {}, rival.seller)).toEqual(refused('store_not_found'));
  await does(house, mei.seller, arrangeStore, { store: mei.store, sections: [words] });
  expect(await arranges([words], { seen: '2020-01-01T00:00:00.000Z' })).toEqual(refused('design_has_changed'));
  expect(await arranges([words], { banner: { x: 'left', y: 'top' } })).toEqual(refused('there_is_no_banner'));
  expect(await arranges(Array.from({ length: 13 }, () => words))).toEqual(refused('too_many_sections', { most: 12 }));
  const odd = { kind: 'text', titles: {}, texts: { 'no language': 'x' } } as const;
  expect(await arranges([words, odd])).toEqual(refused('language_not_known', { section: 2 }));
  expect(await arranges([{ ...kettles, titles: en('x'.repeat(81)) }])).toEqual(
    refused('title_is_too_long', { section: 1, most: 80 }),
  );
  expect(await arranges([chosen('no id')])).toEqual(refused('section_has_no_products', { section: 1 }));
  const many = Array.from({ length: 13 }, () => newId(house.clock.now()));
  expect(await arranges([chosen(...many)])).toEqual(refused('too_many_products', { section: 1, most: 12 }));
  expect(await arranges([{ ...kettles, category: '' }])).toEqual(refused('section_has_no_category', { section: 1 }));
  expect(await arranges([{ ...words, texts: { en: ' ' } }])).toEqual(refused('section_has_no_text', { section: 1 }));
  expect(await arranges([{ ...words, texts: en('x'.repeat(2001)) }])).toEqual(
    refused('section_text_is_too_long', { section: 1, most: 2000 }),
  );
  const { product: theirs } = await sells(house, rival);
  expect(await arranges([words, chosen(product, theirs)])).toEqual(
    refused('section_product_not_found', { section: 2 }),
  );
  expect(await arranges([{ ...kettles, category: 'unicorns' }])).toEqual(
    refused('section_category_not_found', { section: 1 }),
  );
});

test('visitors see nothing of a draft until it is published, and then in their language', async () => {
  expect(await seen(visitor)).toEqual({ banner: null, sections: [] });
  await does(house, mei.seller, arrangeStore, { store: mei.store, sections: [words, chosen(product), kettles] });
  expect(await own()).toMatchObject({ waits: true, design: { sections: [{}, {}, {}] }, shownAt: null });
  expect(await seen(visitor, { draft: true })).toEqual({ banner: null, sections: [] });
  expect((await seen(mei.seller, { draft: true })).sections).toHaveLength(3);

  expect(await tries(house, rival.seller, publishDesign, { store: mei.store })).toEqual(refused('store_not_found'));
  await does(house, mei.seller, publishDesign, { store: mei.store });
  expect(await tries(house, mei.seller, publishDesign, { store: mei.store })).toEqual(refused('nothing_is_drafted'));
  expect(await seen(visitor, { locale: 'pt-BR' })).toMatchObject({
    sections: [
      { kind: 'text', title: '', text: 'Feito em Shenzhen.' },
      {
        kind: 'products',
        title: 'Chosen by us',
        picture: null,
        cards: [{ product, title: 'Chaleira de vidro com termômetro' }],
      },
      { kind: 'category', title: 'Chaleiras', cards: [{ product }] },
    ],
  });
  expect(await own()).toMatchObject({
    waits: false,
    categories: expect.arrayContaining([{ id: 'kettles', name: 'Kettles', goods: 1 }]),
  });
  expect(await question(house, rival.seller, designForSeller, { store: mei.store })).toBeUndefined();
});

test('a draft is given up, and a section whose goods are all gone is not shown', async () => {
  const other = await sells(house, mei, { ...kettle, titles: { en: 'Iron kettle' } });
  await does(house, mei.seller, arrangeStore, { store: mei.store, sections: [chosen(other.product)] });
  expect(await tries(house, rival.seller, dropDraft, { store: mei.store })).toEqual(refused('store_not_found'));
  await does(house, mei.seller, dropDraft, { store: mei.store });
  expect(await tries(house, mei.seller, dropDraft, { store: mei.store })).toEqual(refused('nothing_is_drafted'));
  expect(await own()).toMatchObject({ waits: false, design: { sections: [{}, {}, {}] } });

  await does(house, mei.seller, arrangeStore, { store: mei.store, sections: [chosen(other.product)] });
  await does(house, mei.seller, publishDesign, { store: mei.store });
  await house.db.query(`update catalogue.products set on_sale = false where id = '${other.product}'`);
  expect(await seen(visitor)).toEqual({ banner: null, sections: [] });
});

test('a banner is a wide picture with a part that stays in view; it is taken away again', async () => {
  const brings = (data: string, by = mei.seller) => tries(house, by, bringBanner, { store: mei.store, data });
  const wide = await picture(1600, 500);
  expect(await brings(wide, rival.seller)).toEqual(refused('store_not_found'));
  expect(await brings('')).toEqual(refused('picture_is_missing'));
  expect(await brings(Buffer.from('no picture').toString('base64'))).toMatchObject(
    refused('picture_is_not_readable', {}),
  );
  expect(await brings(await picture(900, 120))).toEqual(refused('picture_is_too_small', { least: 200 }));
  expect(await brings(await picture(900, 400))).toEqual(refused('banner_is_too_narrow', { least: 960 }));
  const { hash } = await does(house, mei.seller, bringBanner, { store: mei.store, data: wide });
  await does(house, mei.seller, arrangeStore, { store: mei.store, banner: { x: 'left', y: 'bottom' } });
  await does(house, mei.seller, publishDesign, { store: mei.store });
  expect((await seen(visitor)).banner).toEqual({ hash, width: 1600, height: 500, x: 'left', y: 'bottom' });
  await does(house, mei.seller, arrangeStore, { store: mei.store, banner: null });
  await does(house, mei.seller, publishDesign, { store: mei.store });
  expect((await seen(visitor)).banner).toBeNull();
});

test('a banner is served wider than goods are, as far as it reaches', async () => {
  const { hash } = await does(house, mei.seller, bringBanner, { store: mei.store, data: await picture(2000, 600) });
  const wide = async (width: number) => (await sharp((await pictureBytes(house, hash, width))!.bytes).metadata()).width;
  expect(await wide(1920)).toBe(1280);
  expect((await pictureBytes(house, hash, 1920))!.headers['cache-control']).not.toContain('immutable');
  await settle(house);
  expect(await Promise.all([1280, 1920, 2560, 9000].map(wide))).toEqual([1280, 1920, 2000, 2000]);
  expect((await pictureBytes(house, hash, 1920))!.headers['cache-control']).toContain('immutable');
});

test('a picture leads to one of the store’s goods or to a category, and is gone with it', async () => {
  const brought = await does(house, mei.seller, bringSectionPicture, {
    store: mei.store,
    data: await picture(1200, 400),
  });
  const leads = (to: 'product' | 'category', id: string, hash = brought.hash): Section => ({
    kind: 'picture',
    titles: {},
    picture: { ...brought, hash },
    link: { to, id },
  });
  const { product: theirs } = await sells(house, rival);
  expect(await tries(house, rival.seller, bringSectionPicture, { store: mei.store, data: '' })).toEqual(
    refused('store_not_found'),
  );
  expect(await arranges([leads('category', 'kettles', 'https://bad.test/x')])).toEqual(
    refused('section_has_no_picture', { section: 1 }),
  );
  expect(await arranges([leads('product', '')])).toEqual(refused('section_leads_nowhere', { section: 1 }));
  expect(await arranges([leads('category', 'kettles', 'f'.repeat(64))])).toEqual(
    refused('section_picture_not_found', { section: 1 }),
  );
  for (const id of [theirs, 'https://bad.test/'])
    expect(await arranges([leads('product', id)])).toEqual(refused('section_product_not_found', { section: 1 }));
  expect(await arranges([leads('category', 'unicorns')])).toEqual(
    refused('section_category_not_found', { section: 1 }),
  );

  const { product: own } = await sells(house, mei);
  await does(house, mei.seller, arrangeStore, {
    store: mei.store,
    sections: [leads('product', own), leads('category', 'kettles')],
  });
  await does(house, mei.seller, publishDesign, { store: mei.store });
  expect((await seen(visitor)).sections).toMatchObject([
    { kind: 'picture', picture: brought, link: { to: 'product', id: own, name: expect.any(String) }, cards: [] },
    { kind: 'picture', picture: brought, link: { to: 'category', id: 'kettles', name: 'Kettles' } },
  ]);
  await house.db.query(`update catalogue.products set on_sale = false where id = '${own}'`);
  expect((await seen(visitor)).sections).toMatchObject([{ link: { to: 'category' } }]);
});
