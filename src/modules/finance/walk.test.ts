import { afterAll, beforeAll, expect, test } from 'vitest';
import fc from 'fast-check';
import { balanceOf } from '#modules/ledger';
import { payoutPayable } from '#modules/payments';
import { system } from '#platform/actor';
import type { Asking } from '#platform/work';
import { payoutsOf, requestPayout, statementOf } from './index.ts';
import { cny, openTown } from './house.testing.ts';
import type { Town } from './house.testing.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const faults = [
  {},
  { webhooks: 'twice' },
  { webhooks: 'late' },
  { webhooks: 'lost' },
  { webhooks: 'out_of_order' },
  { api: 'error_500' },
  { api: 'timeout_after', hang_ms: 20 },
] as const;
const step = fc.oneof(
  fc.record({ does: fc.constant('sell' as const), gross: fc.integer({ min: 1, max: 200_000 }) }),
  fc.record({
    does: fc.constant('ask' as const),
    amounts: fc.array(fc.integer({ min: 1, max: 150_000 }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ does: fc.constant('settle' as const), fault: fc.constantFrom(...faults) }),
  fc.record({ does: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 40 }) }),
);

test('whatever is sold, asked for and answered, in whatever weather: no balance below zero, nothing lost, nothing twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 14 }),
      fc.constantFrom('6222021234567890123', '6222021234560000', '6222021234569999'),
      async (steps, account) => {
        const { store, mei } = await town.store(account);
        let earned = 0n;
        for (const one of steps) {
          if (one.does === 'sell') {
            await town.sells(store, one.gross);
            earned += BigInt(one.gross - Math.floor((one.gross * 5) / 100));
          }
          if (one.does === 'ask')
            await Promise.all(one.amounts.map((minor) => town.does(mei, requestPayout, { store, amount: cny(minor) })));
          if (one.does === 'settle') {
            town.world.bank.faults(one.fault);
            await town.settles();
          }
          if (one.does === 'wait') town.house.clock.advance({ hours: one.hours });
          await agrees(store, earned);
        }
        // In the end, on a good day, everything is settled one way or the other.
        town.world.bank.faults({});
        for (let n = 0; n < 3; n++) {
          town.house.clock.advance({ hours: 26 });
          await town.periodic('finance.ask_for_open_payouts');
          await town.settles();
        }
        await agrees(store, earned);
        expect((await town.balance(store)).onTheWay).toBe(0n);
      },
    ),
    { numRuns: 8 },
  );
  expect(await town.proof()).toEqual({ sum: 0n, problems: 0 });
});

/** Earned = available + on the way + paid; the statement ends with what is available; the bank paid what we say it did, once. */
async function agrees(store: string, earned: bigint): Promise<void> {
  const [balance, page, statement] = await Promise.all([
    town.balance(store),
    town.asks(system, payoutsOf, { store, limit: 200 }),
    town.asks(system, statementOf, { store, from: '2026-01-01', to: '2030-12-31', limit: 500 }),
  ]);
  const paid = page!.payouts.filter(({ state }) => state === 'paid');
  expect(balance.available).toBeGreaterThanOrEqual(0n);
  expect(balance.available + balance.onTheWay + paid.reduce((sum, { minor }) => sum + minor, 0n)).toBe(earned);
  expect(statement).toMatchObject({ ok: true, value: { opening: 0n, closing: balance.available } });
  for (const { payout, minor, state } of page!.payouts) {
    const booked = town.world.bank.ofReference(payout).filter(({ status }) => status === 'booked');
    expect(booked.length).toBeLessThanOrEqual(1);
    if (state === 'paid') expect(booked).toMatchObject([{ amount: { minor: Number(minor) } }]);
    const moving = await town.asks(system, (ask: Asking) => balanceOf(ask, payoutPayable(payout), 'CNY'), undefined);
    expect(moving).toBe(state === 'paid' || state === 'rejected' ? 0n : minor);
  }
}
