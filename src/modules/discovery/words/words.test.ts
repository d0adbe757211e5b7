import { expect, test } from 'vitest';
import { folded } from './fold.ts';
import { part, partsOf } from './parts.ts';
import { isOneSlip, Slips } from './slips.ts';
import { stemmed } from './stems.ts';
import { synonymsOf } from './synonyms.ts';
import { wordsOf } from './words.ts';

const stems = (text: string, locale = 'en') => wordsOf(text, locale).map(({ stem }) => stem);

test('accents, capitals and wide letters do not matter', () => {
  expect(folded('Aço INOXIDÁVEL')).toBe('aco inoxidavel');
  expect(folded('Straße, Łódź, İstanbul')).toBe('strasse, lodz, istanbul');
  expect(folded('ＵＳＢ')).toBe('usb');
  expect(folded('سَمَّاعة')).toBe('سماعه');
  expect(folded('ガラス')).toBe('ガラス');
  expect(folded('แก้ว')).toBe('แก้ว');
});

test.for([
  ['en', 'kettles', 'kettle'],
  ['ru', 'чайника', 'чайник'],
  ['pt-BR', 'chaleiras', 'chaleira'],
  ['de', 'wasserkochern', 'wasserkocher'],
  ['pl', 'czajnikami', 'czajnik'],
  ['ko', '주전자를', '주전자'],
] as const)('in %s %s and %s are one word', ([locale, one, other]) => {
  expect(stemmed(folded(one), locale)).toBe(stemmed(folded(other), locale));
});

test('model names and numbers are left as they are', () => {
  expect(stems('TK-1120s')).toEqual(['tk', '1120s']);
  expect(stems('10.1')).toEqual(['10.1']);
});

test('sizes are understood however they are written', () => {
  for (const text of ['15 inch', '15inch', '15"', '15”', '15-inch', '15in'])
    expect(stems(text)).toEqual(['15', 'inch']);
  for (const text of ['500 GB', '500gb', '500 gigabytes']) expect(stems(text)).toEqual(['500', 'gb']);
  expect(stems('1,5 л', 'ru')).toEqual(['1.5', 'l']);
  expect(stems('2 in 1')).toEqual(['2', 'in', '1']);
});

test('what is written without spaces is cut into words', () => {
  expect(stems('ガラスの電気ケトル', 'ja')).toContain('ケトル');
  expect(stems('玻璃电热水壶', 'zh-CN').length).toBeGreaterThan(1);
  expect(stems('กาต้มน้ำไฟฟ้า', 'th').length).toBeGreaterThan(1);
});

test('the thing itself is told from what it goes with', () => {
  const parts = (text: string, locale = 'en') => {
    const words = wordsOf(text, locale);
    return Object.fromEntries(partsOf(words, locale).map((one, n) => [words[n]!.folded, one]));
  };
  expect(parts('Targus laptop case for notebooks, 15 inch')).toMatchObject({
    laptop: part.plain,
    case: part.head,
    notebooks: part.beside,
  });
  expect(parts('Kettle with thermometer')).toMatchObject({ kettle: part.head, thermometer: part.beside });
  expect(parts('HP 530 Notebook PC')).toMatchObject({ notebook: part.head, pc: part.head });
  expect(parts('Logitech M90 mouse USB Type-A')).toMatchObject({ mouse: part.head });
  expect(parts('Chaleira de vidro com termômetro', 'pt-BR')).toMatchObject({
    chaleira: part.head,
    termometro: part.beside,
  });
});

test('one slip is a letter too many, too few, another, or two that changed places', () => {
  for (const typed of ['ketle', 'kkettle', 'kettke', 'kettel', 'ekttle'])
    expect(isOneSlip(typed, 'kettle'), typed).toBe(true);
  for (const typed of ['kete', 'tekttle', 'mettel']) expect(isOneSlip(typed, 'kettle'), typed).toBe(false);
  const slips = new Slips(['kettle', 'kettles', 'settle', 'nettle', 'mouse']);
  expect(slips.near('ketttle')).toEqual(['kettle']);
  expect(slips.near('kettle').sort()).toEqual(['kettles', 'nettle', 'settle']);
  expect(slips.near('x')).toEqual([]);
});

test('other names are found in both directions, also of several words', () => {
  expect(synonymsOf(stems('laptops'), 'en')).toContainEqual(['notebook']);
  expect(synonymsOf(stems('cell phone'), 'en')).toContainEqual(stems('smartphone'));
  expect(synonymsOf(['laptop'], 'th')).toEqual([]);
});
