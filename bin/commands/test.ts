/** `entrepot test`: all tests. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenStale } from '../ground/build.ts';
import { findChromium, howToGetChromium } from '../ground/chromium.ts';
import { exitCodes } from '../ground/halt.ts';
import { runProgram } from '../ground/program.ts';
import { root } from '../ground/root.ts';
import { openSteps } from '../ground/steps.ts';
import type { Tally } from '../ground/tally.ts';

export const help = `Runs all tests: rules, deeds, stories (some in Chromium), walks.

Usage: npm test [-- ARGS]        or   bin/entrepot test [ARGS]

It installs what is missing, builds the web pages when they are stale, and starts a PostgreSQL of its own. The stories in a
browser need Chromium; without it they are reported as skipped. The last line says how many passed, failed and were skipped.

ARGS go to vitest: parts of file names, -t "name of a test", --bail 1, and so on.

Environment
  CHROMIUM    the Chromium to use (default: the machine's)

Examples
  npm test
  bin/entrepot test src/modules/ledger
  bin/entrepot test stories -t kettle

${exitCodes}`;

export async function run(args: string[]): Promise<number> {
  await build();
  const chromium = findChromium();
  console.log(
    chromium
      ? ` Chromium: ${chromium}`
      : ` No Chromium here: the stories in a browser are skipped. To get it: ${howToGetChromium}`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'entrepot-tally-'));
  const file = join(folder, 'tally.json');
  try {
    const reporters = ['--reporter=default', `--reporter=${join(root, 'bin', 'ground', 'tally.ts')}`];
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const code = await runProgram([vitest, 'run', ...reporters, ...args], {
      ENTREPOT_TALLY: file,
      ...(chromium && { ENTREPOT_CHROMIUM: chromium }),
    });
    return tell(file, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function build(): Promise<void> {
  const building = buildWhenStale();
  if (!building) return;
  const steps = openSteps();
  const step = steps.begin('web pages');
  await building.done.finally(steps.end);
  step.done('built');
}

function tell(file: string, code: number): number {
  let tally: Tally;
  try {
    tally = JSON.parse(readFileSync(file, 'utf8')) as Tally;
  } catch {
    console.error('The tests ended before they could be counted.');
    return code || 1;
  }
  console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
  return code;
}
