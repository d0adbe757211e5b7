/** A simulation on a database of its own, with its report and its proof. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orderCounts } from '#modules/trade';
import { system } from '#platform/actor';
import { configFrom } from '#platform/config';
import { migrate } from '#platform/migrate';
import { createDatabase, dropDatabase } from '#platform/postgres';
import { question } from '#platform/work';
import { proofOf } from '../../bin/replay/proof.ts';
import { proofText } from '../../bin/replay/proof-text.ts';
import { openEntrepot } from '../../src/entrepot.ts';
import { openDemoHouse } from '../demo/stores.ts';
import { simulate } from './simulate.ts';
import { openStreet } from './street.ts';
import type { Street } from './street.ts';

export interface Apart {
  days: number;
  perDay: number;
  seed: string;
  faults: boolean;
  keep: boolean;
}

export async function simulateApart(url: string, { days, perDay, seed, faults, keep }: Apart): Promise<number> {
  const name = `simulation_${randomUUID().slice(0, 8)}`;
  const databaseUrl = await createDatabase(url, name);
  const home = await mkdtemp(join(tmpdir(), 'entrepot-simulation-'));
  const config = {
    ...configFrom({ ...process.env, DATABASE_URL: databaseUrl }),
    home,
    logLevel: faults ? 'fatal' : 'error',
  };
  const house = openEntrepot(config);
  await migrate(house);
  await house.close();
  const began = performance.now();
  const street = await openStreet(config, { start: new Date('2026-03-02T00:00:00Z') });
  try {
    say('stores and goods …');
    const sellers = await openDemoHouse(street, (text) => say(text));
    const counts = await simulate(street, {
      days,
      seed,
      perDay,
      faults,
      sellers,
      progress: (day, done) =>
        say(`day ${day + 1} of ${days}: ${done.purchases} purchases, ${done.paid} paid, ${done.accepted} accepted`),
    });
    process.stdout.write('\n');
    console.log(
      `${days} days, seed ${seed}: ${Object.entries(counts)
        .map(([what, many]) => `${many} ${what}`)
        .join(', ')}. ${((performance.now() - began) / 1000).toFixed(1)} s.`,
    );
    return await report(street);
  } finally {
    await street.close();
    await rm(home, { recursive: true, force: true });
    if (keep) console.log(`The database is kept: ${name}`);
    else await dropDatabase(url, name);
  }
}

function say(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${text}`);
}

/** What stands in the end, and whether the books hold. */
async function report({ house }: Street): Promise<number> {
  for (const { state, orders } of await question(house, system, orderCounts, undefined))
    console.log(`${state.padEnd(12)} ${orders}`);
  const proof = await proofOf(house);
  console.log(proofText(proof).join('\n'));
  return proof.problems.length === 0 ? 0 : 1;
}
