import type { Agenda } from './agenda.ts';
import type { Journal } from './journal.ts';
import type { Webhooks } from './webhooks.ts';

/** What every company of the world stands on. */
export interface Ground {
  now: () => Date;
  /** Where visitors reach the world. */
  url: string;
  journal: Journal;
  agenda: Agenda;
  webhooks: Webhooks;
  log: (line: string) => void;
}
