/**
 * The demo marketplace: ten stores, two hundred products with pictures, accounts for every door, and some weeks of
 * history from the simulation, so that every list has something true to show.
 */
import { appointStaff, enrol, giveSecondStep } from '#modules/parties';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { demoSecret } from '../../world/codes/totp.ts';
import { simulate } from '../simulate/simulate.ts';
import { openStreet } from '../simulate/street.ts';
import { doesIn, openDemoHouse, password, passwordHash } from './stores.ts';
import type { Does } from './stores.ts';

/** What `npm start` prints. These people are invented, and only the demo has them. */
export const demoAccounts = [
  { door: 'shop', who: 'Ana Souza, buyer in São Paulo', email: 'ana@demo.entrepot.test', password },
  { door: 'seller centre', who: 'Mei Lin, owner of Haitang Kitchen', email: 'mei@demo.entrepot.test', password },
  { door: 'desk', who: 'Inês Prado, staff with every role', email: 'ines@demo.entrepot.test', password, codes: true },
] as const;

const days = 28;
/** Written last, so that a start that was killed in the middle is begun again. */
const marker = 'demo_is_loaded';

export async function demoIsLoaded(house: House): Promise<boolean> {
  const { rows } = await house.db.query(`select 1 from platform.performed where actor = 'demo' and key = '${marker}'`);
  if (rows.length > 0) return true;
  const used = await house.db.query(
    `select (select count(*) from parties.stores)::int as stores, (select count(*) from platform.performed where key like 'demo stores %')::int as begun`,
  );
  const { stores, begun } = used.rows[0] as { stores: number; begun: number };
  // Somebody's own house is left as it is.
  return stores > 0 && begun === 0;
}

/** Loads everything. The history ends at the house's own now. A load that was broken off goes on where its deeds were done already. */
export async function loadDemo(house: House, progress: (text: string) => void): Promise<void> {
  const now = house.clock.now();
  const world = new URL(house.config.world.provider).origin;
  const street = await openStreet(house.config, {
    start: new Date(now.getTime() - days * 86_400_000),
    keepWorld: { url: world },
  });
  try {
    progress('people, stores and goods');
    await openAccounts(doesIn(street, 'people'));
    const sellers = await openDemoHouse(street, progress);
    await simulate(street, {
      days,
      seed: 'the first weeks',
      perDay: 6,
      sellers,
      progress: (day, counts) => progress(`history: day ${day + 1} of ${days}, ${counts.purchases} purchases`),
    });
    await house.db.query(
      `insert into platform.performed (actor, key, input_hash, answer, at) values ('demo', '${marker}', '', '{}', now())`,
    );
  } finally {
    await street.close();
  }
}

async function openAccounts(does: Does): Promise<void> {
  const [ana, , ines] = demoAccounts;
  await does(system, enrol, {
    email: ana.email,
    name: 'Ana Souza',
    locale: 'pt-BR',
    country: 'BR',
    currency: 'BRL',
    passwordHash,
  });
  const { person } = await does(system, enrol, {
    email: ines.email,
    name: 'Inês Prado',
    locale: 'en',
    country: 'BR',
    currency: 'BRL',
    passwordHash,
  });
  await does(system, appointStaff, {
    person,
    roles: ['admin', 'admission', 'listings', 'orders', 'money', 'rules'],
    why: 'Runs the demo.',
  });
  await does(system, giveSecondStep, { person, secret: demoSecret });
}
