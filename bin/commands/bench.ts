/** `entrepot bench`: what operations cost. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, Halt } from '../ground/halt.ts';
import { runProgram } from '../ground/program.ts';
import { root } from '../ground/root.ts';

const benches: Record<string, string> = {
  checkout: 'from an empty cart to two funded orders over HTTP, 8 and 16 at once; the placing deed beside its bare SQL',
  api: 'reading over HTTP: a product, a category page of 24, with 20,000 products',
  pages:
    'pages of all three doors as HTML with 20,000 products, made anew and from the page cache; what a browser loads',
  browser: 'Lighthouse on a phone: home, results, product, checkout',
  tasks: 'acts beside typing: buy as a guest, ship ten orders, review ten listings, reply to five questions',
  race: '200 buyers at once for a stock of 50',
  relevance: 'judged questions over the Icecat catalogue: nDCG of the first ten',
  search:
    '100,000 products (or --products 1000000) in the index in memory, and over HTTP: two words, three facets, 48 results',
  suggest: 'a key press in the search field: questions of people, letter by letter',
  typos: 'the same questions with one slip of the finger each',
  recommend: 'what 22,363 buyers came to last, found among all goods: hits and nDCG of the first ten',
  import: 'the Icecat catalogue of 19,406 products',
};

export const help = `Measures what an operation costs in processor time of server, worker and database together, and people in acts.

Usage: bin/entrepot bench NAME

Nothing needs to be running; each bench works on a database of its own. The last line is for programs:
{"bench": NAME, "ok": true|false, "figures": {…}}

Benches
${Object.entries(benches)
  .map(([name, says]) => `  ${name.padEnd(10)} ${says}`)
  .join('\n')}

Examples
  bin/entrepot bench checkout
  ENTREPOT_DATA=/srv/data bin/entrepot bench import

${exitCodes}`;

export async function run(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (!name) {
    console.log(help);
    return 0;
  }
  const file = join(root, 'bench', `${name}.ts`);
  if (!(name in benches) || !existsSync(file))
    throw new Halt(`There is no bench "${name}".`, `There are: ${Object.keys(benches).join(', ')}.`, 2);
  return runProgram([file, ...rest]);
}
