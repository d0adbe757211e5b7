/** What waits at the desk, as its first page shows it. */
import type { Stuck } from '#modules/payments';

export type QueueName =
  | 'stores'
  | 'verify'
  | 'listings'
  | 'stuck'
  | 'payouts'
  | 'bank'
  | 'settlements'
  | 'labels'
  | 'silent'
  | 'webhooks'
  | 'reactions'
  | 'jobs';

export interface WaitingQueue {
  name: QueueName;
  path: string;
  count: number;
  /** Since when the longest waiting of them does. */
  since: Date | null;
  /** Somebody must act before anything moves again. */
  stands: boolean;
}

export interface WaitingCase {
  queue: QueueName;
  /** Tells it from the others of its queue. */
  id: string;
  /** Its name; of a stuck piece of money the amount, for it is named by why it is. */
  title: string;
  why?: Stuck['why'];
  path: string;
  since: Date;
}

export interface Waiting {
  queues: WaitingQueue[];
  cases: WaitingCase[];
}
