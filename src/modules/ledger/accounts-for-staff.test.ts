import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '#kernel/result';
import { system, visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { perform } from '#platform/perform';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { accountKind, accountsForStaff, ledger, post } from './index.ts';

accountKind({ kind: 'kept', side: 'credit', guarded: true, stripes: 1 });
accountKind({ kind: 'claimed', side: 'debit', guarded: false, stripes: 4 });

const clerk = (role: 'money' | 'orders'): Actor => ({
  id: 'c',
  kind: 'person',
  name: 'Cleo',
  stores: [],
  staff: [role],
});
let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse({ modules: [ledger] });
  const transfers = Array.from({ length: 60 }, (_, n) => ({
    debit: `claimed/psp-${n % 2}`,
    credit: `kept/order-${n + 10}`,
    amount: { currency: 'EUR', minor: BigInt(n + 1) },
  }));
  await perform(
    house,
    { key: 'post', by: system },
    async function posts(work) {
      await post(work, { entry: 'capture:1', kind: 'capture', reference: 'x', transfers });
      return ok();
    },
    {},
  );
});
afterAll(() => house.close());

const accounts = (by: Actor, input: { kind: string; text?: string; page?: number }) =>
  question(house, by, accountsForStaff, input);

test('is for staff of money, and of kinds that there are', async () => {
  for (const by of [visitor, clerk('orders')])
    expect(await accounts(by, { kind: 'kept' })).toEqual({
      ok: false,
      refusal: { no: 'only_staff_for_money_may_look' },
    });
  expect(await accounts(clerk('money'), { kind: 'spent' })).toEqual({
    ok: false,
    refusal: { no: 'no_such_kind_of_account' },
  });
});

test('the largest first, positive on their own side, by page and by owner', async () => {
  const first = await accounts(clerk('money'), { kind: 'kept' });
  expect(first).toMatchObject({ ok: true, value: { side: 'credit', more: true } });
  expect(first.ok && first.value.accounts.slice(0, 2)).toEqual([
    { account: 'kept/order-69', currency: 'EUR', minor: 60n },
    { account: 'kept/order-68', currency: 'EUR', minor: 59n },
  ]);
  const second = await accounts(clerk('money'), { kind: 'kept', page: 2 });
  expect(second.ok && [second.value.accounts.length, second.value.more]).toEqual([10, false]);
  const found = await accounts(clerk('money'), { kind: 'kept', text: 'order-42' });
  expect(found.ok && found.value.accounts.map(({ account }) => account)).toEqual(['kept/order-42']);
  expect(await accounts(clerk('money'), { kind: 'claimed' })).toMatchObject({
    value: {
      side: 'debit',
      accounts: [
        { account: 'claimed/psp-1', minor: 930n },
        { account: 'claimed/psp-0', minor: 900n },
      ],
    },
  });
});
