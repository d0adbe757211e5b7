/** What each department says of the people it knows: a copy for them, what keeps them here, and how it forgets them. */
import type { Asking, Work } from './work.ts';

export interface Personal {
  /** All that is held on the person, by the names of things, as plain data. */
  held(ask: Asking, of: { person: string }): Promise<Record<string, unknown>>;
  /** What must end before the person can go: how many of each thing, by its name. */
  open?(ask: Asking, of: { person: string }): Promise<Record<string, number>>;
  /** Forgets the person, but for what the law wants kept. */
  forget(work: Work, of: { person: string }): Promise<void>;
}
