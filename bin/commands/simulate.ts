/** `entrepot simulate`: buyers and sellers who trade on a clock of their own. */
import { parseArgs } from 'node:util';
import { exitCodes, Halt } from '../ground/halt.ts';
import { openGround } from '../ground/database.ts';

export const help = `Lets buyers and sellers trade for some days, on a clock of their own and through the same deeds as the doors use.

Usage: bin/entrepot simulate --days N [--seed S] [OPTIONS]

It works on a database of its own beside the kept one, with the demo's stores and goods, and ends with what was done and the
proof that the books hold. The same seed makes the same days.

Options
  --days N      how many days (default 30)
  --seed S      any word or number (default 1)
  --per-day N   purchases a day, about (default 8)
  --faults      the outside world doubles, delays and loses what it sends
  --keep        keeps the database and says its name
  --help        this page

Examples
  bin/entrepot simulate --days 90 --seed 7
  bin/entrepot simulate --days 10 --seed storm --faults

${exitCodes}`;

function count(text: string | undefined, name: string, usual: number): number {
  const value = Number(text ?? usual);
  if (!Number.isInteger(value) || value < 1 || value > 3650)
    throw new Halt(
      `--${name} must be a whole number from 1 to 3650, not "${text}".`,
      `See bin/entrepot simulate --help.`,
      2,
    );
  return value;
}

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      days: { type: 'string' },
      seed: { type: 'string' },
      'per-day': { type: 'string' },
      faults: { type: 'boolean' },
      keep: { type: 'boolean' },
    },
  });
  const days = count(values.days, 'days', 30);
  const perDay = count(values['per-day'], 'per-day', 8);
  const ground = await openGround();
  try {
    const { simulateApart } = await import('../../tools/simulate/apart.ts');
    return await simulateApart(ground.url, {
      days,
      perDay,
      seed: values.seed ?? '1',
      faults: values.faults === true,
      keep: values.keep === true,
    });
  } finally {
    await ground.leave();
  }
}
