import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { guest, system } from './actor.ts';
import type { Actor, StaffRole } from './actor.ts';
import { announce, fact, reaction } from './facts.ts';
import { healthCounts, houseHealth, tryJobAgain, tryReactionAgain } from './health.ts';
import type { Module } from './house.ts';
import { enqueue, every, job } from './jobs.ts';
import { perform } from './perform.ts';
import { plantPeriodic } from './run-jobs.ts';
import { settle } from './settle.ts';
import { openTestHouse } from './testing.ts';
import type { TestHouse } from './testing.ts';
import { question } from './work.ts';
import type { Work } from './work.ts';

const said = fact<{ what: string }>('tests.said');
const ring = job<{ what: string }>('tests.ring', async () => {
  if (broken) throw new Error('the bell is broken');
});
let broken = true;

const tests: Module = {
  name: 'tests',
  reactions: [
    reaction(said, 'tests.hear', async () => {
      if (broken) throw new Error('nobody hears');
    }),
    reaction(said, 'tests.smile', async () => undefined),
  ],
  jobs: [ring],
  periodic: [every('tests.tick', { minutes: 10 }, async () => undefined)],
};

const staff = (...roles: StaffRole[]): Actor => ({ id: 'ada', kind: 'person', name: 'Ada', stores: [], staff: roles });
const ada = staff('admin');
const refused = (no: string) => ({ ok: false, refusal: { no } });

let house: TestHouse;
let keys = 0;
const as = (by: Actor) => ({ key: `health ${++keys}`, by });

async function say(work: Work, { what }: { what: string }): Promise<Result<undefined, { no: 'never' }>> {
  announce(work, said({ what }));
  enqueue(work, ring({ what }), { subject: what });
  return ok();
}

const counts = async () => {
  const found = await question(house, ada, healthCounts, undefined);
  if (!found.ok) throw new Error(found.refusal.no);
  return found.value;
};
const all = async (text = '') => {
  const found = await question(house, ada, houseHealth, { text });
  if (!found.ok) throw new Error(found.refusal.no);
  return found.value;
};

beforeAll(async () => {
  house = await openTestHouse({ modules: [tests] });
});
afterAll(() => house.close());

test('is for admins', async () => {
  for (const by of [guest('luc'), staff('money', 'orders', 'rules', 'admission', 'listings')]) {
    expect(await question(house, by, healthCounts, undefined)).toEqual(refused('only_an_admin_may'));
    expect(await question(house, by, houseHealth, {})).toEqual(refused('only_an_admin_may'));
    expect(await perform(house, as(by), tryReactionAgain, { fact: '', reaction: '', why: '' })).toEqual(
      refused('only_an_admin_may'),
    );
    expect(await perform(house, as(by), tryJobAgain, { job: '', why: '' })).toEqual(refused('only_an_admin_may'));
  }
});

