/**
 * The demo marketplace: forty stores, fifteen hundred products with pictures, accounts for every door, and ninety days of
 * history from the simulation, so that every list has something true to show.
 */
import type { House } from '#platform/house';
import { simulate } from '../simulate/simulate.ts';
import { openStreet } from '../simulate/street.ts';
import { planErrands } from './errands.ts';
import { openAccounts } from './people.ts';
import { planQuestions } from './questions.ts';
import { planQueues } from './queues.ts';
import { doesIn, openDemoHouse } from './stores.ts';
import type { DemoSize } from './stores.ts';

export { demoAccounts } from './people.ts';

const allDays = 90;
/** Written last, so that a start that was killed in the middle is begun again. */
const marker = 'demo_is_loaded';

export async function demoIsLoaded(house: House): Promise<boolean> {
  const { rows } = await house.db.query(`select 1 from platform.performed where actor = 'demo' and key = '${marker}'`);
  if (rows.length > 0) return true;
  const used = await house.db.query(
    `select (select count(*) from parties.stores)::int as stores, (select count(*) from platform.performed where key like 'demo stores %')::int as begun`,
  );
  const { stores, begun } = used.rows[0] as { stores: number; begun: number };
  // Somebody's own house is left as it is.
  return stores > 0 && begun === 0;
}

/**
 * Loads everything. The history ends at the house's own now. A load that was broken off goes on where its deeds were done
 * already. A smaller one is for tests.
 */
export async function loadDemo(
  house: House,
  progress: (text: string) => void,
  { days = allDays, perDay = 9, ...size }: DemoSize & { days?: number; perDay?: number } = {},
): Promise<void> {
  const end = house.clock.now();
  const world = new URL(house.config.world.provider).origin;
  const street = await openStreet(house.config, {
    start: new Date(end.getTime() - days * 86_400_000),
    keepWorld: { url: world },
  });
  try {
    progress('people, stores and goods');
    const ana = await openAccounts(doesIn(street, 'people'));
    const sellers = await openDemoHouse(street, progress, size);
    const mei = sellers[0]!.stores[0]!.store;
    await simulate(street, {
      days,
      seed: 'the first weeks',
      perDay,
      sellers,
      favourite: mei,
      also: (play) => {
        planErrands(play, { ana, mei, end });
        planQuestions(play, { ana, mei: sellers[0]!, end });
        planQueues(play, { sellers, end });
      },
      progress: (day, counts) => progress(`history: day ${day + 1} of ${days}, ${counts.purchases} purchases`),
    });
    await house.db.query(
      `insert into platform.performed (actor, key, input_hash, answer, at) values ('demo', '${marker}', '', '{}', now())`,
    );
  } finally {
    await street.close();
  }
}
