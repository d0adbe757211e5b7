import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { money } from '#kernel/money';
import { newId } from '#kernel/id';
import { must, ok } from '#kernel/result';
import { post, sealDay } from '#modules/ledger';
import { bank, feesExpense, pspReceivable, reportPayment } from '#modules/payments';
import type { PaymentView } from '#modules/payments';
import { system } from '#platform/actor';
import { perform } from '#platform/perform';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { openTown } from '../../stories/town.ts';
import { proofOf } from './proof.ts';

// Programs are started: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 });

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ at: '2026-03-02T09:00:00Z' });
});
afterAll(() => house.close());

const key = () => ({ key: newId(house.clock.now()), by: system });

async function settlement(entry: string, cents: bigint): Promise<void> {
  const posts = async (work: Parameters<typeof post>[0]) => {
    const transfers = [
      { debit: bank, credit: pspReceivable('harbour'), amount: money('BRL', cents) },
      { debit: feesExpense, credit: pspReceivable('harbour'), amount: money('BRL', 7n) },
    ];
    await post(work, { entry, kind: 'settlement', reference: entry, transfers });
    return ok();
  };
  must(await perform(house, key(), posts, { entry }));
}

/** As somebody would type it. */
function verify(): Promise<{ code: number | null; out: string }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '..', 'entrepot'), 'verify', '--database', house.config.databaseUrl],
    {
      env: { ...process.env, ENTREPOT_HOME: house.config.home },
    },
  );
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (out += part.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })));
}

test('verify proves the books; a transfer that was changed behind them is named with its day, entry and line', async () => {
  for (const day of [2, 3, 4]) {
    await settlement(`settlement:${day}`, BigInt(day) * 1000n);
    house.clock.set(new Date(`2026-03-0${day + 1}T01:00:00Z`));
    must(await perform(house, key(), sealDay, { day: `2026-03-0${day}` }));
  }
  await settlement('settlement:5', 5000n);
  const well = await verify();
  expect(well).toMatchObject({ code: 0, out: expect.stringContaining('The books hold.') as string });
  expect(well.out).toContain('8 transfers between 3 accounts, in BRL');
  expect(well.out).toContain('6 links in 3 sealed days; 2 transfers since are not sealed yet');

  await house.db.query('alter table ledger.transfers disable trigger transfers_are_kept');
  await house.db.query(`update ledger.transfers set minor = minor + 1 where entry = 'settlement:3' and line = 1`);
  const changed = await verify();
  expect(changed.code).toBe(1);
  expect(changed.out).toContain('2 links hold, of 3 sealed days\n');
  expect(changed.out).toContain(
    'The chain breaks at link 3, sealed on 2026-03-03: line 1 of entry settlement:3 was changed after it was sealed.',
  );
  expect(changed.out).toContain(
    'Account bank stands at -140.00 BRL (credits less debits), but its transfers make -140.01 BRL.',
  );
  await house.db.query(`update ledger.transfers set minor = minor - 1 where entry = 'settlement:3' and line = 1`);
  expect((await proofOf(house)).problems).toEqual([]);
});

test('money of an order that is paid in part is held for it; money of one that lapsed is told of until the order has heard', async () => {
  const town = await openTown();
  const mei = await town.seller('Mei, Shenzhen');
  const ana = town.buyer('Ana, São Paulo');
  const inParts = await ana.orders(mei.kettle, { method: 'card', also: [{ method: 'card', minor: 5000 }] });
  await ana.pays(inParts);
  expect(await proofOf(town.house)).toMatchObject({
    notes: [],
    problems: [],
    escrow: [{ currency: 'CNY', orders: 1 }],
  });

  const late = await ana.orders(mei.kettle, { method: 'boleto' });
  await town.later({ days: 4 });
  expect((await ana.sees(late.orders[0]!.order)).order.state).toBe('lapsed');
  const [{ payment }, ...others] = (await ana.purchase(late)).payments as [PaymentView];
  expect(others).toEqual([]);
  const { id } = town.world.provider.ofReference(payment)[0]!;
  const amount = money(late.total.currency, late.total.minor);
  must(
    await perform(town.house, { key: payment, by: system }, reportPayment, {
      provider: 'harbour',
      told: { id, reference: payment, status: 'paid', amount },
    }),
  );
  const { notes, problems } = await proofOf(town.house);
  expect(problems).toEqual([]);
  expect(notes).toEqual([
    expect.stringContaining(`for order ${late.orders[0]!.order}, which will hear of it in a moment.`),
  ]);

  await town.settle();
  expect(await proofOf(town.house)).toMatchObject({ notes: [], problems: [] });
  await town.close();
});
