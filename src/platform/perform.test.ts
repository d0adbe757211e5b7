import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { guest } from './actor.ts';
import type { Module } from './house.ts';
import { announce, fact, reaction } from './facts.ts';
import { cancelJobs, enqueue, every, job } from './jobs.ts';
import { perform } from './perform.ts';
import { relay } from './relay.ts';
import { plantPeriodic, runDueJobs } from './run-jobs.ts';
import { settle } from './settle.ts';
import { sql } from './sql.ts';
import { openTestHouse } from './testing.ts';
import type { TestHouse } from './testing.ts';
import type { Work } from './work.ts';

const counted = fact<{ what: string }>('tests.counted');
const seen: string[] = [];
let fails = 0;

const ring = job<{ what: string }>('tests.ring', async (_house, { what }, info) => {
  if (what === 'broken') throw new Error('the bell is broken');
  await info.perform(note, { what: `rang ${what}` });
});

/** Notes a word; refuses one that is there, and the word "never". */
async function note(
  work: Work,
  { what }: { what: string },
): Promise<Result<{ at: Date; many: bigint }, { no: 'never_that' } | { no: 'noted_before' }>> {
  if (what === 'never') return refuse({ no: 'never_that' });
  if (await work.one<{ what: string }>(sql`select what from tests.notes where what = ${what}`))
    return refuse({ no: 'noted_before' });
  await work.run(sql`insert into tests.notes (what) values (${what})`);
  announce(work, counted({ what }));
  if (what === 'with a bell')
    enqueue(work, ring({ what }), { at: new Date(work.now.getTime() + 60_000), subject: what });
  return ok({ at: work.now, many: 12n });
}

const tests: Module = {
  name: 'tests',
  reactions: [
    reaction(counted, 'tests.remember', async (work, { what }) => {
      if (what === 'fragile' && fails-- > 0) throw new Error('not today');
      await work.run(sql`insert into tests.reactions (what) values (${what})`);
    }),
    reaction(counted, 'tests.look', async (_work, { what }) => seen.push(what)),
  ],
  jobs: [ring],
  periodic: [every('tests.tick', { minutes: 10 }, async () => seen.push('tick'))],
};

let house: TestHouse;
const luc = guest('luc');

beforeAll(async () => {
  house = await openTestHouse({ modules: [tests], pool: 20 });
  await house.db.query(
    'create schema tests; create table tests.notes (what text primary key); create table tests.reactions (what text)',
  );
});
afterAll(() => house.close());

const count = async (table: string, what: string) =>
  (
    (await house.db.query(`select count(*)::int as n from tests.${table} where what = '${what}'`)).rows[0] as {
      n: number;
    }
  ).n;

test('the same command sent again is answered, not done again, and the answer keeps its kinds', async () => {
  const first = await perform(house, { key: 'a', by: luc }, note, { what: 'kettle' });
  const again = await perform(house, { key: 'a', by: luc }, note, { what: 'kettle' });
  expect(first).toEqual({ ok: true, value: { at: house.clock.now(), many: 12n } });
  expect(again).toEqual(first);
  expect(await count('notes', 'kettle')).toBe(1);
});

test('the same key with other input is its own refusal; the same key of somebody else is another key', async () => {
  expect(await perform(house, { key: 'a', by: luc }, note, { what: 'pot' })).toEqual({
    ok: false,
    refusal: { no: 'key_used_for_something_else' },
  });
  expect(await perform(house, { key: 'a', by: guest('mei') }, note, { what: 'pot' })).toMatchObject({ ok: true });
});

test('a refusal undoes everything and is not kept', async () => {
  expect(await perform(house, { key: 'b', by: luc }, note, { what: 'never' })).toEqual({
    ok: false,
    refusal: { no: 'never_that' },
  });
  expect(await perform(house, { key: 'b', by: luc }, note, { what: 'cup' })).toMatchObject({ ok: true });
});

test('twenty at once with one key are one', async () => {
  const all = await Promise.all(
    Array.from({ length: 20 }, () => perform(house, { key: 'c', by: luc }, note, { what: 'spoon' })),
  );
  expect(new Set(all.map((one) => one.ok))).toEqual(new Set([true]));
  expect(await count('notes', 'spoon')).toBe(1);
});

