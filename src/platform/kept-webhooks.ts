/** The webhooks that a person should see: believed but not processed, and not believed. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { audit } from './audit.ts';
import { mayEnter } from './door.ts';
import { sql } from './sql.ts';
import type { Asking, Work } from './work.ts';

export interface FailedWebhook {
  source: string;
  id: string;
  type: string;
  at: Date;
  attempts: number;
  error: string | null;
  due_at: Date | null;
}

/** Believed but not processed yet, newest first. `due_at` far away means that it waits for a person. */
export async function failedWebhooks(
  ask: Asking,
  { source, limit = 100 }: { source: string; limit?: number },
): Promise<FailedWebhook[]> {
  return ask.many<FailedWebhook>(sql`
    select source, id, coalesce(body ->> 'type', '') as type, at, attempts, error, nullif(due_at, 'infinity') as due_at
      from platform.webhooks
     where done_at is null and source = ${source}
     order by at desc, id limit ${limit}`);
}

export interface WebhookAbout {
  id: string;
  type: string;
  /** What it said of the thing's state. */
  status: string;
  at: Date;
  done_at: Date | null;
  attempts: number;
  error: string | null;
}

/** Those that were about one thing of ours, by the name under which the other side knows it, oldest first. */
export async function webhooksAbout(
  ask: Asking,
  { source, reference, since }: { source: string; reference: string; since: Date },
): Promise<WebhookAbout[]> {
  return ask.many<WebhookAbout>(sql`
    select id, coalesce(body ->> 'type', '') as type, coalesce(body -> 'data' ->> 'status', '') as status, at, done_at, attempts, error
      from platform.webhooks
     where source = ${source} and at >= ${since} and body -> 'data' ->> 'reference' = ${reference}
     order by at, id limit 50`);
}

export interface RefusedWebhook {
  id: string;
  source: string;
  at: Date;
  why: string;
  sent_id: string;
}

/** Those that were not what they claimed to be, newest first. */
export async function refusedWebhooks(
  ask: Asking,
  { source, limit = 100 }: { source: string; limit?: number },
): Promise<RefusedWebhook[]> {
  return ask.many<RefusedWebhook>(sql`
    select id, source, at, why, sent_id from platform.webhooks_refused where source = ${source} order by at desc limit ${limit}`);
}

export type TryWebhookAgainRefusal = { no: 'only_staff_may' } | { no: 'webhook_not_found' };

/** Staff put a webhook that waits for a person back into the queue. */
export async function tryWebhookAgain(
  work: Work,
  { source, id, why }: { source: string; id: string; why: string },
): Promise<Result<undefined, TryWebhookAgainRefusal>> {
  if (!mayEnter('staff', work.by)) return refuse({ no: 'only_staff_may' });
  const found = await work.run(sql`
    update platform.webhooks set due_at = ${work.now}, attempts = 0 where source = ${source} and id = ${id} and done_at is null`);
  if (found === 0) return refuse({ no: 'webhook_not_found' });
  await audit(work, { deed: 'webhook_tried_again', subject: `webhook:${source}/${id}`, why });
  return ok();
}
