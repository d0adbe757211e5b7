/** Plays the stories in the order of their times, on a clock that goes from one happening to the next. */
import type { VirtualClock } from '#platform/clock';
import type { House } from '#platform/house';
import { cancel, comeBack, deliver, dispatch, pay } from './acts.ts';
import { openCalendar } from './calendar.ts';
import { place } from './place.ts';
import type { Stage } from './stage.ts';
import type { Happening, Step, Story } from './story.ts';

const acts = { place, pay, dispatch, deliver, return: comeBack, cancel } as const satisfies Record<Step, unknown>;

interface Event extends Happening {
  story: Story;
  /** The same order's step before this one. */
  after: Date | null;
}

export interface Progress {
  orders: number;
  at: Date;
}

/** Gives the number of happenings. */
export async function play(
  house: House & { clock: VirtualClock },
  stage: Stage,
  stories: readonly Story[],
  { end, tell }: { end: Date; tell: (now: Progress) => void },
): Promise<number> {
  const events = stories
    .flatMap((story) =>
      story.happenings.map((one, n): Event => ({ ...one, story, after: story.happenings[n - 1]?.at ?? null })),
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const calendar = openCalendar(house);
  let orders = 0;
  for (const event of events) {
    const { step, story, at } = event;
    await calendar.begin({
      at,
      touches: touchedBy(stage, event),
      mustBeSettled: () => settledBefore(stage, event),
      act: (view) => acts[step](view, stage, story, event),
    });
    if (step === 'place') orders += 1;
    tell({ orders, at });
  }
  await calendar.close(end > house.clock.now() ? end : house.clock.now());
  return events.length;
}

/** What no two acts may touch at once: an order; when it is placed, also its buyer's cart and its stores' prices. */
function touchedBy({ olist }: Stage, { story, step }: Event): string[] {
  const { order, price } = story;
  return step === 'place'
    ? [order.id, olist.customers.get(order.customer)!.person, ...price.stores.map(({ seller }) => seller)]
    : [order.id];
}

/** Up to when everything must have followed from what was done: the order's last step, and its time to pay if that is over. */
function settledBefore({ placed }: Stage, { story, after, at }: Event): Date | null {
  const payUntil = placed.get(story.order.id)?.payUntil;
  return payUntil && payUntil < at && after && payUntil > after ? payUntil : after;
}
