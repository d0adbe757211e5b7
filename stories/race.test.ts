import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { openTown } from './town.ts';
import type { Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z', { pool: 20 });
});
afterAll(() => town.close());

test('two hundred buyers press the button at once, there are fifty kettles: fifty have one, the others hear that none is left', async () => {
  const mei = await town.seller('Mei, Shenzhen', { stock: 50 });
  const crowd = Array.from({ length: 200 }, (_, n) => town.buyer(`Buyer ${n}`));
  await Promise.all(crowd.map(async (one) => must(await one.lays(mei.kettle))));

  const began = performance.now();
  const said = await Promise.all(crowd.map((one) => one.presses({ method: 'pix' })));
  expect(performance.now() - began).toBeLessThan(15_000);
  const refusals = said.flatMap((one) => (one.ok ? [] : [one.refusal as { no: string; lines?: { why: string }[] }]));
  expect(said.filter((one) => one.ok)).toHaveLength(50);
  for (const { no, lines } of refusals)
    expect([no, lines?.map(({ why }) => why)]).toBeOneOf([
      ['out_of_stock', undefined],
      ['lines_cannot_be_had', ['not_so_many_left']],
    ]);
  expect(await mei.left()).toBe(0);
  await town.settle();
  await town.verifies();
});
