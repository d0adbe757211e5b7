/** The import of a file of 19,406 real products, as the command does it: seconds, and the most memory its process has. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { configFrom } from '#platform/config';
import { openEntrepot } from '../src/entrepot.ts';
import { openGround } from './ground.ts';
import type { Ground } from './ground.ts';
import { dollarStore } from './icecat-store.ts';
import { asProgram, noData, realData, rounded } from './report.ts';
import type { Outcome } from './report.ts';

const must = { seconds: 20, peak_mb: 600 };

export async function benchImport(): Promise<Outcome> {
  const file = realData('icecat', 'products.ndjson.gz');
  if (!file) return { ok: false, figures: {}, why: noData('icecat/products.ndjson.gz') };
  const ground = await openGround();
  try {
    const store = await openStore(ground);
    const before = ground.cpu().database;
    const began = performance.now();
    const { code, peakMb, cpu } = await runCommand(ground, ['icecat', file, '--store', store]);
    const seconds = (performance.now() - began) / 1000;
    const counts = await count(ground.databaseUrl);
    const figures = {
      seconds: rounded(seconds, 2),
      peak_mb: rounded(peakMb, 0),
      per_second: rounded(counts.products / seconds, 0),
      ...counts,
      command_cpu_s: rounded(cpu, 2),
      database_cpu_s: rounded((ground.cpu().database - before) / 1000, 2),
    };
    const whole = code === 0 && counts.products === counts.findable && counts.products > 19_000;
    return {
      ok: whole && seconds <= must.seconds && peakMb <= must.peak_mb,
      figures,
      ...(whole ? {} : { why: `The import ended with exit code ${code}.` }),
    };
  } finally {
    await ground.close();
  }
}

async function openStore(ground: Ground): Promise<string> {
  const house = openEntrepot(configFrom(ground.env));
  try {
    return await dollarStore(house);
  } finally {
    await house.close();
  }
}

async function count(databaseUrl: string): Promise<{ products: number; findable: number; categories: number }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ products: number; findable: number; categories: number }>(`
    select (select count(*) from catalogue.products where on_sale)::int as products,
           (select count(*) from discovery.documents)::int as findable,
           (select count(distinct category) from catalogue.products)::int as categories`);
  await client.end();
  return rows[0]!;
}

/** In a process of its own, whose most memory the kernel knows. */
async function runCommand(ground: Ground, args: string[]): Promise<{ code: number; peakMb: number; cpu: number }> {
  const entry = join(resolve(import.meta.dirname, '..'), 'bin/entrepot.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry, 'import', ...args], {
    env: ground.env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let peakKb = 0;
  // VmHWM only ever grows, so a look now and then misses only the last moments.
  const watch = setInterval(() => (peakKb = Math.max(peakKb, peakOf(child.pid!))), 20);
  const code = await new Promise<number>((done) => child.once('exit', (status) => done(status ?? 1)));
  clearInterval(watch);
  return { code, peakMb: peakKb / 1024, cpu: cpuOfEnded() };
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Seconds of processor time of the children that ended: the command is the only one by then. */
function cpuOfEnded(): number {
  const fields = readFileSync('/proc/self/stat', 'latin1').split(') ')[1]!.split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

await asProgram(import.meta.url, 'import', benchImport);
