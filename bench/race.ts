/** Two hundred buyers press the button at once; there are fifty. Over HTTP, as sales at midnight come. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { configFrom } from '#platform/config';
import { openEntrepot } from '../src/entrepot.ts';
import { openHttpBuyer, saoPaulo } from './buyer.ts';
import type { Answer, HttpBuyer } from './buyer.ts';
import { openGround } from './ground.ts';
import type { Ground } from './ground.ts';
import { asProgram, rounded } from './report.ts';
import type { Outcome } from './report.ts';
import { bringRates, openStall } from './stall.ts';

const buyers = 200;
const stock = 50;
const must = { seconds: 5 };

export async function benchRace(): Promise<Outcome> {
  const ground = await openGround({ server: true, worker: true, world: true });
  const house = openEntrepot(configFrom(ground.env));
  try {
    await bringRates(house);
    // A server that has just come up reads its code while it answers; a shop at midnight has been up for days.
    await race(ground, await openStall(house, 'warm', 20), 40);
    const variant = await openStall(house, 'wanted', stock);
    const spentBefore = ground.cpu().total;
    const { answers, seconds } = await race(ground, variant, buyers);
    const sold = answers.filter(({ status }) => status === 200).length;
    const others = answers.filter((answer) => answer.status !== 200 && !isSoldOut(answer));
    // What the sales left to be done is done before the books are looked at.
    await sleep(500);
    const held = await heldOf(ground.databaseUrl, variant);
    const figures = {
      sold,
      other_refusals: others.length,
      seconds: rounded(seconds, 2),
      held,
      cpu_ms_per_buyer: rounded((ground.cpu().total - spentBefore) / buyers, 2),
    };
    const ok = sold === stock && held === stock && others.length === 0 && seconds <= must.seconds;
    const why = others[0] ? { why: `Refused otherwise: ${JSON.stringify(others[0])}` } : {};
    return { ok, figures, ...why };
  } finally {
    await house.close();
    await ground.close();
  }
}

/** All lay it in their carts, then all order at once. The seconds are of both. */
async function race(ground: Ground, variant: string, many: number): Promise<{ answers: Answer[]; seconds: number }> {
  const crowd = Array.from({ length: many }, () => openHttpBuyer(ground.url));
  const began = performance.now();
  const laid = await Promise.all(crowd.map((one) => one.call('POST', '/cart/lines', { variant, quantity: 1 })));
  const no = laid.find(({ status }) => status !== 200);
  if (no) throw new Error(`A cart was answered ${no.status}: ${JSON.stringify(no.body)}`);
  const answers = await Promise.all(crowd.map((one: HttpBuyer) => one.call('POST', '/purchases', saoPaulo)));
  return { answers, seconds: (performance.now() - began) / 1000 };
}

/** None was left at the last moment, or none was left already when the cart was looked at. */
function isSoldOut({ status, body }: Answer): boolean {
  const { no, lines } = (body['error'] ?? {}) as { no?: string; lines?: { why: string }[] };
  return (
    status === 409 &&
    (no === 'out_of_stock' || (no === 'lines_cannot_be_had' && lines?.[0]?.why === 'not_so_many_left'))
  );
}

async function heldOf(databaseUrl: string, variant: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ held: number }>('select held from catalogue.stock where variant = $1', [
    variant,
  ]);
  await client.end();
  return rows[0]!.held;
}

await asProgram(import.meta.url, 'race', benchRace);
