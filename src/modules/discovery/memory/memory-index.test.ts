import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryIndex } from './memory-index.ts';
import type { Question } from './memory-index.ts';
import { segmentOf } from './segment.ts';
import type { Entry } from './segment.ts';

const ids = new Map<string, string>();
/** The same name is the same product. */
function idOf(name: string): string {
  if (!ids.has(name)) ids.set(name, `00000000-0000-7000-8000-${String(ids.size).padStart(12, '0')}`);
  return ids.get(name)!;
}

interface More extends Partial<Entry> {
  kind?: string;
  description?: string;
  locale?: string;
}

function goods(title: string, { kind = '', description = '', locale = 'en', ...more }: More = {}): Entry {
  return {
    product: idOf(title),
    brand: '',
    categories: [],
    facets: [],
    said: { [locale]: { title, kind, description, attributes: '' } },
    currency: 'CNY',
    fromMinor: 1000,
    minimum: 1,
    soldOut: false,
    digital: false,
    standing: 0,
    listedAt: 0,
    ...more,
  };
}

const all = [
  goods('Notebook case, black', {
    kind: 'Bags and cases',
    categories: ['bags'],
    facets: ['colour=black', 'brand=Nord'],
    fromMinor: 5000,
    listedAt: 3,
  }),
  goods('HP 530 Notebook PC', {
    kind: 'Laptops',
    categories: ['laptops'],
    facets: ['colour=black', 'ram=4'],
    fromMinor: 90_000,
    minimum: 10,
    listedAt: 1,
  }),
  goods('Smart watch with compass', { kind: 'Watches', categories: ['watches'] }),
  goods('Kyocera TK-1120 toner cartridge', { kind: 'Toner', categories: ['toner'] }),
  goods('Kettle of glass, 1.7 l', {
    kind: 'Kettles',
    categories: ['home', 'kettles'],
    facets: ['colour=clear'],
    description: 'Boils water in 4 minutes.',
  }),
  goods('Glass jug', {
    kind: 'Jugs',
    categories: ['home', 'jugs'],
    facets: ['colour=clear'],
    description: 'For water. Not a kettle.',
  }),
  goods('Glass jug, blue', { kind: 'Jugs', categories: ['home', 'jugs'], facets: ['colour=blue'], soldOut: true }),
];
const shop = new MemoryIndex(segmentOf(all));
const nameOf = (product: string) => [...ids].find(([, id]) => id === product)![0];

function ask(text: string, more: Partial<Question> = {}, index = shop) {
  const { products, ...found } = index.ask({ text, locale: 'en', size: 10, counted: true, ...more });
  return { ...found, titles: products.map(nameOf) };
}

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
  expect(ask('ketle').instead).toEqual({ typed: 'ketle', meant: 'kettle' });
  expect(ask('kettle').instead).toBeUndefined();
});

test('who has all words comes first and is counted; without any, those with most are', () => {
  const found = ask('glass kettle');
  expect(found).toMatchObject({ total: 2, loosely: false });
  expect(found.titles).toHaveLength(3);
  expect(ask('glass spaceship')).toMatchObject({ total: 3, loosely: true });
  expect(ask('spaceship')).toMatchObject({ titles: [], total: 0 });
  expect(ask('', { category: 'home' })).toMatchObject({ total: 3 });
});

test('what is found is sifted; of a facet that is chosen from, the others are still counted', () => {
  expect(ask('notebook').facets.get('colour=black')).toBe(2);
  expect(ask('notebook', { values: { brand: ['Nord'] } }).titles).toEqual(['Notebook case, black']);
  const blue = ask('jug', { values: { colour: ['blue'] } });
  expect(blue).toMatchObject({ total: 1, titles: ['Glass jug, blue'] });
  expect([...blue.facets]).toEqual([
    ['colour=clear', 1],
    ['colour=blue', 1],
  ]);
  expect(ask('jug', { available: true }).titles).toEqual(['Glass jug']);
  expect(ask('notebook', { pieces: 5 }).titles).toEqual(['Notebook case, black']);
  expect(ask('notebook', { size: 10, category: 'laptops' }).titles).toEqual(['HP 530 Notebook PC']);
  const worths = { CNY: 0.01 };
  expect(ask('notebook', { worths, least: 100 }).titles).toEqual(['HP 530 Notebook PC']);
  expect(ask('notebook', { among: new Set([idOf('Notebook case, black')]) }).total).toBe(1);
  // The work space is as it was.
  expect(ask('notebook').titles).toEqual(['HP 530 Notebook PC', 'Notebook case, black']);
});

