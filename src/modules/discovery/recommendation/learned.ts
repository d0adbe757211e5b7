/** What was learned last, in memory: read again once there is newer, which is looked for twice a minute. */
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { answersFrom } from './answer.ts';
import { Rows } from './lists.ts';
import type { Lists } from './lists.ts';
import { usualMixing } from './train.ts';

export interface Found {
  product: string;
  because: string;
}

export interface Learned {
  at: number;
  looks: (history: readonly string[], most: number) => Found[];
  buys: (history: readonly string[], most: number) => Found[];
  popular: ReadonlyMap<string, readonly string[]>;
  fresh: readonly string[];
}

const lookAgainMs = 30_000;
const ours = Symbol('learned');

interface Kept {
  learned: Learned | undefined;
  lookedAt: number;
  reading: Promise<void> | undefined;
}

/** Whoever comes first waits for it; later ones get what there is, while newer is read. */
export async function learned(ask: Asking): Promise<Learned> {
  const { memory, clock } = ask.house;
  const kept = (memory.get(ours) as Kept | undefined) ?? { learned: undefined, lookedAt: 0, reading: undefined };
  memory.set(ours, kept);
  const now = clock.now().getTime();
  if (now - kept.lookedAt >= lookAgainMs && !kept.reading) {
    kept.lookedAt = now;
    kept.reading = readAgain(ask, kept).finally(() => (kept.reading = undefined));
  }
  if (kept.reading) await kept.reading;
  return kept.learned ?? nothing;
}

const nothing: Learned = { at: 0, looks: () => [], buys: () => [], popular: new Map(), fresh: [] };

async function readAgain(ask: Asking, kept: Kept): Promise<void> {
  const row = await ask.one<{ at: Date }>(sql`select at from discovery.lessons`);
  const at = row?.at.getTime() ?? 0;
  if (at === (kept.learned?.at ?? 0)) return;
  const [rows, windows] = await Promise.all([
    ask.many<NeighbourRow>(sql`
      select product, by, near, near_weights, far, far_weights from discovery.neighbours order by product, by`),
    ask.many<{ country: string; shows: string; products: string[] }>(sql`
      select country, shows, products from discovery.windows order by country, shows`),
  ]);
  kept.learned = {
    at,
    looks: findsIn(rows.filter(({ by }) => by === 'looks')),
    buys: findsIn(rows.filter(({ by }) => by === 'buys')),
    popular: new Map(
      windows.filter(({ shows }) => shows === 'popular').map(({ country, products }) => [country, products]),
    ),
    fresh: windows.find(({ shows }) => shows === 'new')?.products ?? [],
  };
}

interface NeighbourRow {
  product: string;
  by: string;
  near: string[];
  near_weights: number[];
  far: string[];
  far_weights: number[];
}

function findsIn(rows: readonly NeighbourRow[]): Learned['looks'] {
  const names = rows.map(({ product }) => product);
  const numbers = new Map(names.map((product, n) => [product, n]));
  const listsOf = (rowOf: (row: NeighbourRow) => readonly [string[], number[]]): Lists => {
    const lists = new Rows(names.length);
    for (const row of rows) {
      const [goods, weights] = rowOf(row);
      for (const [n, good] of goods.entries()) {
        const number = numbers.get(good);
        if (number !== undefined) lists.add(number, weights[n]!);
      }
      lists.close(goods.length);
    }
    return lists.lists();
  };
  const { next } = answersFrom({
    near: listsOf((row) => [row.near, row.near_weights]),
    far: listsOf((row) => [row.far, row.far_weights]),
    mixing: usualMixing,
  });
  return (history, most) => {
    const known = history.flatMap((product) => numbers.get(product) ?? []);
    return next(known, most).map(({ good, because }) => ({ product: names[good]!, because: names[because]! }));
  };
}
