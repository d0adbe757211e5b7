import { expect, test } from 'vitest';
import { findHelp } from './find-help.ts';

const first = (locale: Parameters<typeof findHelp>[0], asked: string) => {
  const [best] = findHelp(locale, asked);
  return best && `${best.topic} ${best.part}`;
};

test.each([
  ['en', 'my parcel is lost', 'delivery 2'],
  ['en', 'card declined', 'card 1'],
  ['en', 'refund by pix', 'pix 2'],
  ['en', 'delete my account', 'account 4'],
  ['pt-BR', 'cartao recusado', 'card 1'],
  ['pt-BR', 'onde está meu pacote?', 'delivery 1'],
  ['ru', 'где посылка', 'delivery 1'],
  ['ru', 'карту отклонили', 'card 1'],
  ['ar', 'اين الطرد', 'delivery 1'],
  ['ar', 'رفض البطاقة', 'card 1'],
  ['zh-CN', '退款', 'boleto 2'],
  ['zh-CN', '包裹在哪里', 'delivery 1'],
  ['zh-CN', '忘记密码', 'account 1'],
  ['pl', 'gdzie jest moja paczka', 'delivery 1'],
  ['nl', 'waar is mijn pakket', 'delivery 1'],
  ['he', 'איפה החבילה', 'delivery 1'],
  ['ja', '荷物はどこ', 'delivery 1'],
  ['th', 'ลืมรหัสผ่าน', 'account 1'],
  ['de', 'Passwort vergessen', 'account 2'],
] as const)('%s: “%s” is answered by %s', (locale, asked, answer) => {
  expect(first(locale, asked)).toBe(answer);
});

test('what nobody wrote about finds nothing, and neither does nothing', () => {
  for (const asked of ['umbrella', '', '   ', '?!', 'a', '('.repeat(300)]) expect(findHelp('en', asked)).toEqual([]);
});

test('the sentence that answers is shown without its links', () => {
  const [best] = findHelp('en', 'address marked as delivered');
  expect(best?.says).toContain('write to us');
  expect(best?.says).not.toContain('](');
});

test('a part that has only one of the words is left out where others have both', () => {
  const topics = findHelp('en', 'lost parcel').map(({ topic }) => topic);
  expect(topics).toContain('delivery');
  expect(topics).not.toContain('paying');
});
