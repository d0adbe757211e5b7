/** Lists as people keep them for themselves: a title on top, words of their own language, units beside the figures. */
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { readAmount, readCount, readGrams, readMm } from './cells.ts';
import { guessFields } from './fields.ts';
import { readItem } from './read-item.ts';
import { readTable } from './read-table.ts';
import { writeTable } from './write-table.ts';

test.for([
  ['en', ['Product name', 'Price (USD)', 'Weight (kg)', 'Qty'], ['title', 'price', 'weight_kg', 'stock']],
  ['pt-BR', ['Produto', 'Preço (R$)', 'Peso (kg)', 'Estoque'], ['title', 'price', 'weight_kg', 'stock']],
  ['ru', ['Наименование', 'Артикул', 'Цена, руб.', 'Вес, кг'], ['title', 'sku', 'price', 'weight_kg']],
  ['ar', ['اسم المنتج', 'السعر', 'الكمية', 'بلد المنشأ'], ['title', 'price', 'stock', 'origin']],
  ['zh-CN', ['商品名称', '货号', '售价（元）', '重量（公斤）'], ['title', 'sku', 'price', 'weight_kg']],
] as const)('the columns of a list in %s are known', ([, header, fields]) => {
  expect(guessFields(header)).toEqual({ kind: 'other', fields });
});

const goods = [
  ['茶杯', '89.9', '120'],
  ['茶壶', '259', '35'],
];

test.for(['xlsx', 'csv'] as const)('a title above the names of the columns is passed over, in %s', async (kind) => {
  const file = await writeTable(kind, [['2026 秋季新品'], [], ['商品名称', '售价', '库存'], ...goods]);
  const { header, rows } = must(await readTable(file));
  expect(header).toEqual(['商品名称', '售价', '库存']);
  expect(rows).toEqual([
    { n: 4, cells: goods[0] },
    { n: 5, cells: goods[1] },
  ]);
});

test('names that nobody knows are still taken for names, and a list of one column for a list', async () => {
  const odd = must(await readTable(await writeTable('csv', [['My goods'], ['aaa', 'bbb'], ['1', '2']])));
  expect(odd.header).toEqual(['aaa', 'bbb']);
  const one = must(await readTable(await writeTable('csv', [['aaa'], ['1'], ['2']])));
  expect(one).toEqual({
    header: ['aaa'],
    rows: [
      { n: 2, cells: ['1'] },
      { n: 3, cells: ['2'] },
    ],
  });
});

test('figures and units are read as they are written elsewhere', () => {
  expect(readGrams('1.8公斤', 'g')).toEqual({ ok: true, value: 1800 });
  expect(readGrams('1200 克', 'kg')).toEqual({ ok: true, value: 1200 });
  expect(readGrams('0,5 кг.', 'g')).toEqual({ ok: true, value: 500 });
  expect(readGrams('٣٠٠ جم', 'g')).toEqual({ ok: true, value: 300 });
  expect(readMm('１２厘米')).toEqual({ ok: true, value: 120 });
  expect(readAmount('７８．５', 'CNY')).toEqual({ ok: true, value: 7850n });
  expect(readAmount('1,280.00 元', 'CNY')).toEqual({ ok: true, value: 128_000n });
  expect(readCount('١٢٠')).toEqual({ ok: true, value: 120 });
  expect(readGrams('很轻', 'g').ok).toBe(false);
  expect(readGrams('2 斗', 'g').ok).toBe(false);
});

test('a sum below the list is no variant of the last product', () => {
  const rows = [
    { n: 2, cells: ['茶杯', '89.9', '120'] },
    { n: 3, cells: ['', '', '155'] },
  ];
  const reading = {
    fields: ['title', 'price', 'stock'],
    header: ['商品名称', '售价', '库存'],
    currency: 'CNY',
    settings: { locale: 'zh-CN', category: 'tableware', origin: 'CN', submit: false },
  };
  expect(readItem(rows, reading).variants.map(({ n, stock }) => ({ n, stock }))).toEqual([{ n: 2, stock: 120 }]);
});
