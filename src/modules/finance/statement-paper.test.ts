import { expect, test } from 'vitest';
import { printStatement } from './statement-paper.ts';
import type { StatementPaper } from './statement-paper.ts';

const at = new Date('2026-03-31T09:00:00Z');
const paper = (more: Partial<StatementPaper> = {}): StatementPaper => ({
  lang: 'en',
  dir: 'ltr',
  house: 'Entrepot',
  houseSays: 'entrepot.example',
  title: 'Statement',
  days: '1 Mar 2026 – 31 Mar 2026',
  currency: 'CNY',
  store: { name: 'Mei Kettle Works', lines: ['1 Harbour Road', 'China'] },
  opening: ['At the beginning', 'CN¥0.00'],
  closing: ['At the end', 'CN¥95.00'],
  heads: ['When', 'Entry', 'Sale', 'Commission', 'Line', 'Amount', 'Balance'],
  rows: [['2 Mar 2026', 'Sale 6390T-B812P', 'CN¥100.00', '−CN¥5.00', '–', 'CN¥95.00', 'CN¥95.00']],
  none: 'Nothing was booked.',
  note: '',
  foot: 'Made today',
  ...more,
});

async function printed(more: Partial<StatementPaper> = {}): Promise<{ fonts: string[]; pages: number }> {
  const bytes = await printStatement(paper(more), at);
  const text = Buffer.from(bytes).toString('latin1');
  expect(text.startsWith('%PDF-')).toBe(true);
  return {
    fonts: [...new Set([...text.matchAll(/\/FontName\s*\/[A-Z]{6}\+(\w+)/g)].map((match) => match[1]!))].sort(),
    pages: [...text.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length,
  };
}

test('the same statement gives the same paper; a long one has more sheets, an empty one says so', async () => {
  expect(Buffer.from(await printStatement(paper(), at)).equals(await printStatement(paper(), at))).toBe(true);
  expect((await printed()).pages).toBe(1);
  expect((await printed({ rows: Array.from({ length: 120 }, () => paper().rows[0]!) })).pages).toBeGreaterThan(2);
  expect((await printed({ rows: [] })).pages).toBe(1);
});

test('each script is printed in letters of its own, and Japanese not in Chinese ones', async () => {
  const arabic = await printed({
    lang: 'ar',
    dir: 'rtl',
    title: 'كشف الحساب',
    store: { name: 'متجر', lines: ['القاهرة'] },
  });
  expect(arabic.fonts).toContainEqual(expect.stringContaining('Naskh'));
  const chinese = await printed({
    lang: 'zh-CN',
    title: '对账单',
    store: { name: '深圳茶壶', lines: ['广东省深圳市'] },
  });
  expect(chinese.fonts).toContainEqual(expect.stringMatching(/Hans|Chinese/));
  const store = { name: '急須店', lines: ['東京都', 'ร้าน', '가게', 'חנות'] };
  const japanese = await printed({ lang: 'ja', title: '取引明細書', store });
  expect(japanese.fonts).toEqual(
    expect.arrayContaining(['JP', 'Thai', 'Nanum', 'Hebrew'].map((one) => expect.stringContaining(one))),
  );
  expect(japanese.fonts.filter((one) => /Hans|Chinese/.test(one))).toEqual([]);
});
