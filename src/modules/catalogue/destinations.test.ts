import { expect, test } from 'vitest';
import { askedBy } from './destinations.ts';
import { kettle } from './stall.ts';

const whole = {
  titles: kettle.titles!,
  hs: '8516100000',
  origin: 'CN',
  variants: [{ grams: 900 }],
} as unknown as Parameters<typeof askedBy>[0];
const day = '2026-12-01';
const missing = (listing: Partial<typeof whole>, code: string) =>
  askedBy({ ...whole, ...listing }, day)
    .find((one) => one.code === code)!
    .asks.filter(({ met }) => !met)
    .map(({ name }) => name);

test('a listing that says all of it may go everywhere', () => {
  expect(askedBy(whole, day).flatMap(({ asks }) => asks.filter(({ met }) => !met))).toEqual([]);
});

test('the United States ask for ten digits, others for six', () => {
  expect(missing({ hs: '851610' }, 'US')).toEqual(['hs']);
  expect(missing({ hs: '851610' }, 'BR')).toEqual([]);
  expect(missing({ hs: '' }, 'BR')).toEqual(['hs']);
});

test('what lacks is named: origin, weight, words in English', () => {
  expect(missing({ origin: '' }, 'GB')).toEqual(['origin']);
  expect(missing({ variants: [] }, 'GB')).toEqual(['weight']);
  expect(missing({ titles: { 'pt-BR': 'Chaleira' } }, 'GB')).toEqual(['description']);
});

test('the European Union turns back what is too general, others take it', () => {
  expect(missing({ titles: { en: 'Gift' } }, 'EU')).toEqual(['specific_description']);
  expect(missing({ titles: { en: 'Gift' } }, 'GB')).toEqual([]);
  expect(missing({ titles: {} }, 'EU')).toEqual(['specific_description']);
});

test('before its day a rule asks nothing', () => {
  expect(askedBy(whole, '2022-01-01').map(({ code }) => code)).not.toContain('EU');
});
