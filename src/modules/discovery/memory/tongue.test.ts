import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentOf } from './segment.ts';
import type { Entry } from './segment.ts';
import { Tongue } from './tongue.ts';

const goods = (title: string, more: Partial<Entry> = {}): Entry => ({
  product: title,
  locale: 'en',
  title,
  brand: '',
  kind: '',
  attributes: '',
  description: '',
  categories: [],
  facets: [],
  ...more,
});

const shop = new Tongue(
  segmentOf('en', [
    goods('Notebook case, black', { kind: 'Bags and cases', categories: ['bags'], facets: ['colour=black'] }),
    goods('HP 530 Notebook PC', { kind: 'Laptops', categories: ['laptops'], facets: ['colour=black', 'ram=4'] }),
    goods('Smart watch with compass', { kind: 'Watches', categories: ['watches'] }),
    goods('Kyocera TK-1120 toner cartridge', { kind: 'Toner', categories: ['toner'] }),
    goods('Kettle of glass, 1.7 l', {
      kind: 'Kettles',
      categories: ['kettles'],
      description: 'Boils water in 4 minutes.',
    }),
    goods('Glass jug', { kind: 'Jugs', categories: ['jugs'], description: 'For water. Not a kettle.' }),
    goods('Glass jug, blue', { kind: 'Jugs', categories: ['jugs'] }),
  ]),
);

const ask = (text: string, passes?: (doc: number) => boolean) => {
  const plan = shop.plan(text);
  const found = shop.find({ plan, most: 10, counted: new Set(['colour']), ...(passes && { passes }) });
  return { ...found, plan, titles: found.docs.map((doc) => shop.segment.products[doc]!) };
};

test('the thing itself comes before what goes with it', () => {
  expect(ask('laptop').titles[0]).toBe('HP 530 Notebook PC');
  expect(ask('notebook').titles).toEqual(['HP 530 Notebook PC', 'Notebook case, black']);
  expect(ask('notebook case').titles[0]).toBe('Notebook case, black');
  expect(ask('kettle').titles[0]).toBe('Kettle of glass, 1.7 l');
});

test('words together and apart, model numbers in every spelling', () => {
  expect(ask('smartwatch').titles).toEqual(['Smart watch with compass']);
  for (const text of ['tk1120', 'TK-1120', 'tk 1120'])
    expect(ask(text).titles, text).toEqual(['Kyocera TK-1120 toner cartridge']);
});

test('a slip of the finger is forgiven, and said', () => {
  for (const text of ['ketle', 'kettel', 'kettlee', 'kattle'])
    expect(ask(text).titles[0], text).toBe('Kettle of glass, 1.7 l');
  expect(ask('ketle').plan.instead).toEqual({ typed: 'ketle', meant: 'kettle' });
  expect(ask('kettle').plan.instead).toBeUndefined();
});

test('who has all words comes first and is counted; without any, those with most are', () => {
  const found = ask('glass kettle');
  expect(found).toMatchObject({ total: 2, loosely: false });
  expect(found.titles).toHaveLength(3);
  expect(ask('glass spaceship')).toMatchObject({ total: 3, loosely: true });
  expect(ask('spaceship')).toMatchObject({ docs: [], total: 0 });
  expect(ask('')).toMatchObject({ docs: [], total: 0 });
});

test('facets are counted of what is found, and what does not pass is not there', () => {
  expect([...ask('notebook').facets]).toEqual([['colour=black', 2]]);
  expect([...ask('notebook', (doc) => doc === 1).facets]).toEqual([['colour=black', 1]]);
  // The work space is as it was.
  expect(ask('notebook').titles).toEqual(['HP 530 Notebook PC', 'Notebook case, black']);
});

test('of any many, the ten found are the ten of all of them in order', () => {
  const word = fc.constantFrom('glass', 'steel', 'kettle', 'jug', 'lamp', 'blue');
  const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 60, maxLength: 90 });
  fc.assert(
    fc.property(texts, fc.array(word, { minLength: 1, maxLength: 3 }), (all, asked) => {
      const many = new Tongue(
        segmentOf(
          'en',
          all.map((words, n) => goods(words.join(' '), { product: `${n}` })),
        ),
      );
      const plan = many.plan(asked.join(' '));
      const ten = many.find({ plan, most: 10 });
      const whole = many.find({ plan, most: 100 });
      expect(ten.docs).toEqual(whole.docs.slice(0, 10));
      expect(new Set(whole.docs).size).toBe(whole.docs.length);
      expect(whole.total).toBeLessThanOrEqual(whole.docs.length);
      expect(many.find({ plan, most: 100 })).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});
