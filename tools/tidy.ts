/**
 * Whether the code keeps the house rules. Our own checks first, then types, lint, dead files, format.
 *
 *   --own       only our own checks
 *   --shorter   writes down the lengths of the files that became shorter
 *   --draw      draws docs/lives anew
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { staleLives, writeLives } from './draw-lives.ts';
import { docs } from './tidy/docs.ts';
import { sizes, writeSizes } from './tidy/sizes.ts';
import { root } from './tidy/source.ts';
import { timeAndChance } from './tidy/time-and-chance.ts';
import { unfinished } from './tidy/unfinished.ts';
import { walls } from './tidy/walls.ts';

const own: [string, () => string[]][] = [
  ['walls between the parts', walls],
  ['time and chance', timeAndChance],
  ['sizes', sizes],
  ['docs name what exists', docs],
  ['nothing unfinished', unfinished],
  ['lives are drawn', staleLives],
];

const bin = (path: string) => [process.execPath, join(root, 'node_modules', path)];
const programs: [string, string[]][] = [
  // What the types of pages are made of follows the routes; those of an earlier tree would be held against this one.
  ['types of routes', [...bin('@sveltejs/kit/svelte-kit.js'), 'sync']],
  ['types', [...bin('typescript-7/bin/tsc'), '--noEmit', '-p', '.']],
  ['types of pages', [...bin('svelte-check/bin/svelte-check'), '--threshold', 'warning', '--output', 'human']],
  ['lint', [...bin('oxlint/bin/oxlint'), '--quiet', 'src', 'world', 'stories', 'bench', 'tools', 'bin']],
  ['dead files and unused packages', [...bin('knip/bin/knip.js'), '--no-progress']],
  ['format', [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
];

const args = process.argv.slice(2);
if (args.includes('--shorter')) writeSizes();
if (args.includes('--draw')) writeLives();

let failed = 0;
const tell = (what: string, problems: string[]) => {
  console.log(`${problems.length === 0 ? 'ok  ' : 'BAD '} ${what}`);
  for (const problem of problems) console.log(`     ${problem}`);
  failed += problems.length === 0 ? 0 : 1;
};
for (const [what, check] of own) tell(what, check());
if (!args.includes('--own')) {
  for (const [what, [program, ...rest]] of programs) {
    const { status, stdout, stderr } = spawnSync(program!, rest, { cwd: root, encoding: 'utf8' });
    tell(what, status === 0 ? [] : `${stdout}${stderr}`.trim().split('\n').slice(-60));
  }
}
process.exit(failed === 0 ? 0 : 1);
