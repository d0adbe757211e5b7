/**
 * kill -9, ten times: server, worker and database die in the middle of sixteen checkouts at once and of the provider's webhooks, and
 * come back. Afterwards nothing is lost, nothing is done twice, and nothing is held for nothing.
 *
 * | variable | meaning | default |
 * |---|---|---|
 * | SURVIVE_SEED | which part dies when | one |
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chanceOf } from '../tools/simulate/chance.ts';
import { bringRates, openStall } from '../bench/stall.ts';
import { brokenLaws, disagreements } from './laws.ts';
import { openCrowd } from './survive/crowd.ts';
import type { Crowd } from './survive/crowd.ts';
import { openProcesses } from './survive/processes.ts';
import type { Part, Processes } from './survive/processes.ts';

const seed = process.env['SURVIVE_SEED'] ?? 'one';
const stock = 100_000;

let processes: Processes;
let variants: string[];
beforeAll(async () => {
  processes = await openProcesses();
  const { house } = processes;
  await bringRates(house);
  variants = [await openStall(house, 'north', stock), await openStall(house, 'south', stock)];
  await Promise.all([processes.start('worker'), processes.start('server')]);
});
afterAll(() => processes.close());

/** Who dies, and how long after the crowd is at it again. Each part dies three times, the database once more. */
function deathsOf(seed: string): { part: Part; afterMs: number }[] {
  const chance = chanceOf(seed);
  const parts: Part[] = ['database'];
  for (let n = 0; n < 3; n++) parts.push('server', 'worker', 'database');
  return parts
    .map((part) => ({ part, turn: chance.next(), afterMs: chance.whole(0, 600) }))
    .sort((a, b) => a.turn - b.turn);
}

const rows = async <Row>(query: string) => (await processes.house.db.query(query)).rows as Row[];

/** So many more were placed, or it is taking too long. */
async function untilBusy(crowd: Crowd, more: number, ms: number): Promise<void> {
  const wanted = crowd.placed.size + more;
  for (const end = performance.now() + ms; crowd.placed.size < wanted && performance.now() < end;) await sleep(20);
}

/** Whatever the dead left behind is done: leases end, timers fire, webhooks arrive. */
async function untilQuiet(ms: number): Promise<void> {
  const { house, world } = processes;
  for (const end = performance.now() + ms; performance.now() < end; await sleep(100)) {
    const { rows: due } = await house.db.query(`
      select (select count(*) from platform.outbox)::int + (select count(*) from platform.jobs where every_ms is null and due_at <= now())::int as many`);
    const next = world.nextDue();
    if ((due[0] as { many: number }).many === 0 && (!next || next.getTime() > Date.now() + 8 * 60_000)) return;
  }
  const left = await rows(
    `select name, attempts, error from platform.jobs where every_ms is null and due_at <= now() limit 20`,
  );
  throw new Error(`Not quiet after ${ms} ms: ${JSON.stringify({ left, next: world.nextDue() })} ${processes.said()}`);
}

test(`whoever dies, and when: seed ${seed}`, { timeout: 120_000 }, async () => {
  const { house, world } = processes;
  const crowd = openCrowd({ url: processes.url, world, variants, chance: chanceOf(`crowd ${seed}`) });
  world.provider.faults({ webhooks: 'twice', rate: 0.2 });
  await untilBusy(crowd, 16, 20_000);
  for (const { part, afterMs } of deathsOf(seed)) {
    await untilBusy(crowd, 4, 4000);
    await sleep(afterMs);
    await processes.kill(part);
    await processes.start(part);
  }
  await untilBusy(crowd, 16, 10_000);
  await crowd.leave();
  expect({ strange: crowd.strange, said: crowd.strange.length > 0 ? processes.said() : '' }).toEqual({
    strange: [],
    said: '',
  });

  processes.hurryTheWorld();
  // Twenty seconds are over for the leases of dead workers, half an hour for those who never paid.
  await processes.kill('worker');
  await rows(`update platform.jobs set leased_until = null where leased_until is not null`);
  await processes.start('worker');
  await untilQuiet(40_000);
  await rows(`update platform.jobs set due_at = now() where name = 'trade.lapse'`);
  await untilQuiet(20_000);

  const problems = [...(await brokenLaws(house)), ...(await disagreements(house, world))];
  expect({ seed, problems, said: problems.length > 0 ? processes.said() : '' }).toEqual({
    seed,
    problems: [],
    said: '',
  });
  await eachIsAccountedFor(crowd);
});

async function eachIsAccountedFor(crowd: Crowd): Promise<void> {
  expect(crowd.paid.size).toBeGreaterThan(40);
  // A form sent twice, and again after no answer, is one purchase.
  const known = await rows<{ id: string }>(`select id from trade.purchases order by id`);
  expect(known.map(({ id }) => id)).toEqual([...crowd.placed.values()].sort());

  const states = await rows<{ purchase: string; state: string; orders: number }>(
    `select purchase, state, count(*)::int as orders from trade.orders group by purchase, state`,
  );
  const wrong = states.filter(({ purchase, state, orders }) => {
    const wanted = crowd.paid.has(purchase) ? ['funded', 'refunded'] : ['lapsed', 'cancelled'];
    return orders !== variants.length || !wanted.includes(state);
  });
  expect(wrong).toEqual([]);

  // No stock is held for nothing, and what is gone was sold.
  const shelves = await rows<{ held: number; gone: number; sold: number }>(`
    select held, ${stock} - on_hand as gone,
           coalesce((select sum(l.quantity) from trade.order_lines l join trade.orders o on o.id = l.order_id
                      where l.variant = s.variant and o.state = 'funded'), 0)::int as sold
      from catalogue.stock s`);
  for (const { held, gone, sold } of shelves) expect({ held, gone }).toEqual({ held: 0, gone: sold });

  // No transfer is doubled: what the books say the provider owes us is what it took, less what it gave back.
  const theirs = (await rows<{ id: string }>(`select id from payments.payments`))
    .flatMap(({ id }) => processes.world.provider.ofReference(id))
    .reduce((sum, one) => sum + (one.paid_at ? one.amount.minor - one.refunded.minor : 0), 0);
  const [ours] = await rows<{ minor: bigint }>(
    `select -sum(minor)::bigint as minor from ledger.accounts where kind = 'psp_receivable'`,
  );
  expect(ours!.minor).toBe(BigInt(theirs));
}
