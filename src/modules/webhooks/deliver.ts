/** Sends a delivery, again and again for days until it is taken; whoever fails for days is switched off, with a letter. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { system } from '#platform/actor';
import { signWebhook, unseal } from '#platform/crypto';
import { enqueue, job } from '#platform/jobs';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking, Work } from '#platform/work';
import { letterOfSwitchOff } from './letters.ts';
import { send } from './send.ts';
import type { Sent } from './send.ts';

/** Seconds from each try to the next, as Standard Webhooks advises: ten tries over three days. */
export const pauses = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
/** An address at which nothing was taken for so long is switched off. */
export const mostDaysFailing = 5;

interface ToSend {
  endpoint: string;
  type: string;
  body: string;
  attempts: number;
  url: string;
  secret: string;
  old_secret: string | null;
  old_until: Date | null;
}

async function toSend(
  ask: Asking,
  { store, delivery }: { store: string; delivery: string },
): Promise<ToSend | undefined> {
  return ask.one<ToSend>(sql`
    select d.endpoint, d.type, d.body, d.attempts, e.url, e.secret, e.old_secret, e.old_until
      from webhooks.deliveries d
      join webhooks.endpoints e on e.store = d.store and e.id = d.endpoint
     where d.store = ${store} and d.id = ${delivery} and d.state = 'waiting' and e.off_at is null`);
}

export const deliver = job<{ store: string; delivery: string; attempt: number }>(
  'webhooks.deliver',
  async (house, { store, delivery, attempt }, info) => {
    const found = await question(house, system, toSend, { store, delivery });
    // Another job of it was here before: resent by hand meanwhile, or done.
    if (!found || found.attempts !== attempt - 1) return;
    const now = house.clock.now();
    const secrets = [found.secret, ...(found.old_secret && found.old_until! > now ? [found.old_secret] : [])];
    const signed = secrets.map((sealed) => signWebhook(unseal(house, sealed), delivery, now, found.body));
    const sent = await send(house, {
      url: found.url,
      body: found.body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Entrepot webhooks',
        'webhook-id': delivery,
        'webhook-timestamp': signed[0]!.timestamp,
        'webhook-signature': signed.map(({ signature }) => signature).join(' '),
      },
    });
    await info.perform(noteAttempt, { store, delivery, attempt, sent });
  },
);

type NoteRefusal = { no: 'delivery_is_not_waiting' };

/** Locks the address, then the delivery. */
async function noteAttempt(
  work: Work,
  { store, delivery, attempt, sent }: { store: string; delivery: string; attempt: number; sent: Sent },
): Promise<Result<{ state: string }, NoteRefusal>> {
  const found = await work.one<{ endpoint: string }>(sql`
    select endpoint from webhooks.deliveries where store = ${store} and id = ${delivery}`);
  const endpoint =
    found &&
    (await work.one<{ id: string; failing_since: Date | null; made_by: string; off_at: Date | null }>(sql`
    select id, failing_since, made_by, off_at from webhooks.endpoints where store = ${store} and id = ${found.endpoint} for update`));
  if (!endpoint) return refuse({ no: 'delivery_is_not_waiting' });
  const taken = sent.status !== null && sent.status >= 200 && sent.status < 300;
  const pause = pauses[attempt - 1];
  const state = taken ? 'delivered' : pause === undefined ? 'failed' : 'waiting';
  const nextAt = state === 'waiting' ? new Date(work.now.getTime() + pause! * 1000) : null;
  const noted = await work.run(sql`
    update webhooks.deliveries
       set attempts = ${attempt}, state = ${state}, next_at = ${nextAt}, last_status = ${sent.status}, last_problem = ${sent.problem}
     where store = ${store} and id = ${delivery} and state = 'waiting' and attempts = ${attempt - 1}`);
  if (noted === 0) return refuse({ no: 'delivery_is_not_waiting' });
  await work.run(sql`
    insert into webhooks.attempts (store, delivery, n, at, ms, status, problem, answer)
    values (${store}, ${delivery}, ${attempt}, ${work.now}, ${sent.ms}, ${sent.status}, ${sent.problem}, ${sent.answer.replaceAll('\u0000', '')})`);
  if (nextAt) enqueue(work, deliver({ store, delivery, attempt: attempt + 1 }), { at: nextAt, subject: delivery });
  await judge(work, { store, endpoint, taken, gone: sent.status === 410 });
  return ok({ state });
}

/** 410 says for good that nobody is there. */
async function judge(
  work: Work,
  {
    store,
    endpoint,
    taken,
    gone,
  }: {
    store: string;
    endpoint: { id: string; failing_since: Date | null; made_by: string; off_at: Date | null };
    taken: boolean;
    gone: boolean;
  },
): Promise<void> {
  const since = taken ? null : (endpoint.failing_since ?? work.now);
  const long = since !== null && work.now.getTime() - since.getTime() >= mostDaysFailing * 86_400_000;
  const why = endpoint.off_at ? null : gone ? 'gone' : long ? 'failed_for_days' : null;
  await work.run(sql`
    update webhooks.endpoints
       set failing_since = ${since}, off_at = case when ${why}::text is null then off_at else ${work.now}::timestamptz end,
           off_why = coalesce(${why}::text, off_why)
     where store = ${store} and id = ${endpoint.id}`);
  if (why) enqueue(work, letterOfSwitchOff({ store, endpoint: endpoint.id, person: endpoint.made_by }));
}
