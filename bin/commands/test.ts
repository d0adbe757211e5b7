/** `entrepot test`: all tests. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenStale } from '../ground/build.ts';
import { findChromium, howToGetChromium } from '../ground/chromium.ts';
import { exitCodes, explain } from '../ground/halt.ts';
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
  if (!(await build())) return tell(brokenOff, 1);
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
    const tally = read(file);
    return tell(tally, tally.failed > 0 ? code || 1 : code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** False when the pages cannot be built, which is a failed test of its own. */
async function build(): Promise<boolean> {
  const building = buildWhenStale();
  if (!building) return true;
  const steps = openSteps();
  const step = steps.begin('web pages');
  try {
    await building.done;
    step.done('built');
    return true;
  } catch (error) {
    steps.say(explain(error).text);
    return false;
  } finally {
    steps.end();
  }
}

function tell({ passed, failed, skipped }: Tally, code: number): number {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return code;
}

function read(file: string): Tally {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Tally;
  } catch {
    console.error('The tests ended before they could be counted.');
    return brokenOff;
  }
}

const brokenOff: Tally = { passed: 0, failed: 1, skipped: 0 };
