/**
 * Every door of the API and every page, tried by everybody with things that are not theirs. Nobody reads what they may not, nobody
 * changes what they may not, and no door breaks.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { departments } from '../src/modules/departments.ts';
import type { Door } from '#platform/door';
import { sql } from '#platform/sql';
import { sayIn } from '../src/lib/server/messages.ts';
import { roles, stands } from './doors/askers.ts';
import type { Role } from './doors/askers.ts';
import { addressOf, routesWith } from './doors/pages.ts';
import { openEverybody } from './doors/people.ts';
import type { Everybody } from './doors/people.ts';
import { changes, looks } from './doors/permissions.ts';
import type { Who } from './doors/permissions.ts';
import { sampleOf } from './doors/sample.ts';
import { samplePicture } from './sample-picture.ts';

const root = resolve(import.meta.dirname, '..');
const hasPages = existsSync(resolve(root, 'build/handler.js'));
const doors = departments.flatMap((module) => module.doors ?? []);
const named = (door: Door) => `${door.method} ${door.path}`;
const reading = doors.filter(({ method }) => method === 'GET');
const changing = doors.filter(({ method }) => method !== 'GET');

let all: Everybody;
let picture: string;
beforeAll(async () => {
  [all, picture] = await Promise.all([openEverybody({ pages: hasPages }), samplePicture()]);
});
afterAll(() => all?.town.close());

/** Things with which a door is tried where the path's own word means another thing, or another of them; or a name that is known anyway. */
const instead: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'GET /stores/{store}/application': { store: 'application.store' },
  'PATCH /stores/{store}/application': { store: 'application.store' },
  'POST /stores/{store}/papers': { store: 'application.store' },
  'GET /stores/{store}/papers/{paper}': { store: 'application.store' },
  'DELETE /stores/{store}/papers/{paper}': { store: 'application.store' },
  'POST /stores/{store}/application/submission': { store: 'application.store' },
  'DELETE /stores/{store}/application/submission': { store: 'application.store' },
  'POST /stores/{store}/application/reopening': { store: 'application.store' },
  'DELETE /desk/staff/{person}': { person: 'staffPerson' },
  'GET /desk/texts/{key}': { key: 'desk.find' },
  'POST /desk/texts/{key}': { key: 'desk.find' },
  'PATCH /me/passkeys/{passkey}': { passkey: 'store' },
  'DELETE /me/passkeys/{passkey}': { passkey: 'store' },
  'POST /me/passkeys/{passkey}/restoration': { passkey: 'store' },
  'PUT /cart/lines/{variant}': { variant: 'live.variant' },
  'POST /purchases/{purchase}/payments': { purchase: 'open.purchase' },
  'POST /orders/{order}/cancellation': { order: 'open.order' },
  'POST /orders/{order}/acceptance': { order: 'open.order' },
  'POST /desk/bank-lines/{line}/explanation': { line: 'payment' },
  'PUT /stores/{store}/shelves/{variant}': { variant: 'live.variant' },
};

const queries: Readonly<Record<string, string>> = {
  '/sellers/requirements': '?country=CN&kind=company',
  '/checkout': '?country=BR&postalCode=01310-100&currency=BRL&locale=en',
  '/cart': '?currency=BRL',
  '/desk/books/transfers': '?account=escrow',
  '/payment-methods': '?country=BR&currency=BRL',
  '/search': '?text=kettle&locale=en',
  '/stores/{store}/packing': '?orders=none',
};

function pathOf(door: Door): string {
  const other = instead[named(door)] ?? {};
  const path = door.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(all.things[other[name] ?? name] ?? other[name]!),
  );
  const query = queries[door.path] ?? (door.query?.properties['locale'] ? '?locale=en' : '');
  return `/api/v1${path}${door.method === 'GET' ? query : ''}`;
}

