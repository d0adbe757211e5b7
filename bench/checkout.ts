/**
 * The whole way from an empty cart to two funded orders, over HTTP: two lines from two stores, address and carriage,
 * payment by card on the provider's side, its webhook, the facts, the funding; eight and sixteen buyers at once. And the
 * deed that places the order, beside the same statements sent bare.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { configFrom } from '#platform/config';
import { openEntrepot } from '../src/entrepot.ts';
import { beside } from './beside-bare-sql.ts';
import { httpCall, openHttpBuyer, saoPaulo } from './buyer.ts';
import { openGround } from './ground.ts';
import type { Ground } from './ground.ts';
import { asProgram, rounded } from './report.ts';
import type { Outcome } from './report.ts';
import { bringRates, openStall } from './stall.ts';

const must = { cpu_ms_per_checkout: 6, times_bare_sql: 4 };
const warmUp = Number(process.env['BENCH_WARM'] ?? 1500);
const counted = Number(process.env['BENCH_COUNT'] ?? 800);

export async function benchCheckout(): Promise<Outcome> {
  const ground = await openGround({ server: true, worker: true, world: true });
  const house = openEntrepot(configFrom(ground.env));
  try {
    await bringRates(house);
    const variants = [await openStall(house, 'north', 1_000_000), await openStall(house, 'south', 1_000_000)];
    console.log('Warming up …');
    await run(ground, variants, warmUp, 8);
    const eight = await measured(ground, variants, 8);
    const sixteen = await measured(ground, variants, 16);
    const { times } = await beside(house, variants);
    const figures = {
      cpu_ms_per_checkout: rounded(Math.max(eight.cpu, sixteen.cpu)),
      cpu_ms_at_8: rounded(eight.cpu),
      cpu_ms_at_16: rounded(sixteen.cpu),
      server_ms: rounded(sixteen.server),
      worker_ms: rounded(sixteen.worker),
      database_ms: rounded(sixteen.database),
      per_second: rounded(sixteen.perSecond, 1),
      p99_ms: rounded(sixteen.p99, 0),
      times_bare_sql: rounded(times, 2),
    };
    return {
      ok: figures.cpu_ms_per_checkout <= must.cpu_ms_per_checkout && figures.times_bare_sql <= must.times_bare_sql,
      figures,
    };
  } finally {
    await house.close();
    await ground.close();
  }
}

async function measured(ground: Ground, variants: string[], atOnce: number) {
  const before = ground.cpu();
  const began = performance.now();
  const times = await run(ground, variants, counted, atOnce);
  const seconds = (performance.now() - began) / 1000;
  // What the checkouts left to be done counts too.
  await sleep(500);
  const after = ground.cpu();
  const each = (part: 'server' | 'worker' | 'database' | 'total') => (after[part] - before[part]) / counted;
  return {
    cpu: each('total'),
    server: each('server'),
    worker: each('worker'),
    database: each('database'),
    perSecond: counted / seconds,
    p99: times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)]!,
  };
}

async function run(ground: Ground, variants: string[], many: number, atOnce: number): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  const one = async () => {
    while (next++ < many) {
      const began = performance.now();
      await checkout(ground, variants);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return times;
}

interface Page {
  orders: { state: string }[];
  payments: { state: string; redirectUrl?: string }[];
}

async function checkout(ground: Ground, variants: string[]): Promise<void> {
  const buyer = openHttpBuyer(ground.url);
  const sure = async (answer: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answer;
    if (status !== 200) throw new Error(`The checkout was answered ${status}: ${JSON.stringify(body)}`);
    return body as never;
  };
  for (const variant of variants) await sure(buyer.call('POST', '/cart/lines', { variant, quantity: 1 }));
  const offered: { total: { minor: number } } = await sure(
    buyer.call('GET', '/checkout?country=BR&postalCode=01310-100&currency=BRL&locale=pt-BR'),
  );
  const placed: { purchase: string; secret: string } = await sure(
    buyer.call('POST', '/purchases', { ...saoPaulo, shown: offered.total.minor }),
  );
  const look = (): Promise<Page> => sure(buyer.call('GET', `/purchases/${placed.purchase}?key=${placed.secret}`));
  const waiting = await until(look, (page) => page.payments[0]?.redirectUrl !== undefined);
  const id = /\/pay\/p\/([^/?]+)/.exec(waiting.payments[0]!.redirectUrl!)?.[1];
  await httpCall(ground.env['WORLD_URL']!, 'POST', `/pay/sandbox/payments/${id}/pay`, {}, {});
  await until(look, (page) => page.orders.every((order) => order.state === 'funded'));
}

/** Looks as a page does while the buyer waits: soon, then a little later each time. */
async function until(look: () => Promise<Page>, good: (page: Page) => boolean): Promise<Page> {
  for (let wait = 40; wait < 20_000; wait *= 1.4) {
    await sleep(wait);
    const page = await look();
    if (good(page)) return page;
  }
  throw new Error('The purchase did not come so far within half a minute.');
}

await asProgram(import.meta.url, 'checkout', benchCheckout);
