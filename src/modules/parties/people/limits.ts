/** How often somebody may knock. Counted in the database, because a refusal undoes everything else and there are many processes. */
import { sql } from '#platform/sql';
import { asking } from '#platform/work';
import type { Call } from './call.ts';
import { made } from './secrets.ts';

export type TooManyTries = { no: 'too_many_tries'; again: Date };

/** In one window: how often for one address (or person), and how often from one place of the network. */
const limits = {
  sign_in: { minutes: 15, forOne: 10, fromOne: 100 },
  // A code has a million faces and three are right: five tries leave nothing to guess.
  code: { minutes: 15, forOne: 5, fromOne: 50 },
  sign_up: { minutes: 60, forOne: 5, fromOne: 30 },
  letter: { minutes: 60, forOne: 4, fromOne: 40 },
  // Whoever opens the page of the sign-in is asked for a passkey; nobody has said yet for whom.
  challenge: { minutes: 15, forOne: Infinity, fromOne: 300 },
} as const;

export type Knocking = keyof typeof limits;

interface CountRow {
  who: string;
  count: number;
}

/**
 * Counts before the door is tried, so that a thousand guesses at once are a thousand knocks. Refuses from the first
 * knock above the limit until the window is over.
 */
export async function knock(call: Call, what: Knocking, subject?: string): Promise<TooManyTries | undefined> {
  const { minutes, forOne, fromOne } = limits[what];
  const { house, by } = call;
  const since = windowOf(call, what);
  // The one before the place, always: two knocks at once then lock in the same order.
  const rows = await asking(house, by, house.db).many<CountRow>(sql`
    insert into parties.knocks as k (who, what, since, count)
    select who, ${what}, ${since}, 1
      from unnest(${knockers(call, subject)}::text[]) with ordinality as w (who, n)
     order by n
        on conflict (who, what, since) do update set count = k.count + 1
    returning who, count`);
  const full = rows.some(({ who, count }) => count > (who.startsWith('for:') ? forOne : fromOne));
  return full ? { no: 'too_many_tries', again: new Date(since.getTime() + minutes * 60_000) } : undefined;
}

/** Whoever came in rightly did not guess: the knock is taken back. */
export async function welcome(call: Call, what: Knocking, subject: string): Promise<void> {
  for (const who of knockers(call, subject)) {
    await call.house.db.query(sql`
      update parties.knocks set count = count - 1
       where who = ${who} and what = ${what} and since = ${windowOf(call, what)} and count > 0`);
  }
}

function windowOf({ house }: Call, what: Knocking): Date {
  const span = limits[what].minutes * 60_000;
  return new Date(Math.floor(house.clock.now().getTime() / span) * span);
}

function knockers({ house, from }: Call, subject: string | undefined): string[] {
  const one = subject === undefined ? [] : [`for:${made(house, 'knock', subject)}`];
  const place = from?.address === undefined ? [] : [`from:${made(house, 'knock', network(from.address))}`];
  return [...one, ...place];
}

/** One household has a whole /64 of IPv6; counting single addresses there would count nothing. */
export function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.toLowerCase().split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const full = plain.includes('::')
    ? [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back]
    : front;
  return `${full
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