/** What a body needs beyond its shape, so that nothing but the asker can be wrong with it. */
const said: Readonly<Record<string, object>> = {
  'POST /people': {
    email: 'new@people.test',
    password: 'harbour at first light',
    name: 'N',
    locale: 'en',
    country: 'BR',
    currency: 'BRL',
  },
  'POST /stores/{store}/webhooks': { url: 'https://93.184.216.34/', events: ['order.funded'] },
  'PATCH /stores/{store}/webhooks/{endpoint}': { events: ['order.funded'] },
  'POST /stores/{store}/keys': { name: 'another', roles: ['orders'] },
  'POST /stores/{store}/papers': { kind: 'x', content: 'JVBERi0xLjQK' },
  'PUT /stores/{store}/staff/{person}': { roles: ['orders'] },
};

function bodyOf(door: Door): object {
  if (named(door) === 'PUT /stores/{store}/logo') return { content: picture };
  return said[named(door)] ?? (door.body ? (sampleOf(door.body as never) as object) : {});
}

const may = (who: Who, role: Role) => who === 'public' || who === 'own' || who.includes(role);
const whoMay = (door: Door): Who => (door.method === 'GET' ? looks[door.path] : changes[named(door)])!;

/** Secrets in an answer that this asker may not read. */
function leaks(role: Role, text: string): string[] {
  return all.secrets
    .filter(({ word, may: readers }) => !readers.includes(role) && stands(word, text))
    .map(({ what }) => what);
}

test('every door is in the table of who may pass it, and the table names no door that is not', () => {
  expect(reading.map(({ path }) => path).sort()).toEqual(Object.keys(looks).sort());
  expect(changing.map(named).sort()).toEqual(Object.keys(changes).sort());
});

test.each(roles)('what %s may look at, and what not', async (role) => {
  const wrong: object[] = [];
  for (const door of reading) {
    const { status, text } = await all.knock(role, 'GET', pathOf(door));
    const who = whoMay(door);
    const right = who === 'own' ? status < 500 : may(who, role) ? status === 200 : [401, 403, 404].includes(status);
    const found = status === 200 ? leaks(role, text) : [];
    if (!right || found.length > 0) wrong.push({ door: door.path, status, found, text: text.slice(0, 120) });
  }
  expect(wrong).toEqual([]);
});

/** Every row of the house but what a look leaves behind: when a session or a key was last seen, and how often somebody tried. */
async function everything(): Promise<Record<string, string>> {
  const { db } = all.town.house;
  const schemas = ['platform', ...departments.map(({ name }) => name)];
  const { rows } = await db.query(sql`
    select schemaname || '.' || tablename as name from pg_tables
     where schemaname = any(${schemas})
     order by 1`);
  const seen = `(to_jsonb(t) - 'seen_at' - 'used_at')::text`;
  const texts = await Promise.all(
    (rows as { name: string }[])
      .filter(({ name }) => !['parties.tries', 'platform.paces'].includes(name))
      .map(async ({ name }) => {
        const { rows: found } = await db.query(
          `select coalesce(md5(string_agg(${seen}, '' order by ${seen})), '') as sum from ${name} t`,
        );
        return [name, (found[0] as { sum: string }).sum] as const;
      }),
  );
  return Object.fromEntries(texts);
}

test.each(roles)('what %s may not change is refused, and nothing is changed', async (role) => {
  const before = await everything();
  const wrong: object[] = [];
  for (const door of changing) {
    if (may(whoMay(door), role)) continue;
    const { status, text } = await all.knock(role, door.method, pathOf(door), bodyOf(door));
    if (![401, 403, 404].includes(status)) wrong.push({ door: named(door), status, text: text.slice(0, 160) });
  }
  expect(wrong).toEqual([]);
  expect(await everything()).toEqual(before);
});

