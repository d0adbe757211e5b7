/**
 * Time in the replay. Acts are begun in the order of their times, some side by side, each on a clock that stands at its own
 * time. What follows from them (facts, jobs, timers) is done behind them, up to the oldest act that is not finished: so no
 * timer falls due before something that happened earlier. Days are sealed on the way.
 */
import type { VirtualClock } from '#platform/clock';
import type { House } from '#platform/house';
import { nextDue, settle } from '#platform/settle';

const atOnce = 6;
const hour = 3_600_000;
const day = 24 * hour;

interface Act {
  at: Date;
  /** What no two acts may touch at once. */
  touches: string[];
  /** Up to when all that follows from earlier acts must be done before this one. */
  mustBeSettled(): Date | null;
  act(view: House): Promise<void>;
}

export interface Calendar {
  /** Begins an act as soon as there is room, after the seals of the days before it; does not wait for its end. */
  begin(act: Act): Promise<void>;
  /** Waits for everything that was begun, and for all that follows from it until then. */
  close(at: Date): Promise<void>;
}

export function openCalendar(house: House & { clock: VirtualClock }): Calendar {
  const pace = openPace(house);
  // As the worker seals: yesterday, an hour after its end.
  let seal = Math.floor(house.clock.now().getTime() / day) * day + day + hour;

  const begin = async (act: Act): Promise<void> => {
    if (act.at > house.clock.now()) house.clock.set(act.at);
    await pace.begin(act);
  };
  const sealBefore = async (at: Date): Promise<void> => {
    for (; seal <= at.getTime(); seal += day) {
      const before = new Date(seal - 1);
      await begin({ at: new Date(seal), touches: ['seals'], mustBeSettled: () => before, act: sealYesterday });
    }
  };
  return {
    async begin(act) {
      await sealBefore(act.at);
      await begin(act);
    },
    async close(at) {
      await sealBefore(at);
      if (at > house.clock.now()) house.clock.set(at);
      await pace.rest(at);
    },
  };
}

async function sealYesterday(house: House): Promise<void> {
  const periodic = house.modules
    .flatMap((module) => module.periodic ?? [])
    .find(({ name }) => name === 'ledger.seal_yesterday');
  if (!periodic) throw new Error('The ledger seals no days.');
  await periodic.run(house);
}

interface Pace {
  begin(act: Act): Promise<void>;
  rest(at: Date): Promise<void>;
}

interface Waiting {
  for: number;
  go(): void;
}

/** Runs acts side by side, and settles behind them. */
function openPace(house: House): Pace {
  const running = new Map<Promise<void>, number>();
  const lastToTouch = new Map<string, Promise<void>>();
  const waiting = new Set<Waiting>();
  let settled = house.clock.now().getTime();
  let settling: Promise<void> | undefined;
  let begun = settled;
  let failure: unknown;

  const wake = (): void => {
    for (const one of waiting) {
      if (one.for > settled && !failure) continue;
      waiting.delete(one);
      one.go();
    }
  };
  const fail = (error: unknown): void => {
    failure ??= error;
    wake();
  };
  const settleTo = async (to: number): Promise<void> => {
    // In a long pause timers fire when they are due; in a short one together at its end.
    while (to - settled > hour) {
      const due = (await nextDue(house))?.getTime() ?? Infinity;
      if (due > to) break;
      const at = Math.max(settled, due);
      await settle(viewAt(house, new Date(at)));
      settled = at;
    }
    await settle(viewAt(house, new Date(to)));
    settled = to;
  };
  /** Up to just before the oldest act that is not finished, when somebody waits for it. */
  const settleOn = (): void => {
    const to = Math.min(begun, ...running.values()) - 1;
    if (settling || failure || to <= settled || waiting.size === 0) return;
    settling = settleTo(to)
      .then(wake, fail)
      .finally(() => {
        settling = undefined;
        settleOn();
      });
  };
  const untilSettled = (at: Date | null): Promise<void> | undefined => {
    if (!at || at.getTime() <= settled || failure) return undefined;
    return new Promise((go) => {
      waiting.add({ for: at.getTime(), go });
      settleOn();
    });
  };
  return {
    async begin({ at, touches, mustBeSettled, act }) {
      begun = at.getTime();
      while (running.size >= atOnce) await Promise.race(running.keys());
      if (failure) throw failure;
      const run = Promise.all(touches.map((one) => lastToTouch.get(one)))
        .then(() => untilSettled(mustBeSettled()))
        .then(() => (failure ? undefined : act(viewAt(house, at))))
        .catch(fail)
        .finally(() => {
          running.delete(run);
          settleOn();
        });
      running.set(run, begun);
      for (const one of touches) lastToTouch.set(one, run);
    },
    async rest(at) {
      while (running.size > 0 || settling) await Promise.all([...running.keys(), settling]);
      if (failure) throw failure;
      await settleTo(at.getTime());
    },
  };
}

/** The same house, on which the clock stands still: so that each act has its own time, though several are done at once. */
function viewAt(house: House, at: Date): House {
  return { ...house, clock: { now: () => at } };
}
