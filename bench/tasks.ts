/**
 * How many acts beside typing four tasks take: the stories in a browser that do them count their own hands, and are held to
 * the same figures whenever all tests run. Here they are run for the figures alone.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, howToGetChromium } from '../bin/ground/chromium.ts';
import { buildWhenStale } from '../bin/ground/build.ts';
import { runProgram } from '../bin/ground/program.ts';
import { root } from '../bin/ground/root.ts';
import { asProgram } from './report.ts';
import type { Outcome } from './report.ts';

/** Each task with the story that does it. */
const stories = {
  buy: 'buy',
  ship_ten: 'ship-ten',
  review_ten: 'review-ten',
  reply_five: 'reply-five',
} as const;

interface Figure {
  acts: number;
  /** How many fields were gone on to by Tab while writing. */
  fields: number;
  most: number;
}

export async function benchTasks(): Promise<Outcome> {
  const chromium = findChromium();
  if (!chromium) return { ok: false, figures: {}, why: howToGetChromium };
  await buildWhenStale()?.done;
  const folder = mkdtempSync(join(tmpdir(), 'entrepot-tasks-'));
  try {
    const files = Object.values(stories).map((name) => `stories/browser/${name}.story.test.ts`);
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const env = { ENTREPOT_CHROMIUM: chromium, ENTREPOT_FIGURES: folder };
    const code = await runProgram([vitest, 'run', '--maxWorkers=1', ...files], env);
    const told = Object.keys(stories).flatMap((task) => {
      const figure = read(join(folder, `${task}.json`));
      return figure ? [{ task, ...figure }] : [];
    });
    for (const { task, acts, fields, most } of told)
      console.log(`${task.padEnd(12)} ${acts} acts of at most ${most}, ${fields} fields gone on to by Tab`);
    const lacking = Object.keys(stories).filter((task) => !told.some((one) => one.task === task));
    const over = told.filter(({ acts, most }) => acts > most).map(({ task }) => task);
    const why = [
      lacking.length > 0 && `No figure of ${lacking.join(', ')}.`,
      over.length > 0 && `More than it may be: ${over.join(', ')}.`,
      code !== 0 && 'A story did not go well.',
    ].filter((one) => one !== false);
    return {
      ok: why.length === 0,
      figures: Object.fromEntries(told.map(({ task, acts }) => [task, acts])),
      ...(why.length > 0 && { why: why.join(' ') }),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(file: string): Figure | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Figure;
  } catch {
    return undefined;
  }
}

await asProgram(import.meta.url, 'tasks', benchTasks);
