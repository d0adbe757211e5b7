/**
 * Days of trade by the simulation's people in bad weather, in a market whose shelves run empty. After each leg no law of the
 * house is broken and no more was sold than there was.
 *
 * | variable | meaning | default |
 * |---|---|---|
 * | WALK_DAYS | how long | 8 |
 * | WALK_SEEDS | which, with commas | a |
 */
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { setPayoutAccount } from '#modules/parties';
import { simulate } from '../../tools/simulate/simulate.ts';
import type { Street } from '../../tools/simulate/street.ts';
import { brokenLaws, disagreements } from '../laws.ts';
import { kettleListing, openTown } from '../town.ts';
import type { Seller, Town } from '../town.ts';

const days = Number(process.env['WALK_DAYS'] ?? 8);
const seeds = (process.env['WALK_SEEDS'] ?? 'a').split(',');

const streetOf = ({ house, world, does, ask, settle, round, close }: Town): Street => ({
  house,
  world,
  does: (key, by, deed, input) => does(by, deed, input, key),
  ask,
  settle,
  round,
  close,
});

/** Three stores, two of them abroad; of each good a few. */
async function openMarket(town: Town): Promise<Seller[]> {
  const some = (many: number) => Math.ceil((many * days) / 8);
  const mei = await town.seller('Mei, Shenzhen', { stock: some(30) });
  const hao = await town.seller('Hao, Jingdezhen', { stock: some(8), price: 80 });
  const rita = await town.seller('Rita, Recife', { country: 'BR', currency: 'BRL', stock: some(12), price: 120 });
  for (const [seller, stock] of [
    [mei, some(10)],
    [rita, some(20)],
  ] as const)
    await seller.lists(kettleListing(9_900, stock));
  const account = {
    holder: 'Mei Lin',
    country: 'CN',
    currency: 'CNY',
    number: '6222020200112233446',
    bank: '102584000008',
  };
  for (const { actor, store } of [mei, hao]) must(await town.does(actor, setPayoutAccount, { store, ...account }));
  return [mei, hao, rita];
}

interface Shelf {
  variant: string;
  on_hand: number;
  sold: number;
}

/** The model: nobody restocks, so what is on the shelf and what was sold is at all times what there was. */
async function shelves(town: Town): Promise<Map<string, number>> {
  const { rows } = await town.house.db.query(`
    select s.variant, s.on_hand, coalesce((select sum(h.quantity) from catalogue.holds h where h.variant = s.variant and h.state = 'sold'), 0)::int as sold
      from catalogue.stock s order by s.variant`);
  return new Map((rows as Shelf[]).map(({ variant, on_hand, sold }) => [variant, on_hand + sold]));
}

test.each(seeds)('the days of seed %s', { timeout: 60_000 + days * 15_000 }, async (seed) => {
  const town = await openTown('2026-03-02T00:00:00Z');
  try {
    const sellers = await openMarket(town);
    const first = await shelves(town);
    const counts = await simulate(streetOf(town), {
      days,
      seed,
      perDay: 7,
      faults: true,
      sellers: sellers.map(({ actor }) => actor),
      leg: async (what) => {
        expect({ seed, what, at: town.house.clock.now(), broken: await brokenLaws(town.house) }).toMatchObject({
          broken: [],
        });
        expect({ seed, what, shelves: await shelves(town) }).toEqual({ seed, what, shelves: first });
      },
    });
    expect(counts.purchases).toBeGreaterThan(days * 2);
    expect(counts.accepted).toBeGreaterThan(0);

    // The weather is fine again, and all time to pay is over: nothing is held for nothing, and the provider tells the same story.
    await town.later({ days: 12 });
    await town.round();
    await town.later({ days: 1 });
    await town.round();
    expect(await brokenLaws(town.house)).toEqual([]);
    expect(await disagreements(town.house, town.world)).toEqual([]);
    const { rows } = await town.house.db.query(`select sum(held)::int as held from catalogue.stock`);
    expect(rows).toEqual([{ held: 0 }]);
  } finally {
    await town.close();
  }
});
