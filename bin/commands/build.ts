/** `entrepot build`: the web pages. */
import { parseArgs } from 'node:util';
import { buildAnyway } from '../ground/build.ts';
import { exitCodes } from '../ground/halt.ts';
import { since } from '../ground/steps.ts';

export const help = `Builds the web pages into build/, whether they are stale or not.

Usage: npm run build             or   bin/entrepot build

"start" and "test" build by themselves when a page, a message or a package has changed. This shows all that the builder
says. The server's own code needs no building.

Example
  bin/entrepot build

${exitCodes}`;

export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const began = performance.now();
  await buildAnyway().done;
  console.log(`Built in ${since(began)}.`);
  return 0;
}
