/** `entrepot replay`: real orders of years ago, through the deeds of today. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createDatabase, databaseUrl, dropDatabase } from '#platform/postgres';
import { openGround } from '../ground/database.ts';
import { exitCodes, Halt } from '../ground/halt.ts';
import { openSteps, since } from '../ground/steps.ts';
import type { Steps } from '../ground/steps.ts';

export const help = `Runs the real orders of a Brazilian marketplace through the same deeds as the doors use, on the data's own clock.

Usage: bin/entrepot replay olist DIR [OPTIONS]

DIR holds the files of Olist: orders, items, payments, customers, sellers, products (olist_orders_dataset.csv and so on, packed
with gzip or not). Stores are opened and list their goods, buyers order and pay, parcels leave and arrive, orders end, each at
the time that the data say; timers and the days' seals fall due on the way. At the end the data's figures stand beside the
house's, with what differs and why, and with the proof that the books hold.

It works on a database of its own, named as the kept one with _replay behind it, which stays afterwards: look at it with
"bin/entrepot verify --database NAME". docs/guide/replay.md tells what is taken from the data and what stands in for what they
do not have.

Options
  --fresh         drops the database of an earlier replay first; without it a second replay is refused
  --limit N       the first N orders only
  --report FILE   writes the report to a file too
  --help          this page

Environment
  DATABASE_URL     the PostgreSQL (15 to 18) beside whose database it works; without it the embedded one in ENTREPOT_HOME
  ENTREPOT_HOME    the folder of all data (default .entrepot)

Examples
  bin/entrepot replay olist data/olist
  bin/entrepot replay olist data/olist --fresh --limit 500 --report replay.txt

${exitCodes}
  1  too when something is left unexplained, or the books do not hold`;

interface Options {
  fresh: boolean;
  limit: number;
  report: string | undefined;
}

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { fresh: { type: 'boolean' }, limit: { type: 'string' }, report: { type: 'string' } },
  });
  const [kind, dir, ...more] = positionals;
  if (kind !== 'olist' || dir === undefined || more.length > 0) {
    throw new Halt(
      'Say what to replay, and from which folder.',
      'For instance: bin/entrepot replay olist data/olist\nAdd --help to see all of it.',
      2,
    );
  }
  const limit = Number(values.limit ?? Infinity);
  if (!(limit >= 1) || (limit !== Infinity && !Number.isInteger(limit)))
    throw new Halt(`--limit must be a whole number from 1, not "${values.limit}".`, 'For instance: --limit 500', 2);
  const { readOlist } = await import('../replay/olist.ts');
  const olist = await readOlist(dir, limit);
  if (olist.orders.length === 0) throw new Halt(`${dir} holds no orders.`, 'Its file of orders has no rows.', 2);
  const ground = await openGround();
  try {
    const url = await ownDatabase(ground.url, values.fresh === true);
    return await replayInto(url, olist, { fresh: values.fresh === true, limit, report: values.report });
  } finally {
    await ground.leave();
  }
}

/** Made new. One that is there holds a replay, finished or not, that somebody may want to look at. */
async function ownDatabase(url: string, fresh: boolean): Promise<string> {
  const name = `${decodeURIComponent(new URL(url).pathname.slice(1))}_replay`;
  if (fresh) await dropDatabase(url, name);
  await createDatabase(url, name).catch((error: { code?: string }) => {
    if (error.code === '42P04')
      throw new Halt(
        `The database ${name} is there already, with an earlier replay.`,
        `Look at it with: bin/entrepot verify --database ${name}\nOr begin anew with --fresh, which drops it.`,
      );
    if (error.code === '42501')
      throw new Halt(
        `We may not create the database ${name}.`,
        'Let the role of DATABASE_URL create databases, or use the embedded PostgreSQL.',
      );
    throw error;
  });
  return databaseUrl(url, name);
}

async function replayInto(
  url: string,
  olist: import('../replay/olist.ts').Olist,
  { report: file }: Options,
): Promise<number> {
  const { configFrom } = await import('#platform/config');
  const { replay } = await import('../replay/run.ts');
  const { many } = await import('../replay/words.ts');
  const began = performance.now();
  const steps = openSteps();
  try {
    // What a power cut would take can be replayed: nothing waits for the disk.
    const address = new URL(url);
    address.searchParams.set('options', '-c synchronous_commit=off');
    const config = {
      ...configFrom({ ...process.env, DATABASE_URL: address.href }),
      pool: 12,
      logLevel: process.env['LOG_LEVEL'] ?? 'error',
    };
    const done = await replay(config, olist, watch(steps, olist.orders.length));
    const head = `${many(olist.orders.length, 'order')} of ${many(done.stores, 'store')}, ${many(done.happenings, 'happening')}, in ${since(began)}.`;
    const text = [head, ...done.lines].join('\n');
    steps.say(`\n${text}`);
    if (file) await writeFile(file, `${text}\n`);
    return done.ok ? 0 : 1;
  } finally {
    steps.end();
  }
}

function watch(steps: Steps, all: number): import('../replay/run.ts').Watcher {
  const stores = steps.begin('stores');
  let orders: ReturnType<Steps['begin']> | undefined;
  let began = 0;
  return {
    stores: (done, of) => {
      stores.note(`${done.toLocaleString('en')} of ${of.toLocaleString('en')}`);
      if (done === of) stores.done(`${of.toLocaleString('en')} opened`);
    },
    orders: (done, at) => {
      if (!orders) {
        orders = steps.begin('orders');
        began = performance.now();
      }
      const speed = done / Math.max(0.001, (performance.now() - began) / 1000);
      orders.note(
        `${done.toLocaleString('en')} of ${all.toLocaleString('en')}, ${speed.toFixed(1)} orders/s, ${at.toISOString().slice(0, 10)}`,
      );
    },
    report: () => {
      const speed = all / ((performance.now() - began) / 1000);
      orders?.done(`${all.toLocaleString('en')}, ${speed.toFixed(1)} orders/s`);
      steps.begin('report').note('asking the desk');
    },
  };
}