test('in the order that is asked, page by page', () => {
  const worths = { CNY: 0.01 };
  expect(ask('notebook', { sort: 'cheapest', worths }).titles[0]).toBe('Notebook case, black');
  expect(ask('notebook', { sort: 'dearest', worths }).titles[0]).toBe('HP 530 Notebook PC');
  expect(ask('notebook', { sort: 'newest' }).titles[0]).toBe('Notebook case, black');
  expect(ask('notebook', { from: 1, size: 1 })).toMatchObject({ total: 2, titles: ['Notebook case, black'] });
});

test('what does not speak the reader’s language is found by what its category and its values are called, and by its own words', () => {
  const index = new MemoryIndex(segmentOf(all), [
    ['kettles', { ru: 'Чайники' }],
    ['jugs', { ru: 'Кувшины' }],
    ['colour=blue', { ru: 'Синий' }],
  ]);
  const inRussian = (text: string) => ask(text, { locale: 'ru' }, index);
  expect(inRussian('чайник').titles).toEqual(['Kettle of glass, 1.7 l']);
  expect(inRussian('синий кувшин')).toMatchObject({ total: 1, loosely: false });
  expect(inRussian('синий кувшин').titles[0]).toBe('Glass jug, blue');
  expect(inRussian('чайнек').titles).toEqual(['Kettle of glass, 1.7 l']);
  expect(inRussian('Kyocera TK-1120').titles).toEqual(['Kyocera TK-1120 toner cartridge']);
});

test('what is new, changed or struck is found as it is now', () => {
  const index = new MemoryIndex(segmentOf(all));
  index.take([goods('Kettle of steel', { kind: 'Kettles' }), { product: idOf('Glass jug'), gone: true }]);
  expect(ask('kettle', {}, index).titles.sort()).toEqual(['Kettle of glass, 1.7 l', 'Kettle of steel']);
  expect(ask('jug', {}, index).titles).toEqual(['Glass jug, blue']);
  index.take([{ ...goods('Teapot'), product: idOf('Kettle of steel') }]);
  expect(ask('kettle', {}, index).titles).toEqual(['Kettle of glass, 1.7 l']);
  expect(ask('teapot', {}, index).titles).toEqual(['Kettle of steel']);
  index.take([{ product: idOf('Kettle of steel'), gone: true }]);
  expect(ask('teapot', {}, index).titles).toEqual([]);
});

const word = fc.constantFrom('glass', 'steel', 'kettle', 'jug', 'lamp', 'blue');
const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 60, maxLength: 90 });
const asked = fc.array(word, { minLength: 1, maxLength: 3 });

test('of any many, the ten found are the ten of all of them in order', () => {
  fc.assert(
    fc.property(texts, asked, (many, words) => {
      const index = new MemoryIndex(
        segmentOf(many.map((title, n) => goods(title.join(' '), { product: idOf(`${n}`) }))),
      );
      const question = { text: words.join(' '), locale: 'en' };
      const ten = index.ask({ ...question, size: 10 });
      const whole = index.ask({ ...question, size: 100 });
      expect(ten.products).toEqual(whole.products.slice(0, 10));
      expect(new Set(whole.products).size).toBe(whole.products.length);
      expect(whole.total).toBeLessThanOrEqual(whole.products.length);
      expect(index.ask({ ...question, size: 100 })).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});

test('in one large segment or as news of an empty one, the same goods are found', () => {
  fc.assert(
    fc.property(texts, asked, (many, words) => {
      const entries = many.map((title, n) => goods(title.join(' '), { product: idOf(`${n}`) }));
      const question = { text: words.join(' '), locale: 'en', size: 100, counted: true };
      const later = new MemoryIndex(segmentOf([]));
      later.take(entries);
      expect(later.ask(question)).toEqual(new MemoryIndex(segmentOf(entries)).ask(question));
    }),
    { numRuns: 30 },
  );
});
