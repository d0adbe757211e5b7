import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '#kernel/result';
import type { Actor } from './actor.ts';
import { announce, fact, reaction } from './facts.ts';
import { enqueue, job } from './jobs.ts';
import { perform } from './perform.ts';
import { forgetPulse, notePace, noteTrouble, spanEnd, wordsOf, writePulse } from './pulse.ts';
import { pacesOfPages, quantile, troublesOfHouse } from './pulse-questions.ts';
import { relay } from './relay.ts';
import { runDueJobs } from './run-jobs.ts';
import { openTestHouse } from './testing.ts';
import type { TestHouse } from './testing.ts';
import { question } from './work.ts';
import type { Work } from './work.ts';

const ada: Actor = { id: 'ada', kind: 'person', name: 'Ada', stores: [], staff: ['admin'] };
let house: TestHouse;
beforeAll(async () => void (house = await openTestHouse({ modules: [] })));
afterAll(() => house.close());

const paces = async (hours = 24) => {
  const found = await question(house, ada, pacesOfPages, { hours });
  return found.ok ? found.value.paces : found.refusal;
};
const troubles = async () => {
  const found = await question(house, ada, troublesOfHouse, undefined);
  return found.ok ? found.value.troubles : [];
};

test('answers are counted by page, across processes and hours, and forgotten after a week', async () => {
  for (let n = 0; n < 98; n++) notePace(house, '/cart', 4);
  notePace(house, '/cart', 900);
  notePace(house, '/cart', 900);
  await writePulse(house);
  // Another process, and the same one an hour later.
  for (let n = 0; n < 100; n++) notePace(house, '/cart', 4);
  notePace(house, '/', 0.01);
  await writePulse(house);
  house.clock.advance({ hours: 2 });
  notePace(house, '/cart', 100_000);
  await writePulse(house);
  const all = (await paces()) as { place: string; times: number; median: number; p99: number }[];
  expect(all.map(({ place, times }) => [place, times])).toEqual([
    ['/cart', 201],
    ['/', 1],
  ]);
  expect(all[0]!.median).toBeGreaterThanOrEqual(4);
  expect(all[0]!.median).toBeLessThan(4 * 1.3);
  expect(all[0]!.p99).toBeGreaterThanOrEqual(900);
  expect(all[0]!.p99).toBeLessThan(900 * 1.3);
  expect(await paces(1)).toMatchObject([{ place: '/cart', times: 1 }]);
  house.clock.advance({ days: 8 });
  await forgetPulse(house);
  expect(await paces(1000)).toEqual([]);
  expect(await question(house, { ...ada, staff: ['money'] }, pacesOfPages, {})).toEqual({
    ok: false,
    refusal: { no: 'only_an_admin_may' },
  });
});

test('a quantile is the end of the span in which it lies', () => {
  expect(quantile([1], 0.5)).toBe(0.3);
  expect(quantile([0, 0, 0, 2, 0, 1], 0.5)).toBe(Math.round(spanEnd(3) * 10) / 10);
  expect(quantile([0, 0, 0, 2, 0, 1], 0.99)).toBe(Math.round(spanEnd(5) * 10) / 10);
});

test('what broke is kept once for each kind, with the last requests and without what was in its words', async () => {
  const breaks = (name: string) => new Error(`No room for "${name}" (ana@souza.test) at order 4711.`);
  const happens = (name: string, request: string) => noteTrouble(house, '/orders/[order]', breaks(name), request);
  for (const name of ['Ana', 'Bia']) happens(name, `request-${name}`);
  await writePulse(house);
  for (let n = 0; n < 7; n++) happens('Caio', `request-${n}`);
  await writePulse(house);
  const [one, ...others] = await troubles();
  expect(others).toEqual([]);
  expect(one).toMatchObject({
    place: '/orders/[order]',
    says: 'Error: No room for … … at order …',
    times: 9n,
    requests: ['request-6', 'request-5', 'request-4', 'request-3', 'request-2'],
  });
  expect(one!.frames).toContain('src/platform/pulse.test.ts');
  expect(one!.frames).not.toContain('/work');
  expect(wordsOf('thrown')).toBe('Something was thrown that is no error.');
  house.clock.advance({ days: 8 });
  await forgetPulse(house);
  expect(await troubles()).toEqual([]);
});

test('to note an answer costs next to nothing', () => {
  const many = 200_000;
  const began = performance.now();
  for (let n = 0; n < many; n++) notePace(house, '/products/[product]', n % 50);
  // A thousandth of a page's four milliseconds, with room for a busy machine.
  expect((performance.now() - began) / many).toBeLessThan(0.004);
});

test('what workers do is noted beside pages: how long it takes, and what broke in it', async () => {
  const breaks = job('any.breaks', async () => {
    throw new Error('The bank does not answer.');
  });
  const works = job('any.works', async () => undefined);
  const happened = fact('any.happened');
  const hears = reaction(happened, 'any.hears', async () => {
    throw new Error('It was not heard.');
  });
  const module = { name: 'any', jobs: [breaks, works], reactions: [hears] };
  const workshop = await openTestHouse({ modules: [module] });
  try {
    const begin = async (work: Work) => {
      enqueue(work, breaks({}));
      enqueue(work, works({}));
      announce(work, happened({}));
      return ok();
    };
    await perform(workshop, { key: 'begin', by: ada }, begin, undefined);
    await runDueJobs(workshop);
    await relay(workshop);
    await writePulse(workshop);
    const measured = await question(workshop, ada, pacesOfPages, {});
    const places = measured.ok ? measured.value.paces.map(({ place, work }) => [place, work]) : [];
    expect(places.sort()).toEqual([
      ['job any.breaks', true],
      ['job any.works', true],
    ]);
    const broken = await question(workshop, ada, troublesOfHouse, undefined);
    const kinds = broken.ok ? broken.value.troubles.map(({ place, says, work }) => [place, says, work]) : [];
    expect(kinds.sort()).toEqual([
      ['job any.breaks', 'Error: The bank does not answer.', true],
      ['reaction any.hears', 'Error: It was not heard.', true],
    ]);
  } finally {
    await workshop.close();
  }
});
