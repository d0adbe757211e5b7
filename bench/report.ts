/** What a bench says at its end, and where the real data are. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { canReadCpu } from './cpu.ts';

export interface Outcome {
  /** Every figure that must be met is met. */
  ok: boolean;
  figures: Record<string, number>;
  /** Why it is not well, in a line. */
  why?: string;
}

/** Prints the last line, which is for programs. */
export function printOutcome(bench: string, { ok, figures, why }: Outcome): void {
  if (why) console.log(why);
  console.log(JSON.stringify({ bench, ok, figures }));
}

/** Runs the bench when its file is the program; the exit code says whether it went well. */
export async function asProgram(url: string, name: string, bench: () => Promise<Outcome>): Promise<void> {
  if (url !== pathToFileURL(process.argv[1] ?? '').href) return;
  try {
    const outcome = canReadCpu
      ? await bench()
      : { ok: false, figures: {}, why: 'Processor time is read from /proc, which only Linux has.' };
    printOutcome(name, outcome);
    process.exitCode = outcome.ok ? 0 : 1;
  } catch (error) {
    console.error(error);
    printOutcome(name, { ok: false, figures: {}, why: String(error) });
    process.exitCode = 1;
  }
}

/** A file of the real data, or undefined when they are not on this machine. */
export function realData(...path: string[]): string | undefined {
  const file = join(dataFolder(), ...path);
  return existsSync(file) ? file : undefined;
}

export function dataFolder(): string {
  return resolve(process.env['ENTREPOT_DATA'] ?? join(import.meta.dirname, '../../shared/data'));
}

/** What to say when they are not. */
export const noData = (path: string): string =>
  `The real data are not here: ${join(dataFolder(), path)} is missing. Set ENTREPOT_DATA to their folder.`;

export const rounded = (n: number, digits = 3): number => Number(n.toFixed(digits));
