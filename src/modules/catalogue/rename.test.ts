import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { categoriesForDesk, namesInLanguage, renamingsOf } from './categories-for-desk.ts';
import { categoryForm, categoryTree } from './category-tree.ts';
import { rename } from './rename.ts';
import type { RenameInput } from './rename.ts';
import { seedCategories } from './seed.ts';
import { desk, does, tries } from './stall.ts';

let house: TestHouse;
beforeAll(async () => void (house = await openTestHouse()));
afterAll(() => house.close());

const rita = { ...desk, id: 'rita', name: 'Rita', staff: ['rules' as const] };
const kettles = {
  category: 'kettles',
  names: { en: 'Tea kettles', ar: ' غلايات الشاي ' },
  why: 'As people look for them.',
};
const nameIn = async (locale: string) =>
  (await question(house, rita, categoryForm, { category: 'kettles', locale }))?.name;

test('the desk names a category in some languages; the others stay, a new version of the house changes nothing, and it is put back', async () => {
  const before = await nameIn('ar');
  const inRussian = await nameIn('ru');
  expect(await does(house, rita, rename, kettles)).toEqual({ changed: 2 });
  await seedCategories(house);
  expect([await nameIn('en'), await nameIn('ar'), await nameIn('ru')]).toEqual([
    'Tea kettles',
    'غلايات الشاي',
    inRussian,
  ]);
  const menu = await question(house, rita, categoryTree, { locale: 'en' });
  expect(JSON.stringify(menu)).toContain('Tea kettles');

  const past = await question(house, rita, renamingsOf, { category: 'kettles' });
  const last = past.ok ? past.value.renamings.find(({ locale }) => locale === 'ar')! : undefined;
  expect(last).toMatchObject({ attribute: '', was: before, name: 'غلايات الشاي', by: 'Rita' });
  await does(house, rita, rename, { category: 'kettles', names: { ar: last!.was }, why: 'Put back.' });
  expect(await nameIn('ar')).toBe(before);
});

test('an attribute is named where it is asked; an empty name gives way to the house’s own', async () => {
  const own = async () => {
    const found = await question(house, rita, categoriesForDesk, undefined);
    const kettle = found.ok ? found.value.categories.find(({ id }) => id === 'kettles') : undefined;
    return kettle!.attributes.find(({ code }) => code === 'capacity')!.names['pt-BR'];
  };
  const first = await own();
  const name = (to: string) =>
    does(house, rita, rename, { category: 'kettles', attribute: 'capacity', names: { 'pt-BR': to }, why: 'Shorter.' });
  await name('Litros');
  expect(await own()).toBe('Litros');
  await name('');
  expect(await own()).toBe(first);
});

test('a choice is named within its attribute, and is a line of its own for those who translate', async () => {
  const lines = async () => {
    const found = await question(house, rita, namesInLanguage, { locale: 'ru' });
    return found.ok ? found.value.names : [];
  };
  const steel = async () =>
    (await lines()).find((one) => one.category === 'kettles' && one.attribute === 'material' && one.choice === 'steel');
  expect(await steel()).toMatchObject({ english: 'Stainless steel', said: 'Нержавеющая сталь' });
  const choice = { category: 'kettles', attribute: 'material', choice: 'steel', why: 'Shorter.' };
  await does(house, rita, rename, { ...choice, names: { ru: 'Сталь' } });
  expect(await steel()).toMatchObject({ said: 'Сталь' });
  await does(house, rita, rename, { ...choice, names: { ru: '' } });
  expect(await steel()).toMatchObject({ said: 'Нержавеющая сталь' });
  expect((await lines()).filter(({ said }) => said === '')).toEqual([]);
});

test('each refusal, in order', async () => {
  const no = async (input: Partial<RenameInput>, by = rita) => {
    const said = await tries(house, by, rename, { ...kettles, names: { en: 'Pots' }, ...input } as RenameInput);
    return said.ok ? 'done' : said.refusal.no;
  };
  expect(await no({}, desk as never)).toBe('only_staff_for_rules_may');
  expect(await no({ category: 'spaceships' })).toBe('category_not_found');
  expect(await no({ attribute: 'wings' })).toBe('attribute_not_found');
  expect(await no({ attribute: 'material', choice: 'cheese' })).toBe('choice_not_found');
  expect(await no({ names: { klingonese: 'x' } })).toBe('language_is_not_known');
  expect(await no({ names: { en: 'x'.repeat(81) } })).toBe('name_is_too_long');
  expect(await no({ names: { en: ' ' } })).toBe('english_name_is_missing');
  expect(await no({ names: { en: 'Tea kettles' } })).toBe('nothing_is_different');
  expect(await no({ why: ' ' })).toBe('say_why');
  expect(await question(house, desk, categoriesForDesk, undefined)).toMatchObject({ ok: false });
  expect(await question(house, desk, renamingsOf, { category: 'kettles' })).toMatchObject({ ok: false });
});
