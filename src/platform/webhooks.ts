/**
 * Webhooks from outside (Standard Webhooks): believed only when signed over their exact bytes, written down before
 * anything is done, done once. What cannot be done now is kept with its reason and tried again, so the sender hears 2xx.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { newId } from '#kernel/id';
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { system } from './actor.ts';
import { problem } from './api-problem.ts';
import { webhookProblem } from './crypto.ts';
import type { Connection } from './database.ts';
import type { House } from './house.ts';
import { every } from './jobs.ts';
import type { Periodic } from './jobs.ts';
import { leave, persist, together } from './perform.ts';
import { later } from './relay.ts';
import { json, sql } from './sql.ts';
import { working } from './work.ts';
import type { Work } from './work.ts';

/** What a webhook says: the sender's id of the message, and its type and data. */
export interface WebhookEvent {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
}

export { tryWebhookAgain } from './kept-webhooks.ts';
export type { FailedWebhook, RefusedWebhook } from './kept-webhooks.ts';

export interface WebhookDoor {
  /** Who sends: `payments`, `bank`, `carrier`. Ids are unique within it. */
  readonly source: string;
  /** Below /api/v1. */
  readonly path: string;
  readonly secret: (house: House) => string;
  /** Processes one event, as the house. It must bear events that come late, in any order, or that change nothing. */
  readonly take: (work: Work, event: WebhookEvent) => Promise<Result<unknown, { no: string }>>;
}

/** Opens the door for a module's `routes`. Answers 401 to what is not signed, 200 to what is kept, whatever comes of it. */
export function webhookRoute(house: House, api: FastifyInstance, door: WebhookDoor): void {
  api.post(`/api/v1${door.path}`, { schema: { hide: true } as never }, async (request, reply) => {
    const head = {
      id: header(request, 'webhook-id'),
      timestamp: header(request, 'webhook-timestamp'),
      signature: header(request, 'webhook-signature'),
    };
    const raw = (request as FastifyRequest & { raw_body?: string }).raw_body ?? '';
    const why = webhookProblem(door.secret(house), head, raw, house.clock.now());
    if (why) {
      await noteRefused(house, door.source, head.id, why);
      return reply.code(401).send(problem('webhook_is_not_believed', `This webhook is not believed: ${why}.`));
    }
    await receive(house, door, head.id, request.body);
    return reply.code(200).send({});
  });
}

function header(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

async function noteRefused(house: House, source: string, sentId: string, why: string): Promise<void> {
  const now = house.clock.now();
  house.log.warn({ source, webhook: sentId.slice(0, 100), why }, 'a webhook was refused');
  await house.db.query(sql`
    insert into platform.webhooks_refused (id, source, at, why, sent_id)
    values (${newId(now)}, ${source}, ${now}, ${why}, ${sentId.slice(0, 100)})`);
}

/**
 * Does an event once: its row and what comes of it are one transaction, as with `perform`, whose key here is the sender's id.
 * Returns false when it could not be done and is kept for another try; throws when it could not even be kept.
 */
export async function receive(house: House, door: WebhookDoor, id: string, body: unknown): Promise<boolean> {
  try {
    const said = await persist(house, (connection) => once(house, connection, door, id, body));
    if (said.ok) return true;
    await keepForLater(house, door.source, id, body, said.refusal.no);
  } catch (error) {
    house.log.error({ source: door.source, webhook: id, err: error }, 'a webhook could not be processed');
    await keepForLater(house, door.source, id, body, String(error));
  }
  return false;
}

async function once(
  house: House,
  connection: Connection,
  door: WebhookDoor,
  id: string,
  body: unknown,
): Promise<Result<unknown, { no: string }>> {
  const now = house.clock.now();
  const { type = '', timestamp = null, data } = (body ?? {}) as { type?: unknown; timestamp?: unknown; data?: unknown };
  try {
    // What is done needs no copy of its data, in which there may be people, but of which thing it was and how that stood;
    // what waits keeps all of it.
    const written = together([
      connection.query(sql`begin`),
      connection.query(sql`
        insert into platform.webhooks as w (source, id, at, body, done_at)
        values (${door.source}, ${id}, ${now}, ${json({ type, timestamp, data: aboutIn(data) })}, ${now})
            on conflict (source, id) do update set done_at = excluded.done_at, body = excluded.body, error = null where w.done_at is null`),
    ]);
    // Begun without waiting for the row: if the webhook was done before, all of this is undone.
    const work = working(house, system, `webhook:${door.source}:${id}`, connection, now);
    const [[, row], said] = (await together<unknown>([written, door.take(work, { id, type: String(type), data })])) as [
      Awaited<typeof written>,
      Result<unknown, { no: string }>,
    ];
    const fresh = row!.rowCount === 1;
    if (fresh && said.ok) await together([...leave(work, connection), connection.query(sql`commit`)]);
    else await connection.query(sql`rollback`);
    return fresh ? said : ok();
  } catch (error) {
    await connection.query(sql`rollback`).catch(() => undefined);
    throw error;
  }
}

function aboutIn(data: unknown): Record<'reference' | 'status', string | undefined> {
  const { reference, status } = (data ?? {}) as { reference?: unknown; status?: unknown };
  const short = (said: unknown) => (typeof said === 'string' && said.length <= 100 ? said : undefined);
  return { reference: short(reference), status: short(status) };
}

async function keepForLater(house: House, source: string, id: string, body: unknown, why: string): Promise<void> {
  const now = house.clock.now();
  // The same back-off as everywhere: 1 s, 2, 4 … at most an hour; after the twelfth try it waits for a person.
  await house.db.query(sql`
    insert into platform.webhooks as w (source, id, at, body, attempts, error, due_at)
    values (${source}, ${id}, ${now}, ${json(body)}, 1, ${why}, ${later(now, 1)})
        on conflict (source, id) do update
       set attempts = w.attempts + 1, error = excluded.error,
           due_at = case when w.attempts >= 11 then 'infinity' else excluded.at + least(interval '1 hour', interval '1 second' * 2 ^ w.attempts) end
     where w.done_at is null`);
}

const batch = 50;
const keepDays = 30;

/** The periodic jobs beside each door: one tries again what is due, one forgets what was done long ago. */
export function webhooksAgain(door: WebhookDoor): Periodic[] {
  const { source } = door;
  return [
    every(`${source}.webhooks_again`, { seconds: 20 }, async (house) => {
      const { rows } = await house.db.query(sql`
        select id, body from platform.webhooks
         where done_at is null and due_at <= ${house.clock.now()} and source = ${source}
         order by due_at limit ${batch}`);
      for (const { id, body } of rows as { id: string; body: unknown }[]) await receive(house, door, id, body);
    }),
    every(`${source}.webhooks_forgotten`, { minutes: 360 }, async (house) => {
      const before = new Date(house.clock.now().getTime() - keepDays * 86_400_000);
      await house.db.query(
        sql`delete from platform.webhooks where source = ${source} and at < ${before} and done_at is not null`,
      );
      await house.db.query(sql`delete from platform.webhooks_refused where source = ${source} and at < ${before}`);
    }),
  ];
}
