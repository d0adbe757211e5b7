/** Amounts, counts and tables, as people read them. */
import { money, plain } from '#kernel/money';

export const amount = (currency: string, minor: bigint): string => `${plain(money(currency, minor))} ${currency}`;

export const count = (number: number): string => number.toLocaleString('en');

export const many = (number: number, one: string, more = `${one}s`): string =>
  `${count(number)} ${number === 1 ? one : more}`;

/** Cents of a real: 'R$ 1,004,290.85'. */
export function reais(cents: number | bigint): string {
  const [whole, rest] = [BigInt(cents) / 100n, BigInt(cents) % 100n];
  const sign = BigInt(cents) < 0n ? '−' : '';
  return `${sign}R$ ${(whole < 0n ? -whole : whole).toLocaleString('en')}.${String(rest < 0n ? -rest : rest).padStart(2, '0')}`;
}

/** Columns under their heads; the first is text, the others stand at the right. */
export function table(heads: string[], rows: string[][]): string[] {
  const all = [heads, ...rows];
  const widths = heads.map((_, n) => Math.max(...all.map((row) => [...(row[n] ?? '')].length)));
  const line = (row: string[]): string =>
    row
      .map((cell, n) => (n === 0 ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!)))
      .join('   ')
      .trimEnd();
  return [line(heads), widths.map((width) => '─'.repeat(width)).join('   '), ...rows.map(line)];
}

export const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

/** How often each comes, in the order in which they first come. */
export function tally<T>(all: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
