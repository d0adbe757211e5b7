import { expect, test } from 'vitest';
import { monthName, monthsSince, spanOf } from './months.ts';

const at = (text: string) => new Date(`${text}T12:00:00Z`);

test('months go back to the one in which the store began', () => {
  expect(monthsSince(at('2025-11-30'), at('2026-02-01'))).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
  expect(monthsSince(at('2026-02-01'), at('2026-02-28'))).toEqual(['2026-02']);
  expect(monthsSince(at('1990-01-01'), at('2026-02-28'))).toHaveLength(60);
});

test.for([
  ['2026-02', '2026-02-28'],
  ['2024-02', '2024-02-29'],
  ['2025-12', '2025-12-31'],
  // Today is not over, but it is as far as there is anything to tell.
  ['2026-03', '2026-03-17'],
] as const)('%s ends on %s', ([month, to]) => {
  expect(spanOf(month, at('2026-03-17'))).toEqual({ from: `${month}-01`, to });
});

test('a month is said in the reader’s language', () => {
  expect([monthName('2026-03', 'en'), monthName('2026-03', 'pt-BR')]).toEqual(['March 2026', 'março de 2026']);
});
