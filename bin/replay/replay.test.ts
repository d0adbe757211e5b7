import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { run } from '../commands/replay.ts';
import { cases, idOf, writeFolder } from './made-up.testing.ts';
import type { MadeUp } from './made-up.testing.ts';
import { readOlist } from './olist.ts';
import { proofOf } from './proof.ts';
import { replay } from './run.ts';
import type { Replayed } from './run.ts';

// Programs are started and databases made: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 });

const silent = { stores: () => undefined, orders: () => undefined, report: () => undefined };
const folders: string[] = [];
const folderOf = async (orders?: Record<string, MadeUp>): Promise<string> => {
  const dir = await writeFolder(orders);
  folders.push(dir);
  return dir;
};
const sweep = async (): Promise<void> => {
  for (const dir of folders.splice(0)) await rm(dir, { recursive: true });
};

describe('a small marketplace with a case of each kind', () => {
  let house: TestHouse;
  let done: Replayed;
  const text = (): string => done.lines.join('\n');

  beforeAll(async () => {
    house = await openTestHouse();
    done = await replay(house.config, await readOlist(await folderOf()), silent);
  });
  afterAll(async () => {
    await house.close();
    await sweep();
  });

  test('nothing is left unexplained, and the books hold', async () => {
    expect(text()).toContain('Everything is explained, and the books hold.');
    expect(done).toMatchObject({ ok: true, stores: 3, listings: 4 });
    expect((await proofOf(house)).problems).toEqual([]);
  });

  test('every order stands as the data say', async () => {
    const { rows } = await house.db.query(
      `select state, count(*)::int as orders from trade.orders group by state order by state`,
    );
    expect(rows).toEqual([
      { state: 'cancelled', orders: 1 },
      // It arrived when the data end: its buyer may object still.
      { state: 'completed', orders: 8 },
      { state: 'delivered', orders: 1 },
      { state: 'dispatched', orders: 1 },
      { state: 'funded', orders: 1 },
      { state: 'lapsed', orders: 1 },
      { state: 'refunded', orders: 3 },
    ]);
    expect(text()).toMatch(/^delivered +9 +1 +· +· +· +1 +7 +·$/m);
    expect(text()).toMatch(/^canceled +3 +· +1 +· +· +· +· +2$/m);
  });

  test('the money of each type agrees to the cent; interest and what was never approved are set apart', () => {
    expect(text()).toMatch(/^credit_card +9 +R\$ 413\.67 +R\$ 411\.17 +R\$ 2\.50 +R\$ 0\.00 +R\$ 0\.00$/m);
    expect(text()).toMatch(/^boleto +3 +R\$ 133\.60 +R\$ 133\.60 +R\$ 0\.00 +R\$ 0\.00 +R\$ 0\.00$/m);
    expect(text()).toMatch(/^voucher +3 +R\$ 47\.00 +R\$ 14\.00 +R\$ 0\.00 +R\$ 33\.00 +R\$ 0\.00$/m);
    expect(text()).toMatch(/^debit_card +1 +R\$ 91\.00 +R\$ 91\.00/m);
    expect(text()).toContain('1 row of R$ 0.00 moved nothing.');
  });

  test('each difference between a price and its payments has a name', () => {
    expect(text()).toContain(`${idOf('left_before_it_was_paid')}  R$ 2.50`);
    expect(text()).toContain(`${idOf('with_a_coupon')}  −R$ 5.50`);
    expect(text()).toMatch(/1 {2}by cents: .*\(in all R\$ 0\.01\)/);
    expect(text()).toContain('The house’s card takes at most 12: 1 payment in more is kept as 12.');
  });

  test('the order that was never paid is told of, and did not leave', () => {
    expect(text()).toContain(
      `${idOf('never_paid')}: placed 2018-01-08, in the data delivered, R$ 25.00, and the data know of no payment`,
    );
    expect(text()).toContain('the house refused: order is not to be dispatched');
    expect(text()).toMatch(/in the data 3, here 2 \(after the moment that was promised/);
  });

  test('a boleto that was paid after its time, and cards that were approved after theirs, fund their orders all the same', async () => {
    expect(text()).toContain('Approved after the house’s own time to pay: boleto 1, card 2, voucher 1.');
    const { rows } = await house.db.query(`
      select o.state, p.paid_at > p.expires_at as late, o.funded_at = p.paid_at as at_once
        from payments.payments p join trade.orders o on o.purchase = p.purchase where p.method = 'boleto' and p.state = 'paid' order by p.created_at`);
    expect(rows).toEqual([
      { state: 'completed', late: false, at_once: true },
      { state: 'completed', late: true, at_once: true },
      { state: 'refunded', late: false, at_once: true },
    ]);
  });

  test('what happened keeps its time: placed, scanned, delivered, accepted fifteen days later, each day sealed', async () => {
    const { rows } = await house.db.query(`
      select o.placed_at, o.dispatched_at, o.delivered_at, o.completed_at - o.delivered_at as waited, s.accepted_at as scanned
        from trade.orders o join logistics.shipments s on s.order_id = o.id
       where o.placed_at in ('2018-01-02T10:00Z', '2018-01-08T10:00Z') order by o.placed_at`);
    expect(rows).toMatchObject([
      {
        dispatched_at: new Date('2018-01-03T09:00:00Z'),
        delivered_at: new Date('2018-01-08T12:00:00Z'),
        waited: { days: 15 },
      },
      // The scan is from before the money; the order left right after it.
      { dispatched_at: new Date('2018-01-10T15:00:01Z'), scanned: new Date('2018-01-10T08:00:00Z') },
    ]);
    const { rows: seals } = await house.db.query(
      `select min(day) as first, max(day) as last, count(*)::int as days from ledger.seals`,
    );
    expect(seals).toEqual([{ first: '2018-01-01', last: '2018-02-19', days: 50 }]);
  });

  test('a held order that is changed behind the books is named', async () => {
    await house.db.query(`update trade.orders set goods_minor = goods_minor + 1 where state = 'funded'`);
    const { problems } = await proofOf(house);
    expect(problems).toEqual([
      expect.stringMatching(/^Escrow holds 25\.00 BRL for order [0-9a-f-]+, which is to hold 25\.01 BRL\.$/),
    ]);
  });
});

describe('what cannot be explained is said', () => {
  afterEach(sweep);

  test('an order that was paid less than it costs, without a reason, fails the replay and is named', async () => {
    const house = await openTestHouse();
    const dir = await folderOf({ short: { ...cases['plain']!, payments: [['credit_card', 1, 57.77]] } });
    const done = await replay(house.config, await readOlist(dir), silent);
    await house.close();
    expect(done.ok).toBe(false);
    expect(done.lines.join('\n')).toContain(
      `Order ${idOf('short')}: paid −R$ 2.23 beside its price, and nothing says why.`,
    );
  });
});

describe('the command', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  });
  afterAll(() => house.close());
  afterEach(sweep);

  const entrepot = (...args: string[]): Promise<{ code: number | null; out: string }> => {
    const env = { ...process.env, DATABASE_URL: house.config.databaseUrl, ENTREPOT_HOME: house.config.home };
    const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'entrepot'), ...args], { env });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (out += part.toString()));
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })));
  };

  test('works on a database of its own, refuses a second replay there, and begins anew with --fresh', async () => {
    const dir = await folderOf({ plain: cases['plain']!, boleto: cases['late']! });
    const own = `${new URL(house.config.databaseUrl).pathname.slice(1)}_replay`;
    try {
      expect(await entrepot('replay', 'olist', dir, '--limit', '1')).toMatchObject({
        code: 0,
        out: expect.stringContaining('1 order of 1 store,') as string,
      });
      expect(await entrepot('replay', 'olist', dir)).toMatchObject({
        code: 3,
        out: expect.stringContaining('--fresh') as string,
      });
      expect(await entrepot('replay', 'olist', dir, '--fresh')).toMatchObject({
        code: 0,
        out: expect.stringContaining('2 orders of 1 store,') as string,
      });
      expect(await entrepot('verify', '--database', own)).toMatchObject({
        code: 0,
        out: expect.stringContaining('The books hold.') as string,
      });
      expect((await house.db.query('select count(*)::int as orders from trade.orders')).rows).toEqual([{ orders: 0 }]);
    } finally {
      await house.db.query(`drop database if exists "${own}" with (force)`);
    }
  });

  test('says what is wrong with its words and its folder', async () => {
    const says = (...args: string[]) => expect(run(args)).rejects;
    await says('amazon', 'x').toMatchObject({ exitCode: 2, message: 'Say what to replay, and from which folder.' });
    await says('olist', 'x', '--limit', '0').toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('--limit') as string,
    });
    await says('olist', '/nowhere').toMatchObject({ exitCode: 2, message: 'There is no folder /nowhere.' });
    await says('olist', house.config.home).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('holds no olist_orders_dataset.csv') as string,
    });
  });
});
