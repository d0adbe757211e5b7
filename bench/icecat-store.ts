/** A store that sells in dollars, to bring Icecat's products into. */
import { newId } from '#kernel/id';
import { must } from '#kernel/result';
import { importIcecat } from '#modules/catalogue';
import type { ImportReport } from '#modules/catalogue';
import { enrol, enrolStore } from '#modules/parties';
import { system } from '#platform/actor';
import { configFrom } from '#platform/config';
import type { House } from '#platform/house';
import { perform } from '#platform/perform';
import { openEntrepot } from '../src/entrepot.ts';
import type { Ground } from './ground.ts';

export async function dollarStore(house: House): Promise<string> {
  const key = () => ({ key: newId(house.clock.now()), by: system });
  const about = { email: 'owner@bench.example', name: 'Bench', locale: 'en', country: 'US', currency: 'USD' };
  const { person } = must(await perform(house, key(), enrol, about));
  const store = {
    owner: person,
    name: 'Bench',
    kind: 'company' as const,
    country: 'US',
    currency: 'USD',
    why: 'A bench needs a store.',
  };
  return must(await perform(house, key(), enrolStore, store)).store;
}

/** Brings the whole file into a new store, in this process. */
export async function bringIcecat(ground: Ground, path: string): Promise<ImportReport> {
  const house = openEntrepot(configFrom(ground.env));
  try {
    return await importIcecat(house, { path, store: await dollarStore(house), origin: 'CN', again: false });
  } finally {
    await house.close();
  }
}
