/** Once an hour: from footprints and visits to what stands beside a good, in a country's window, and among the new. */
import { newId } from '#kernel/id';
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { newestCards } from '#modules/catalogue';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { every } from '#platform/jobs';
import { perform } from '#platform/perform';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking, Deed, Work } from '#platform/work';
import type { Lists } from './lists.ts';
import { trainOn, usualMixing } from './train.ts';

/** Of each good so many neighbours are kept. */
const most = 24;
const atOnce = 2_000;
const inWindow = 40;
const windowDays = 30;
/** New goods that fewer than so many have looked at. */
const seldom = 20;
const newest = 200;

interface Neighbours {
  product: string;
  by: 'looks' | 'buys';
  near: string[];
  nearWeights: number[];
  far: string[];
  farWeights: number[];
}

interface Window {
  /** Empty for all countries together. */
  country: string;
  shows: 'popular' | 'new';
  products: string[];
}

export const learnHourly = every('discovery.learn', { minutes: 60 }, learn);

async function learn(house: House): Promise<void> {
  const steps = await question(house, system, stepsKept, {});
  const carts = steps.filter(({ deed }) => deed !== 'looked');
  const neighbours = [...neighboursBy('looks', steps), ...neighboursBy('buys', carts)];
  const at = house.clock.now();
  for (let from = 0; from < neighbours.length; from += atOnce)
    await does(house, keepNeighbours, { neighbours: neighbours.slice(from, from + atOnce), at });
  await does(house, endLesson, { windows: await question(house, system, windowsNow, {}), at });
}

const does = <Input extends object, Answer>(house: House, deed: Deed<Input, Result<Answer, never>>, input: Input) =>
  perform(house, { key: `learn ${newId(house.clock.now())}`, by: system }, deed, input);

interface Step {
  who: string;
  product: string;
  deed: string;
}

const stepsKept = (ask: Asking, _input: object): Promise<Step[]> =>
  ask.many<Step>(sql`select who, product, deed from discovery.footprints order by who, at, product`);

/** A path holds each good once: where it was come to first. */
function neighboursBy(by: Neighbours['by'], steps: readonly Step[]): Neighbours[] {
  const numbers = new Map<string, number>();
  const paths = new Map<string, Set<number>>();
  for (const { who, product } of steps) {
    const number = numbers.get(product) ?? numbers.size;
    numbers.set(product, number);
    paths.set(who, (paths.get(who) ?? new Set()).add(number));
  }
  const names = [...numbers.keys()];
  const { near, far } = trainOn(
    { goods: names.length, steps: [...paths.values()].map((path) => [...path]) },
    usualMixing,
  );
  return names.map((product, good) => {
    const [nearRow, farRow] = [rowOf(near, good, names), rowOf(far, good, names)];
    return {
      product,
      by,
      near: nearRow.goods,
      nearWeights: nearRow.weights,
      far: farRow.goods,
      farWeights: farRow.weights,
    };
  });
}

function rowOf({ starts, goods, weights }: Lists, good: number, names: readonly string[]) {
  const [from, to] = [starts[good]!, Math.min(starts[good + 1]!, starts[good]! + most)];
  return { goods: [...goods.subarray(from, to)].map((one) => names[one]!), weights: [...weights.subarray(from, to)] };
}

async function windowsNow(ask: Asking, _input: object): Promise<Window[]> {
  const since = new Date(ask.now.getTime() - windowDays * 86_400_000);
  const cards = await newestCards(ask, { locale: 'en', limit: newest });
  const latest = cards.map(({ product }) => product);
  const [popular, known] = await Promise.all([
    ask.many<{ country: string; products: string[] }>(sql`
      select country, (array_agg(product order by looks desc, product))[1:${inWindow}] as products
        from (select coalesce(country, '') as country, product, sum(looks) as looks
                from discovery.visits
               where day >= ${since}::date
               group by grouping sets ((country, product), (product))) as seen
       group by country`),
    ask.many<{ product: string }>(sql`
      select product from discovery.visits where product = any(${latest}::uuid[]) group by product having sum(looks) >= ${seldom}`),
  ]);
  const seen = new Set(known.map(({ product }) => product));
  return [
    ...popular.map(({ country, products }) => ({ country, shows: 'popular' as const, products })),
    { country: '', shows: 'new', products: latest.filter((product) => !seen.has(product)) },
  ];
}

/** Of some goods at a time: all at once would be more than a statement carries. */
async function keepNeighbours(
  work: Work,
  { neighbours, at }: { neighbours: readonly Neighbours[]; at: Date },
): Promise<Result<{ goods: number }, never>> {
  const rows = neighbours.map(({ product, by, near, nearWeights, far, farWeights }) => ({
    product,
    by,
    near,
    near_weights: nearWeights,
    far,
    far_weights: farWeights,
  }));
  await work.run(sql`
    insert into discovery.neighbours (product, by, near, near_weights, far, far_weights, at)
    select product, by, near, near_weights, far, far_weights, ${at}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (product uuid, by text, near uuid[], near_weights real[], far uuid[], far_weights real[])
        on conflict (product, by) do update
       set near = excluded.near, near_weights = excluded.near_weights, far = excluded.far, far_weights = excluded.far_weights, at = excluded.at`);
  return ok({ goods: rows.length });
}

/** What was not learned again is gone, and readers are told that there is news. */
async function endLesson(
  work: Work,
  { windows, at }: { windows: readonly Window[]; at: Date },
): Promise<Result<{ windows: number }, never>> {
  await work.run(sql`delete from discovery.neighbours where at < ${at}`);
  await work.run(sql`delete from discovery.windows`);
  await work.run(sql`
    insert into discovery.windows (country, shows, products)
    select country, shows, products
      from jsonb_to_recordset(${JSON.stringify(windows)}::jsonb) as n (country text, shows text, products uuid[])`);
  await work.run(sql`
    insert into discovery.lessons (n, at) values (1, ${at}) on conflict (n) do update set at = excluded.at`);
  return ok({ windows: windows.length });
}
