import { openHeap } from './agenda.ts';
import type { Mischief } from './faults.ts';
import { newId } from './ids.ts';
import type { Journal } from './journal.ts';
import { post, signature } from './post.ts';

/** Where a message goes: the platform's door for payments, for the bank, for the carrier. */
export type Channel = 'payments' | 'bank' | 'carrier';

export interface Message {
  id: string;
  channel: Channel;
  type: string;
  /** Messages about one thing go one after another, as long as each arrives. */
  subject: string;
  body: string;
  due: number;
  attempts: number;
  copies: number;
  badlySigned: boolean;
}

/** Seconds after one attempt that failed until the next (the shape of the Standard Webhooks example, a gentler start). */
const backOff = [2, 5, 15, 60, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

const atOnce = 16;
/** A message that is to come out of order waits for the next one to pass it, but not for ever. */
const heldMs = 30_000;

export interface Webhooks {
  send(channel: Channel, type: string, subject: string, data: unknown, at: Date): void;
  /** Sends all that is due now, also what comes due by it; returns how many attempts were made. */
  deliver(): Promise<number>;
  /** What `lost` swallowed, for tests to look at. */
  readonly lost: readonly Message[];
  /** When the next one falls due. */
  next(): number | undefined;
  stop(): Promise<void>;
}

export interface WebhookOptions {
  journal: Journal;
  now: () => Date;
  secret: string;
  /** Where nothing is said, nobody answers, and it is tried again. */
  urls: Partial<Record<Channel, string>>;
  mischief: Record<Channel, Mischief>;
  /** Send by itself as soon as something is due, rather than when `deliver` is called. */
  byItself: boolean;
  log: (line: string) => void;
}

/** Messages are kept until somebody answers 2xx, over a restart too. */
export function openWebhooks(options: WebhookOptions): Webhooks {
  const { now, urls, mischief, log } = options;
  const messages = options.journal.table<Message>('webhook');
  const queue = openHeap<{ due: number; id: string }>((a, b) => a.due < b.due);
  const held: Message[] = [];
  const lost: Message[] = [];
  const running = new Set<Promise<void>>();
  const calls = new Set<AbortController>();
  const lanes = new Map<string, Message[]>();
  let attempts = 0;
  let stopped = false;

  for (const message of messages.rows()) queue.push({ due: message.due, id: message.id });

  const postpone = (message: Message, until: number) => {
    message.due = until;
    messages.put(message);
    queue.push({ due: until, id: message.id });
  };

  function send(channel: Channel, type: string, subject: string, data: unknown, at: Date): void {
    const fault = mischief[channel].webhook();
    const message: Message = {
      id: newId('msg', now()),
      channel,
      type,
      subject,
      body: JSON.stringify({ type, timestamp: at.toISOString(), data }),
      due: now().getTime(),
      attempts: 0,
      copies: fault === 'twice' ? 2 : 1,
      badlySigned: fault === 'bad_signature',
    };
    if (fault === 'lost') return void lost.push(message);
    if (fault === 'late') message.due += mischief[channel].faults.late_ms ?? 600_000;
    if (fault === 'out_of_order' && !held.some((other) => other.channel === channel)) {
      message.due += heldMs;
      held.push(message);
    }
    postpone(message, message.due);
    if (options.byItself) setImmediate(startDue);
  }

  /** Takes what is due now off the queue. An entry whose message has another time by now is a leftover. */
  function nextDue(): Message | undefined {
    const until = now().getTime();
    for (let next = queue.peek(); next && next.due <= until; next = queue.peek()) {
      queue.pop();
      const message = messages.get(next.id);
      if (message?.due === next.due) return message;
    }
    return undefined;
  }

  function startDue(): void {
    while (!stopped && running.size < atOnce) {
      const message = nextDue();
      if (!message) return;
      const lane = lanes.get(message.subject);
      if (lane) lane.push(message);
      else start(message);
    }
  }

  function start(message: Message): void {
    lanes.set(message.subject, lanes.get(message.subject) ?? []);
    const run = attempt(message).finally(() => {
      running.delete(run);
      const following = lanes.get(message.subject)?.shift();
      if (following && !stopped) start(following);
      else lanes.delete(message.subject);
      if (options.byItself) startDue();
    });
    running.add(run);
  }

  async function attempt(message: Message): Promise<void> {
    attempts++;
    message.attempts++;
    const { status, retryAfter } = await post(urls[message.channel], signed(message), calls);
    message.badlySigned = false;
    if (stopped) return;
    if (status < 200 || status >= 300) retry(message, status, retryAfter);
    else if (--message.copies > 0) postpone(message, now().getTime());
    else messages.drop(message.id);
    releaseHeld(message);
  }

  function retry(message: Message, status: number, retryAfter: number | undefined): void {
    const wait = backOff[message.attempts - 1];
    log(`webhook ${message.id} ${message.type}: attempt ${message.attempts} answered ${status || 'nothing'}`);
    // 410 says that nobody wants it any more.
    if (wait === undefined || status === 410) return messages.drop(message.id);
    postpone(message, now().getTime() + (retryAfter ?? wait) * 1000);
  }

  function releaseHeld(passed: Message): void {
    for (const message of held.splice(0)) {
      if (!messages.get(message.id) || message === passed) continue;
      if (message.channel === passed.channel) postpone(message, now().getTime());
      else held.push(message);
    }
  }

  function signed(message: Message): { headers: Record<string, string>; body: string } {
    const seconds = Math.floor(now().getTime() / 1000);
    const secret = message.badlySigned ? Buffer.from('not the secret we agreed on').toString('base64') : options.secret;
    return {
      body: message.body,
      headers: {
        'content-type': 'application/json',
        'webhook-id': message.id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signature(secret, message.id, seconds, message.body),
      },
    };
  }

  return {
    send,
    lost,
    next: () => queue.peek()?.due,
    async deliver() {
      const before = attempts;
      for (startDue(); running.size > 0; startDue()) await Promise.race(running);
      return attempts - before;
    },
    async stop() {
      stopped = true;
      for (const call of calls) call.abort();
      await Promise.all(running);
    },
  };
}
