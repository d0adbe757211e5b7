import { expect, test } from 'vitest';
import { composedDescription, composedTitle, optionsIn, spoken } from './composed.ts';
import { treeOf } from './category.ts';
import type { Category } from './category.ts';
import { labelIn } from './listing.ts';
import { houseCategories } from './seed.ts';

const { byId } = treeOf(await houseCategories());
const kettles: Category = byId.get('kettles')!;
const kettle = {
  brand: 'Haitang',
  attributes: { colour: 'red', capacity: 1.7, material: 'steel', power: 2200, cordless: true, plug: 'none' },
};

/** As one reads it: numbers and units are held together by spaces of several kinds. */
const plain = (text: string | undefined): string | undefined => text?.replaceAll(/[\u00a0\u202f]/g, ' ');

test.for([
  ['en', 'Haitang · Kettles · 1.7 L · Stainless steel · 2,200 W'],
  ['ru', 'Haitang · Чайники · 1,7 л · Нержавеющая сталь · 2 200 Вт'],
  ['zh-CN', 'Haitang · 电热水壶 · 1.7升 · 不锈钢 · 2,200瓦'],
])('in %s a kettle is a %s', ([locale, title]) => {
  expect(plain(composedTitle(kettle, kettles, locale!))).toBe(title);
});

test('what must be said comes first, then what the category asks itself, then what is asked all around', () => {
  const attributes = { colour: 'red', power: 1500, capacity: 1 };
  expect(plain(composedTitle({ brand: '', attributes }, kettles, 'en'))).toBe('Kettles · 1 L · 1,500 W · Red');
});

test('a number without a unit says what it counts; what tells nothing, or is long, is left out', () => {
  const pieces = { material: 'other', pieces: 6, dishwasher: true };
  expect(composedTitle({ brand: '', attributes: pieces }, byId.get('tableware')!, 'en')).toBe('Tableware · Pieces: 6');
  const contents = 'Aqua, glycerin, butyrospermum parkii butter';
  expect(composedTitle({ brand: '', attributes: { contents } }, byId.get('skin-care')!, 'en')).toBeUndefined();
});

test('the seller’s own words come first, those of the same tongue too; the original stays at hand', () => {
  const titles = { en: 'Red kettle', 'pt-PT': 'Chaleira vermelha' };
  expect(spoken(titles, 'en', kettle, kettles)).toEqual({ title: 'Red kettle' });
  expect(spoken(titles, 'pt-BR', kettle, kettles)).toEqual({ title: 'Chaleira vermelha' });
  expect(spoken(titles, 'ru', kettle, kettles)).toMatchObject({
    title: expect.stringMatching(/^Haitang · Чайники/),
    original: { locale: 'en', title: 'Red kettle' },
  });
});

test('what has a name of its own, or tells too little of itself, keeps the words that it has', () => {
  expect(spoken({ 'zh-CN': '红楼梦' }, 'en')).toEqual({ title: '红楼梦', titleIn: 'zh-CN' });
  expect(spoken({ en: 'Thing' }, 'ru', { brand: 'A', attributes: {} }, kettles)).toEqual({
    title: 'Thing',
    titleIn: 'en',
  });
});

test('all that is known is said line by line; a no is not', () => {
  const { brand, attributes } = kettle;
  const lines = composedDescription({ brand, attributes: { ...attributes, 'shuts-off': false } }, kettles, 'en');
  expect(plain(lines)!.split('\n')).toEqual([
    'Colour: Red',
    'Capacity: 1.7 L',
    'Material: Stainless steel',
    'Power: 2,200 W',
    'Plug: No plug',
    'Lifts off its base',
  ]);
});

test('options that the category knows are named by it where the seller has no word', () => {
  const options = [{ code: 'colour', names: { en: 'Colour' }, values: [{ code: 'red', names: { en: 'Ruby' } }] }];
  const [colour] = optionsIn(options, kettles);
  expect(colour!.names).toMatchObject({ en: 'Colour', ru: 'Цвет' });
  expect(labelIn([colour!], { colour: 'red' }, 'ru')).toBe('Красный');
  expect(labelIn([colour!], { colour: 'red' }, 'en')).toBe('Ruby');
});
