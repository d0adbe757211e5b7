/** Once an hour the source is asked for its newest rates; when days are missing, for its last ninety. */
import { addDays, dayOf } from '#kernel/period';
import { newId } from '#kernel/id';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { every } from '#platform/jobs';
import { perform } from '#platform/perform';
import { readEcbXml } from './ecb.ts';
import { importDays } from './import-rates.ts';
import { forgetRates, latestRates } from './rates.ts';

const asked = Symbol('exchange.asked');
const everyMs = 60 * 60_000;
/** Longer than any run of days on which the source rests. */
const gapDays = 5;

/** Asks at most once an hour; after a failure at the next look, five minutes later. */
export const fetchHourly = every('exchange.fetch', { minutes: 5 }, async (house) => {
  const last = house.memory.get(asked) as number | undefined;
  const now = house.clock.now().getTime();
  if (last !== undefined && now - last < everyMs) return;
  await fetchRates(house);
  house.memory.set(asked, now);
});

/** Fetches and imports; throws when the source cannot be reached or read. */
export async function fetchRates(house: House): Promise<void> {
  const { quotations } = await latestRates(house);
  const newest = [...quotations.values()].reduce((day, one) => (one.day > day ? one.day : day), '');
  const recent = newest !== '' && addDays(newest, gapDays) >= dayOf(house.clock.now());
  await fetchFile(house, recent ? 'eurofxref-daily.xml' : 'eurofxref-hist-90d.xml');
}

async function fetchFile(house: House, name: string): Promise<void> {
  const url = `${house.config.world.ecb}/${name}`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(20_000) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  const read = readEcbXml(await answer.text());
  if (!read.ok) throw new Error(`${url}: ${read.refusal.why}.`);
  const key = newId(house.clock.now());
  const said = await perform(house, { key, by: system }, importDays, { source: 'ECB', days: read.value });
  if (!said.ok) throw new Error(`${url}: ${said.refusal.no}.`);
  // The deed made this process forget before its commit; somebody may have read in between.
  forgetRates(house);
}
