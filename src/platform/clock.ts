/** Time is asked of the house, never of the machine, so that a story, a simulation and a replay own theirs. */
export interface Clock {
  now(): Date;
}

export interface VirtualClock extends Clock {
  /** Moves on by a span; refuses to go back, because timers that fired would have fired too early. */
  advance(span: { days?: number; hours?: number; minutes?: number; seconds?: number; ms?: number }): void;
  set(at: Date): void;
}

export const realClock: Clock = { now: () => new Date() };

export function virtualClock(start: Date | string): VirtualClock {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    advance({ days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0 }) {
      const span = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms;
      if (span < 0) throw new Error('A clock does not go back.');
      at += span;
    },
    set(to) {
      if (to.getTime() < at) throw new Error('A clock does not go back.');
      at = to.getTime();
    },
  };
}
