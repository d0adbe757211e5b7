/** `entrepot import`: real data brought in from files. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { newId } from '#kernel/id';
import { must } from '#kernel/result';
import type { ImportReport, LineProblem } from '#modules/catalogue';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { openGround } from '../ground/database.ts';
import { exitCodes, Halt } from '../ground/halt.ts';
import { migrateHouse, withHouse } from '../ground/house.ts';
import { openSteps, since } from '../ground/steps.ts';

export const help = `Brings in products, or exchange rates, from a file.

Usage: bin/entrepot import icecat FILE [--store NAME] [--origin CC] [--fresh]
       bin/entrepot import ecb FILE

icecat   Products of Icecat's open catalogue: one JSON object per line, packed with gzip or not, prices in cents of US
         dollars. Categories and attributes are derived from the file; the goods go on sale at once and can be searched.
         Rows that are not right are left out, listed at the end and in a report file, each with what to mend.
         When it is killed, the same command goes on where it was. The same file again changes nothing.
ecb      The European Central Bank's reference rates: eurofxref-daily.xml, eurofxref-hist.xml or eurofxref-hist.csv.

Options
  --store NAME   the store that sells them, by name, address or id; opened when there is none (default Icecat)
  --origin CC    the country that goods come from where the file does not say (default CN)
  --fresh        begin at the first line, though the file was brought in before: what is there is brought up to date
  --help         this page

Environment
  DATABASE_URL     the PostgreSQL (15 to 18); without it the embedded one in ENTREPOT_HOME is used
  ENTREPOT_HOME    the folder of all data (default .entrepot); reports are in its folder imports

Examples
  bin/entrepot import icecat products.ndjson.gz --store "Harbour Office Supplies"
  bin/entrepot import ecb eurofxref-hist.csv

${exitCodes}
  1  too when rows were left out`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { store: { type: 'string' }, origin: { type: 'string' }, fresh: { type: 'boolean' } },
  });
  const [kind, file, ...more] = positionals;
  if (kind === undefined || !(kind in kinds) || file === undefined || more.length > 0) {
    throw new Halt(
      'Say what to import, and from which file.',
      'For instance: bin/entrepot import icecat products.ndjson.gz\nAdd --help to see all of it.',
      2,
    );
  }
  if (!existsSync(file)) throw new Halt(`There is no file ${file}.`, 'Give the path of the file as the last word.', 2);
  const ground = await openGround();
  try {
    return await withHouse(async (house) => {
      await migrateHouse(house);
      return kinds[kind as keyof typeof kinds](house, file, { home: ground.home.dir, ...values });
    });
  } finally {
    await ground.leave();
  }
}

interface Options {
  home: string;
  store?: string;
  origin?: string;
  fresh?: boolean;
}

const kinds = { icecat, ecb };

async function icecat(
  house: House,
  path: string,
  { home, store: name = 'Icecat', origin = 'CN', fresh = false }: Options,
): Promise<number> {
  const { importIcecat } = await import('#modules/catalogue');
  const { isCountry } = await import('#kernel/place');
  if (!isCountry(origin.toUpperCase()))
    throw new Halt(`"${origin}" is no country.`, 'Two letters are needed, as CN or US.', 2);
  const store = await storeNamed(house, name);
  const steps = openSteps();
  const step = steps.begin('products');
  step.note('the categories and attributes first');
  const began = performance.now();
  try {
    const report = await importIcecat(house, {
      path,
      store,
      origin: origin.toUpperCase(),
      again: fresh,
      tell: (done, of) => step.note(`${done} of ${of} lines`),
    });
    const idle = report.before > 0 && report.before === report.lines;
    step.done(idle ? 'all there already' : `${report.brought} brought in, ${report.renewed} brought up to date`);
    await tellOutcome(report, join(home, 'imports', `${basename(path)}.txt`), began);
    return report.problems.some(({ leftOut }) => leftOut) ? 1 : 0;
  } finally {
    steps.end();
  }
}

/** The store of that id, address or name; a new one, of the house's own, when there is none. */
async function storeNamed(house: House, name: string): Promise<string> {
  const { enrol, enrolStore, storeAt, storesForDesk } = await import('#modules/parties');
  const { perform } = await import('#platform/perform');
  const { question } = await import('#platform/work');
  const there = await question(house, system, storeAt, { store: name });
  const queue = await question(house, system, storesForDesk, { text: name, state: 'open' as const });
  const known =
    there?.store ?? queue?.stores.find((one) => one.name.toLowerCase() === name.trim().toLowerCase())?.store;
  if (known) return inDollars(house, known);
  const key = () => ({ key: newId(house.clock.now()), by: system });
  const email = `store.${newId(house.clock.now())}@import.invalid`;
  const { person } = must(
    await perform(house, key(), enrol, { email, name, locale: 'en', country: 'US', currency: 'USD' }),
  );
  const wish = {
    owner: person,
    name,
    kind: 'company' as const,
    country: 'US',
    currency: 'USD',
    why: 'Opened for goods that are brought in from a file.',
  };
  return must(await perform(house, key(), enrolStore, wish)).store;
}

