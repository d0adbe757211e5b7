/**
 * The pulse of one process: how long answers take, and what breaks. Noting costs a look into a map and an addition; every few
 * seconds all of it is added to what the other processes noted, in one statement each.
 */
import { createHash } from 'node:crypto';
import type { House } from './house.ts';
import { remembered } from './house.ts';
import { json, sql } from './sql.ts';

/** Three spans to an octave, from a quarter of a millisecond to more than a minute. */
const spans = 56;
const first = 0.25;

/** Up to how many milliseconds a span goes. */
export const spanEnd = (span: number): number => first * 2 ** (span / 3);
const spanOf = (ms: number): number => Math.min(spans - 1, Math.max(0, Math.ceil(Math.log2(ms / first) * 3)));

interface Trouble {
  place: string;
  says: string;
  frames: string;
  times: number;
  first: Date;
  last: Date;
  requests: string[];
}

interface Pulse {
  paces: Map<string, Int32Array>;
  troubles: Map<string, Trouble>;
}

const memory = Symbol('platform.pulse');
const pulseOf = (house: House): Pulse => remembered(house, memory, () => ({ paces: new Map(), troubles: new Map() }));

/** What workers do, as a place beside pages and doors: a job, a reaction, or the worker itself. */
export const workPlace = (kind: 'job' | 'reaction' | 'worker', name: string): string => `${kind} ${name}`;

/** An answer was given, or a piece of work done. `place` is the page's pattern, never the address itself. */
export function notePace(house: House, place: string, ms: number): void {
  const { paces } = pulseOf(house);
  let counts = paces.get(place);
  if (!counts) paces.set(place, (counts = new Int32Array(spans)));
  counts[spanOf(ms)]! += 1;
}

const keptRequests = 5;
/** More kinds than this between two writings are one kind: a house on fire needs no list of its flames. */
const mostKinds = 200;

/** Something broke. Kept are its kind, where in the code it was, and the name of the request, job or fact; nothing that came from a person. */
export function noteTrouble(house: House, place: string, error: unknown, request: string): void {
  const { troubles } = pulseOf(house);
  const says = wordsOf(error);
  const frames = framesOf(error);
  const kind = createHash('sha256')
    .update(`${place}\n${says}\n${frames.split('\n')[0]}`)
    .digest('hex')
    .slice(0, 32);
  const now = house.clock.now();
  const known = troubles.get(kind);
  if (known) {
    known.times += 1;
    known.last = now;
    known.requests = [request, ...known.requests].slice(0, keptRequests);
  } else if (troubles.size < mostKinds) {
    troubles.set(kind, { place, says, frames, times: 1, first: now, last: now, requests: [request] });
  }
}

/** The error's words without what is between quotes, addresses, names of things and numbers. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Something was thrown that is no error.';
  const plain = error.message
    .split('\n')[0]!
    .replaceAll(/"[^"]*"|'[^']*'|“[^”]*”|`[^`]*`/g, '…')
    .replaceAll(/\S+@\S+/g, '…')
    .replaceAll(/[\w-]*\d[\w.-]*/g, '…');
  return `${error.name}: ${plain}`.slice(0, 300);
}

/** The first places in our own code, without the machine's folders. */
function framesOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n').slice(1) : [];
  return lines
    .flatMap(
      (line) => /at (?:async )?([\w.$<>]+ )?\(?.*?((?:src|build|node_modules)\/[^):]+(?::\d+)?)/.exec(line) ?? [],
    )
    .filter((_part, n) => n % 3 === 2)
    .slice(0, 4)
    .join('\n');
}

/** Adds what was noted to what is kept. What cannot be written is lost: it is a measure, not a book. */
export async function writePulse(house: House): Promise<void> {
  const pulse = pulseOf(house);
  const { paces, troubles } = pulse;
  if (paces.size === 0 && troubles.size === 0) return;
  pulse.paces = new Map();
  pulse.troubles = new Map();
  const now = house.clock.now();
  const hour = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
  const paced = [...paces].map(([place, counts]) => ({ place, counts: [...counts] }));
  const broke = [...troubles].map(([kind, { first: first_at, last: last_at, ...rest }]) => ({
    kind,
    first_at,
    last_at,
    ...rest,
  }));
  if (paced.length > 0)
    await house.db.query(sql`
      insert into platform.paces as p (hour, place, counts)
      select ${hour}, place, counts from jsonb_to_recordset(${json(paced)}::jsonb) as n (place text, counts int[]) order by place
          on conflict (hour, place) do update
         set counts = (select array_agg(a + b order by n) from unnest(p.counts, excluded.counts) with ordinality as u (a, b, n))`);
  if (broke.length > 0)
    await house.db.query(sql`
      insert into platform.troubles as t (kind, place, says, frames, first_at, last_at, times, requests)
      select kind, place, says, frames, first_at, last_at, times, requests
        from jsonb_to_recordset(${json(broke)}::jsonb)
             as n (kind text, place text, says text, frames text, first_at timestamptz, last_at timestamptz, times bigint, requests text[])
       order by kind
          on conflict (kind) do update
         set last_at = excluded.last_at, times = t.times + excluded.times, requests = (excluded.requests || t.requests)[1:${keptRequests}]`);
}

const everyMs = 15_000;
/** The old is forgotten at every so many-th writing: once an hour. */
const forgetEvery = 240;
const keptDays = 7;

/** Writes every few seconds until it is stopped, and once more then. */
export function beatPulse(house: House): () => Promise<void> {
  let times = 0;
  const write = async () => {
    try {
      await writePulse(house);
      if (times++ % forgetEvery === 0) await forgetPulse(house);
    } catch (err) {
      house.log.warn({ err }, 'the pulse could not be written down');
    }
  };
  const timer = setInterval(() => void write(), everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await write();
  };
}

/** What is older than a week tells nobody anything. */
export async function forgetPulse(house: House): Promise<void> {
  const before = new Date(house.clock.now().getTime() - keptDays * 86_400_000);
  await house.db.query(sql`delete from platform.paces where hour < ${before}`);
  await house.db.query(sql`delete from platform.troubles where last_at < ${before}`);
}
