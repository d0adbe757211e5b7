/** A replay, from the folder's orders to the report: in a house of its own, on the data's own clock. */
import { virtualClock } from '#platform/clock';
import type { VirtualClock } from '#platform/clock';
import type { Config } from '#platform/config';
import type { House } from '#platform/house';
import { migrate } from '#platform/migrate';
import { openEntrepot } from '../../src/entrepot.ts';
import { openMarket } from './market.ts';
import type { Olist } from './olist.ts';
import { playOutside } from './outside.ts';
import { play } from './play.ts';
import { reportOf } from './report.ts';
import type { Report } from './report.ts';
import type { Stage } from './stage.ts';
import { storyOf } from './story.ts';

const day = 86_400_000;

/** Hears how far it is. */
export interface Watcher {
  stores(done: number, of: number): void;
  orders(done: number, at: Date): void;
  report(): void;
}

export interface Replayed extends Report {
  stores: number;
  listings: number;
  happenings: number;
}

/** The house lives from the day before the first order until the last thing that the data tell. */
export async function replay(config: Config, olist: Olist, watcher: Watcher): Promise<Replayed> {
  const first = olist.orders[0]!.placedAt;
  const house = openReplayHouse(config, new Date(first.getTime() - day));
  const outside = playOutside();
  try {
    await migrate(house);
    const stories = olist.orders.map((order) => storyOf(order, olist.end));
    const market = await openMarket(house, olist, stories, watcher.stores);
    // The planner knows nothing yet of tables that were filled a moment ago.
    await house.db.query('analyze');
    const stage: Stage = { olist, market, outside, placed: new Map(), buyers: new Map(), refused: [] };
    const happenings = await play(house, stage, stories, {
      end: olist.end,
      tell: ({ orders, at }) => watcher.orders(orders, at),
    });
    watcher.report();
    return {
      ...(await reportOf(house, stage, stories)),
      stores: market.stores.size,
      listings: market.listed.size,
      happenings,
    };
  } finally {
    outside.leave();
    await house.close();
  }
}

/** Nobody reads letters of years ago: none leave. */
function openReplayHouse(config: Config, start: Date): House & { clock: VirtualClock } {
  const clock = virtualClock(start);
  const house = openEntrepot(config, { clock });
  return { ...house, clock, mail: { send: async () => undefined, close: () => house.mail.close() } };
}