async function inDollars(house: House, store: string): Promise<string> {
  const { storesOf } = await import('#modules/parties');
  const { question } = await import('#platform/work');
  const [view] = await question(house, system, storesOf, { stores: [store] });
  if (view?.currency === 'USD') return store;
  throw new Halt(
    `${view?.name} sells in ${view?.currency}, and the file's prices are in US dollars.`,
    'Name another store with --store; a new one is opened when there is none.',
    2,
  );
}

const shown = 20;

async function tellOutcome(report: ImportReport, file: string, began: number): Promise<void> {
  const { categories, attributes, before, lines, problems } = report;
  if (before >= lines && lines > 0)
    console.log(' The file was brought in before: nothing was left to do. --fresh brings it up to date.');
  else if (before > 0) console.log(` An earlier import had done the first ${before} lines.`);
  console.log(
    ` ${categories} categories with ${attributes} attributes were derived from the file, in ${since(began)} all in all.`,
  );
  if (problems.length === 0) return;
  const leftOut = problems.filter((one) => one.leftOut);
  const mended = problems.length - leftOut.length;
  for (const one of leftOut.slice(0, shown)) console.log(`   ${sentence(one)}`);
  if (leftOut.length > shown) console.log(`   … and ${leftOut.length - shown} more`);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, `${problems.map(sentence).join('\n')}\n`);
  console.log(
    ` ${leftOut.length} rows were left out and ${mended} mended; all are listed in ${relative(process.cwd(), file)}.`,
  );
}

const sentence = ({ line, item, what, mend, leftOut }: LineProblem): string =>
  `line ${line} (${item}): ${what}; ${leftOut ? `left out; to mend it: ${mend}` : mend}`;

async function ecb(house: House, path: string): Promise<number> {
  const { importDays, readEcbCsv, readEcbXml } = await import('#modules/exchange');
  const { perform } = await import('#platform/perform');
  const text = await readFile(path, 'utf8');
  const read = text.trimStart().startsWith('<') ? readEcbXml(text) : readEcbCsv(text);
  if (!read.ok)
    throw new Halt(
      `${path} cannot be read: ${read.refusal.why}.`,
      'It must be a file of the European Central Bank: eurofxref-daily.xml, -hist.xml or -hist.csv.',
      1,
    );
  const done = await perform(house, { key: newId(house.clock.now()), by: system }, importDays, {
    source: 'ECB',
    days: read.value,
  });
  if (!done.ok)
    throw new Halt(
      `The rates were refused: ${Object.values(done.refusal).join(' ').replaceAll('_', ' ')}.`,
      'Nothing was brought in.',
      1,
    );
  console.log(` ${done.value.days} days read; ${done.value.rates} rates are new or were corrected.`);
  return 0;
}
