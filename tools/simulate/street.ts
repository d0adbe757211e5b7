/** Where a simulation happens: a house on a clock of its own, the outside world beside it, the doors for its webhooks. */
import type { Result } from '#kernel/result';
import type { Actor } from '#platform/actor';
import { virtualClock } from '#platform/clock';
import type { VirtualClock } from '#platform/clock';
import type { Config } from '#platform/config';
import { worldAt } from '#platform/config';
import type { House } from '#platform/house';
import { perform } from '#platform/perform';
import { settle } from '#platform/settle';
import { question } from '#platform/work';
import type { Deed, Question } from '#platform/work';
import { openEntrepot } from '../../src/entrepot.ts';
import { openDoors } from '../../src/server.ts';
import { startWorld } from '../../world/world.ts';
import type { World } from '../../world/world.ts';

export interface Street {
  house: House & { clock: VirtualClock };
  world: World;
  does<I, A, R extends { no: string }>(
    key: string,
    by: Actor,
    deed: Deed<I, Result<A, R>>,
    input: I,
  ): Promise<Result<A, R | { no: string }>>;
  ask<I, A>(by: Actor, what: Question<I, A>, input: I): Promise<A>;
  settle(): Promise<void>;
  /** What the departments do again and again, done once now: seals, rates, payouts, asking after silent payments. */
  round(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a street on the database of `config`, at `start`. With `keepWorld` the outside world remembers in the house's
 * home, under the address that it will have later, so that a slip that waits can still be paid.
 */
export async function openStreet(
  config: Config,
  { start, keepWorld }: { start: Date; keepWorld?: { url: string } },
): Promise<Street> {
  const clock = virtualClock(start);
  const world = await startWorld({
    port: 0,
    now: () => clock.now(),
    secret: config.world.webhookSecret,
    providerKey: config.world.providerKey,
    smtpPort: 0,
    ...(keepWorld ? { dir: config.home, publicUrl: keepWorld.url } : {}),
  });
  const near = `http://127.0.0.1:${world.port}`;
  // A simulation that is broken off is begun again, so its commits need not wait for the disk.
  const databaseUrl = new URL(config.databaseUrl);
  databaseUrl.searchParams.set('options', '-c synchronous_commit=off');
  const house = openEntrepot(
    {
      ...config,
      databaseUrl: databaseUrl.toString(),
      world: worldAt(near, config.world.providerKey, config.world.webhookSecret),
      smtpUrl: `smtp://127.0.0.1:${world.mail.port}`,
    },
    { clock },
  );
  const doors = await openDoors(house, { port: 0, host: '127.0.0.1', pages: false });
  const hooks = `http://127.0.0.1:${doors.port}/api/v1/webhooks`;
  world.sendWebhooksTo({ payments: `${hooks}/payments`, bank: `${hooks}/bank`, carrier: `${hooks}/carrier` });
  const periodic = house.modules.flatMap((module) => module.periodic ?? []);
  return {
    house: { ...house, clock },
    world,
    does: (key, by, deed, input) => perform(house, { key, by }, deed, input) as never,
    ask: (by, what, input) => question(house, by, what, input),
    settle: () => settle(house, world.outside),
    round: async () => {
      // The outside may fail in the middle; as with a worker, it is tried again the next time.
      for (const one of periodic)
        await one.run(house).catch((err: unknown) => house.log.error({ err, name: one.name }, 'a round failed'));
      await settle(house, world.outside);
    },
    close: async () => {
      await doors.close();
      await world.close();
      await house.close();
    },
  };
}