test('what waits has an age; what fails says why; what is dead waits for a person who sends it round again', async () => {
  const begun = house.clock.now();
  await perform(house, as(system), say, { what: 'hello' });
  house.clock.advance({ seconds: 30 });
  expect(await counts()).toMatchObject({
    reactions: { due: 2, oldest: begun, failing: 0, dead: 0, deadSince: null },
    jobs: { due: 1, oldest: begun, failing: 0, dead: 0, running: 0, later: 0 },
  });

  await settle(house);
  expect(await all('HEAR')).toMatchObject({
    reactions: { due: 0, oldest: null, failing: 1, dead: 0 },
    jobs: { due: 0, failing: 1, later: 0 },
    failingReactions: [
      {
        reaction: 'tests.hear',
        name: 'tests.said',
        body: { what: 'hello' },
        attempts: 1,
        error: 'Error: nobody hears',
      },
    ],
    failingJobs: [],
  });
  expect((await all('bell')).failingJobs).toMatchObject([{ name: 'tests.ring', subject: 'hello', attempts: 1 }]);
  expect((await all('nothing like this')).failingReactions).toEqual([]);

  for (let n = 0; n < 12; n++) {
    house.clock.advance({ hours: 2 });
    await settle(house);
  }
  const dead = await all();
  expect(dead).toMatchObject({
    reactions: { failing: 0, dead: 1, deadSince: begun },
    jobs: { failing: 0, dead: 1, deadSince: begun },
    failingReactions: [{ attempts: 12, due_at: null }],
    failingJobs: [{ attempts: 12, due_at: null }],
  });

  const [one] = dead.failingReactions;
  const [other] = dead.failingJobs;
  const again = { fact: one!.fact, reaction: 'tests.hear', why: 'The bell was mended.' };
  expect(await perform(house, as(ada), tryReactionAgain, { ...again, why: ' ' })).toEqual(refused('reason_is_missing'));
  expect(await perform(house, as(ada), tryReactionAgain, { ...again, fact: 'x' })).toEqual(refused('reaction_is_done'));
  expect(await perform(house, as(ada), tryReactionAgain, { ...again, reaction: 'tests.smile' })).toEqual(
    refused('reaction_is_done'),
  );
  expect(await perform(house, as(ada), tryJobAgain, { job: other!.id, why: '' })).toEqual(refused('reason_is_missing'));
  expect(await perform(house, as(ada), tryJobAgain, { job: 'x', why: 'y' })).toEqual(refused('job_is_done'));

  broken = false;
  expect(await perform(house, as(ada), tryReactionAgain, again)).toMatchObject({ ok: true });
  expect(await perform(house, as(ada), tryJobAgain, { job: other!.id, why: again.why })).toMatchObject({ ok: true });
  await settle(house);
  expect(await counts()).toMatchObject({
    reactions: { due: 0, failing: 0, dead: 0 },
    jobs: { due: 0, failing: 0, dead: 0 },
  });
  expect(await perform(house, as(ada), tryReactionAgain, again)).toEqual(refused('reaction_is_done'));
  expect(await perform(house, as(ada), tryJobAgain, { job: other!.id, why: again.why })).toEqual(
    refused('job_is_done'),
  );

  const { rows } = await house.db.query('select deed, name, why from platform.audit order by id');
  expect(rows).toEqual([
    { deed: 'reaction_tried_again', name: 'Ada', why: again.why },
    { deed: 'job_tried_again', name: 'Ada', why: again.why },
  ]);
});

test('a job that is being done is left to its worker', async () => {
  const soon = new Date(house.clock.now().getTime() + 20_000).toISOString();
  await house.db.query(`
    insert into platform.jobs (id, name, due_at, attempts, leased_until, error)
    values ('00000000-0000-4000-8000-000000000001', 'tests.ring', '2026-03-01', 2, '${soon}', 'Error: once')`);
  expect(await counts()).toMatchObject({ jobs: { due: 0, running: 1 } });
  const again = { job: '00000000-0000-4000-8000-000000000001', why: 'Let us see.' };
  expect(await perform(house, as(ada), tryJobAgain, again)).toEqual(refused('job_is_running'));
  house.clock.advance({ seconds: 21 });
  expect(await perform(house, as(ada), tryJobAgain, again)).toMatchObject({ ok: true });
});

test('workers that are silent, webhooks that fail or were not believed, and what is done again and again', async () => {
  const now = house.clock.now();
  const at = (secondsAgo: number) => `'${new Date(now.getTime() - secondsAgo * 1000).toISOString()}'`;
  await house.db.query(`
    insert into platform.workers (id, started, seen) values
      ('00000000-0000-4000-8000-00000000000a', ${at(900)}, ${at(3)}), ('00000000-0000-4000-8000-00000000000b', ${at(900)}, ${at(300)})`);
  await house.db.query(`
    insert into platform.webhooks (source, id, at, body, done_at, attempts, error, due_at) values
      ('bank', 'done', ${at(50)}, '{"type":"transfer.booked"}', ${at(50)}, 0, null, null),
      ('bank', 'late', ${at(40)}, '{"type":"transfer.booked"}', null, 2, 'payout_not_found', ${at(5)}),
      ('payments', 'dead', ${at(90)}, '{"type":"payment.paid"}', null, 12, 'Error: no', 'infinity')`);
  await house.db.query(`
    insert into platform.webhooks_refused (id, source, at, why) values
      ('00000000-0000-4000-8000-00000000000c', 'carrier', ${at(60)}, 'signature'), ('00000000-0000-4000-8000-00000000000d', 'carrier', ${at(100_000)}, 'old')`);
  await plantPeriodic(house);

  const found = await all();
  expect(found.workers).toBe(1);
  expect(found.seen.map(({ alive }) => alive)).toEqual([true, false]);
  expect(found.webhooks).toMatchObject({ due: 1, failing: 1, dead: 1, refused: 1 });
  expect(found.failingWebhooks.map(({ id, due_at }) => [id, due_at === null])).toEqual([
    ['dead', true],
    ['late', false],
  ]);
  expect(found.refusedWebhooks.map(({ why }) => why)).toEqual(['signature', 'old']);
  expect(found.periodic).toMatchObject([{ name: 'tests.tick', every_ms: 600_000n, error: null }]);
});
