import { afterAll, beforeAll, expect, test } from 'vitest';
import { money } from '#kernel/money';
import { newId } from '#kernel/id';
import { ok } from '#kernel/result';
import { system } from '#platform/actor';
import { perform } from '#platform/perform';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { accountKind, balanceOf, ledger, post, sealDay, transfersOf, trialBalance, verifyBooks } from './index.ts';
import type { Entry } from './index.ts';

accountKind({ kind: 'held', side: 'credit', guarded: true, stripes: 1 });
accountKind({ kind: 'owed', side: 'debit', guarded: false, stripes: 4 });
accountKind({ kind: 'earned', side: 'credit', guarded: false, stripes: 8 });

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ modules: [ledger] });
});
afterAll(() => house.close());

const eur = (minor: number) => money('EUR', BigInt(minor));
const posting = (entry: Entry) =>
  perform(
    house,
    { key: newId(house.clock.now()), by: system },
    async function posts(work) {
      await post(work, entry);
      return ok();
    },
    entry,
  );
const verify = () => question(house, system, verifyBooks, undefined);
const held = (owner: string) => question(house, system, (ask) => balanceOf(ask, `held/${owner}`, 'EUR'), undefined);

test('a capture and a release: what came in goes out, nothing is left behind', async () => {
  await posting({
    entry: 'capture:1',
    kind: 'capture',
    reference: 'order 1',
    transfers: [{ debit: 'owed/psp', credit: 'held/1', amount: eur(4000) }],
  });
  expect(await held('1')).toBe(4000n);
  await posting({
    entry: 'release:1',
    kind: 'release',
    reference: 'order 1',
    transfers: [
      { debit: 'held/1', credit: 'held/mei', amount: eur(3800) },
      { debit: 'held/1', credit: 'earned', amount: eur(200) },
      { debit: 'held/1', credit: 'held/nobody', amount: eur(0) },
    ],
  });
  expect(await held('1')).toBe(0n);
  expect(await held('mei')).toBe(3800n);
  expect(await question(house, system, (ask) => balanceOf(ask, 'owed/psp', 'EUR'), undefined)).toBe(4000n);
  expect((await question(house, system, trialBalance, undefined)).reduce((sum, line) => sum + line.minor, 0n)).toBe(0n);
});

test('the same entry twice, an overdraft, an empty account and a negative amount are refused and leave nothing', async () => {
  const again = {
    entry: 'capture:1',
    kind: 'capture',
    reference: 'x',
    transfers: [{ debit: 'owed/psp', credit: 'held/1', amount: eur(1) }],
  };
  await expect(posting(again)).rejects.toThrow(/duplicate key/);
  await expect(
    posting({ ...again, entry: 'x:1', transfers: [{ debit: 'held/mei', credit: 'held/1', amount: eur(3801) }] }),
  ).rejects.toThrow(/never_overdrawn/);
  await expect(
    posting({ ...again, entry: 'x:2', transfers: [{ debit: 'held/empty', credit: 'held/1', amount: eur(1) }] }),
  ).rejects.toThrow(/holds nothing/);
  await expect(
    posting({ ...again, entry: 'x:3', transfers: [{ debit: 'held/mei', credit: 'held/1', amount: eur(-1) }] }),
  ).rejects.toThrow(/never negative/);
  await expect(
    posting({ ...again, entry: 'x:4', transfers: [{ debit: 'held/mei', credit: 'hled/1', amount: eur(1) }] }),
  ).rejects.toThrow(/No account kind/);
  expect(await held('mei')).toBe(3800n);
  expect((await verify()).problems).toEqual([]);
});

test('forty at once on hot accounts: the books hold', async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      posting({
        entry: `sale:${n}`,
        kind: 'sale',
        reference: `sale ${n}`,
        transfers: [
          { debit: 'owed/psp', credit: `held/s${n % 5}`, amount: eur(100 + n) },
          { debit: `owed/psp`, credit: 'earned', amount: eur(5) },
        ],
      }),
    ),
  );
  expect((await verify()).problems).toEqual([]);
  const page = await question(house, system, (ask) => transfersOf(ask, { account: 'earned', limit: 10 }), undefined);
  const second = await question(
    house,
    system,
    (ask) => transfersOf(ask, { account: 'earned', limit: 100, before: page.at(-1)! }),
    undefined,
  );
  expect(page).toHaveLength(10);
  expect(second).toHaveLength(31);
});

test('the day is sealed once it is over; a change behind its back is named with its day', async () => {
  const seal = (day: string) => perform(house, { key: newId(house.clock.now()), by: system }, sealDay, { day });
  expect(await seal('2026-03-02')).toEqual({ ok: false, refusal: { no: 'day_is_not_over' } });
  house.clock.advance({ days: 1 });
  expect(await seal('2026-03-02')).toMatchObject({ ok: true, value: { transfers: 83 } });
  expect(await seal('2026-03-02')).toEqual({ ok: false, refusal: { no: 'day_is_sealed' } });
  await posting({
    entry: 'later:1',
    kind: 'sale',
    reference: 'later',
    transfers: [{ debit: 'owed/psp', credit: 'held/1', amount: eur(7) }],
  });
  house.clock.advance({ days: 1 });
  expect(await seal('2026-03-03')).toMatchObject({ ok: true, value: { transfers: 1 } });
  const whole = await verify();
  expect(whole).toMatchObject({ problems: [], links: 84, seals: 2 });

  await expect(
    house.db.query(`update ledger.transfers set minor = minor + 1 where entry = 'sale:7' and line = 1`),
  ).rejects.toThrow(/never changed/);
  // A thief with the keys of the database: switches the guard off and moves a balance along, so that only the chain can tell.
  await house.db.query('alter table ledger.transfers disable trigger transfers_are_kept');
  await house.db.query(`update ledger.transfers set reference = 'somebody else' where entry = 'sale:7' and line = 1`);
  expect((await verify()).problems).toMatchObject([
    { what: 'link_is_broken', entry: 'sale:7', line: 1, day: '2026-03-02', why: 'transfer_was_changed' },
  ]);
  await house.db.query(`delete from ledger.transfers where entry = 'capture:1'`);
  expect((await verify()).problems).toContainEqual(
    expect.objectContaining({ what: 'link_is_broken', entry: 'capture:1', n: 1n, why: 'transfer_is_missing' }),
  );
});