test('a bug rolls back and is thrown', async () => {
  const broken = async (work: Work): Promise<Result<undefined, { no: 'x' }>> => {
    await work.run(sql`insert into tests.notes (what) values ('lost')`);
    throw new Error('a bug');
  };
  await expect(perform(house, { key: 'd', by: luc }, broken, {})).rejects.toThrow('a bug');
  expect(await count('notes', 'lost')).toBe(0);
});

test('several relays at once run each reaction exactly once', async () => {
  for (let n = 0; n < 40; n++) await perform(house, { key: `many ${n}`, by: luc }, note, { what: `many ${n}` });
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (await relay(house, 3));
    }),
  );
  const { rows } = await house.db.query(
    `select what, count(*)::int as n from tests.reactions where what like 'many %' group by what`,
  );
  expect(rows).toHaveLength(40);
  expect(rows.every((row) => (row as { n: number }).n === 1)).toBe(true);
});

test('a reaction that fails is tried again later, and does not stop the other', async () => {
  fails = 2;
  await perform(house, { key: 'e', by: luc }, note, { what: 'fragile' });
  await settle(house);
  expect(await count('reactions', 'fragile')).toBe(0);
  expect(seen).toContain('fragile');
  house.clock.advance({ seconds: 2 });
  await settle(house);
  house.clock.advance({ seconds: 5 });
  await settle(house);
  expect(await count('reactions', 'fragile')).toBe(1);
});

test('what was sent and failed undoes the deed, and is what the deed failed for', async () => {
  const twice =
    (looks: boolean) =>
    async (work: Work): Promise<Result<number, { no: 'x' }>> => {
      work.send(sql`insert into tests.notes (what) values ('sent')`);
      work.send(sql`insert into tests.notes (what) values ('sent')`, () => {
        throw new Error('sent before');
      });
      // What comes after only hears that the transaction is lost.
      return ok(looks ? (await work.many(sql`select what from tests.notes`)).length : 0);
    };
  for (const looks of [false, true])
    await expect(perform(house, { key: `sent ${looks}`, by: luc }, twice(looks), {})).rejects.toThrow('sent before');
  expect(await count('notes', 'sent')).toBe(0);
});

test('a timer rings at its time, once, and can be taken back', async () => {
  await perform(house, { key: 'f', by: luc }, note, { what: 'with a bell' });
  await settle(house);
  expect(await count('notes', 'rang with a bell')).toBe(0);
  house.clock.advance({ minutes: 1 });
  await Promise.all([runDueJobs(house), runDueJobs(house), runDueJobs(house)]);
  expect(await count('notes', 'rang with a bell')).toBe(1);

  const set = async (work: Work): Promise<Result<undefined, { no: 'x' }>> => {
    enqueue(work, ring({ what: 'no more' }), { at: new Date(work.now.getTime() + 1000), subject: 'take back' });
    return ok();
  };
  const takeBack = async (work: Work): Promise<Result<undefined, { no: 'x' }>> => {
    cancelJobs(work, 'tests.ring', 'take back');
    return ok();
  };
  await perform(house, { key: 'g', by: luc }, set, {});
  expect(await perform(house, { key: 'h', by: luc }, takeBack, {})).toEqual({ ok: true, value: undefined });
  house.clock.advance({ minutes: 1 });
  await settle(house);
  expect(await count('notes', 'rang no more')).toBe(0);
});

test('a job that fails is tried again, later each time, and its trouble can be read', async () => {
  const set = async (work: Work): Promise<Result<undefined, { no: 'x' }>> => {
    enqueue(work, ring({ what: 'broken' }), { subject: 'broken' });
    return ok();
  };
  await perform(house, { key: 'i', by: luc }, set, {});
  await settle(house);
  const { rows } = await house.db.query(
    `select attempts, error, due_at > '${house.clock.now().toISOString()}' as later from platform.jobs where subject = 'broken'`,
  );
  expect(rows).toEqual([{ attempts: 1, error: 'Error: the bell is broken', later: true }]);
});

test('a periodic job runs once however many workers plant it', async () => {
  await Promise.all([plantPeriodic(house), plantPeriodic(house)]);
  await settle(house);
  house.clock.advance({ minutes: 10 });
  await Promise.all([runDueJobs(house), runDueJobs(house)]);
  expect(seen.filter((one) => one === 'tick')).toHaveLength(2);
});
