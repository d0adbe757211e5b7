/** Counts looks at the pages of goods, also at those that are handed out finished, and writes them down now and then. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { newId } from '#kernel/id';
import { dayOf } from '#kernel/period';
import { noteVisits } from '#modules/discovery';
import type { Looked } from '#modules/discovery';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { perform } from '#platform/perform';
import { firstLocale, localeOfPath, withoutLocale } from './lib/words/locales.ts';
import { siteOf } from './lib/server/sites.ts';

const page = /^\/products\/([0-9a-f-]{36})\/?$/;
/** Programs that read the whole shop say so. */
const program = /bot|crawl|spider|slurp|preview|monitor|lighthouse|headless|curl|wget|python|axios|node/i;
const everyMs = 15_000;
/** More than so many kinds of looks between two writings are not told apart. */
const most = 20_000;

export interface Visits {
  see(request: IncomingMessage, response: ServerResponse): void;
  /** Writes what was counted, and stops. */
  close(): Promise<void>;
}

/** The product that a request looks at, and from where; nothing when it is no person's look at one. */
export function lookOf({
  method,
  url = '',
  headers,
}: IncomingMessage): { product: string; country: string } | undefined {
  if (method !== 'GET' || !url.includes('/products/')) return undefined;
  const path = url.split('?', 1)[0]!;
  const product = page.exec(withoutLocale(path))?.[1];
  if (!product || program.test(headers['user-agent'] ?? 'curl')) return undefined;
  // What a browser fetches in advance, nobody has looked at yet.
  if (`${headers['sec-purpose'] ?? ''}${headers['purpose'] ?? ''}`.includes('prefetch')) return undefined;
  const chosen = /(?:^|;\s*)entrepot_country=([A-Z]{2})(?:;|$)/.exec(headers.cookie ?? '')?.[1];
  return { product, country: chosen ?? siteOf[localeOfPath(path) ?? firstLocale].country };
}

export function countVisits(house: House): Visits {
  let counted = new Map<string, Looked>();
  const write = async () => {
    if (counted.size === 0) return;
    const visits = [...counted.values()];
    counted = new Map();
    const now = house.clock.now();
    await perform(house, { key: `visits ${newId(now)}`, by: system }, noteVisits, { visits }).catch((err: unknown) =>
      house.log.warn({ err }, 'visits could not be written'),
    );
  };
  const timer = setInterval(() => void write(), everyMs).unref();
  return {
    see(request, response) {
      const look = lookOf(request);
      if (!look) return;
      response.once('finish', () => {
        if (response.statusCode !== 200 && response.statusCode !== 304) return;
        const day = dayOf(house.clock.now());
        const key = `${look.product} ${look.country} ${day}`;
        const before = counted.get(key);
        if (before) before.looks += 1;
        else if (counted.size < most) counted.set(key, { ...look, day, looks: 1 });
      });
    },
    async close() {
      clearInterval(timer);
      await write();
    },
  };
}