test('webhooks without a signature, the paper of the API, and pictures: nobody learns anything there', async () => {
  for (const role of roles) {
    for (const source of ['payments', 'bank', 'carrier']) {
      const hook = { type: 'payment.paid', timestamp: '2026-03-02T09:00:00Z', data: {} };
      expect((await all.knock(role, 'POST', `/api/v1/webhooks/${source}`, hook)).status).toBe(401);
    }
    for (const path of [
      '/api/openapi.json',
      '/api',
      '/healthz',
      '/pictures/nothing',
      '/pictures/..%2f..%2fpackage.json',
      '/api/v1/nothing',
    ]) {
      const { status, text } = await all.knock(role, 'GET', path);
      expect({ path, ok: status < 500 || path === '/healthz' }).toEqual({ path, ok: true });
      expect(leaks(role, text)).toEqual([]);
    }
  }
});

describe.skipIf(!hasPages)('pages', () => {
  const pages = routesWith('+page.svelte', '+server.ts');

  test.each(roles)('what %s sees of every page', { timeout: 60_000 }, async (role) => {
    const wrong: object[] = [];
    for (const page of pages) {
      const { status, text } = await all.knock(role, 'GET', addressOf(page, all.things));
      const found = leaks(role, text);
      if (status >= 500 || found.length > 0) wrong.push({ page, status, found });
      else if (status === 200 && !mayOpenPage(role, page)) wrong.push({ page, status, found: ['the page itself'] });
    }
    expect(wrong).toEqual([]);
  });

  test('a refused form stays at the filter of its list, with what was typed and why', async () => {
    const at = `${all.town.url}/seller/questions?text=warm`;
    const headers = { ...all.headers('owner'), origin: all.town.url, accept: 'text/html' };
    const page = await (await fetch(at, { headers })).text();
    const [, action = '', name = ''] =
      /action="([^"]+)"[^>]*>(?:(?!<form)[^])*?name="_form" value="(answer-[^"]+)"/.exec(page) ?? [];
    const typed = { _form: name, question: name.replace('answer-', ''), text: 'Write to me@lisbon.test' };
    const answer = await fetch(new URL(action.replaceAll('&amp;', '&'), at), {
      method: 'POST',
      headers,
      body: new URLSearchParams(typed),
    });
    expect(new URL(answer.url).searchParams.get('text')).toBe('warm');
    const said = await answer.text();
    expect(said).toContain(`${typed.text}</textarea>`);
    expect(said).toContain(sayIn('en')('refusal.text_holds_a_mail_address'));
  });

  const theDesk: readonly Role[] = ['admission', 'listings', 'orderDesk', 'money', 'rules', 'admin'];
  const sellers: readonly Role[] = ['owner', 'products', 'orders', 'finance', 'rival'];
  /** The walls of the consoles; whose things are behind a door within them, the secrets tell. */
  function mayOpenPage(role: Role, page: string): boolean {
    if (page === '/desk' || page.startsWith('/desk/')) return theDesk.includes(role);
    // A guest's list waits in their browser, as their cart does.
    if (page === '/account/wishes') return true;
    if (page === '/account' || page.startsWith('/account/'))
      return !['visitor', 'guest', 'key', 'rivalKey'].includes(role);
    if (/^\/seller(\/|$)/.test(page) && !/^\/seller\/(open|stores)/.test(page)) return sellers.includes(role);
    return true;
  }
});

/** Whoever goes through these is somebody else afterwards. */
const endsTheAsker = ['DELETE /sessions/current', 'DELETE /me/sessions/{session}', 'POST /people', 'POST /sessions'];

test.each(roles)('what %s may do is not kept from them, and no door breaks', async (role) => {
  const wrong: object[] = [];
  for (const door of changing) {
    const who = whoMay(door);
    if (!may(who, role) || endsTheAsker.includes(named(door))) continue;
    const { status, text } = await all.knock(role, door.method, pathOf(door), bodyOf(door));
    const kept = Array.isArray(who) && [401, 403].includes(status);
    if (status >= 500 || kept) wrong.push({ door: named(door), status, text: text.slice(0, 160) });
  }
  expect(wrong).toEqual([]);
});
