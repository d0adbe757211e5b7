import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { storeRefused } from '../facts.ts';
import { storesKept } from '../memory.ts';
import { storeLife } from '../stores/store.ts';
import type { StoreState } from '../stores/store.ts';
import { lockForDecision, noteDecision } from './decide.ts';
import type { Decision, DeskRefusal } from './decide.ts';

export type RefuseStoreRefusal = DeskRefusal | { no: 'application_is_not_being_reviewed'; state: StoreState };

/** The desk says no; the seller may begin again with what they gave. */
export async function refuseStore(
  work: Work,
  decision: Decision,
): Promise<Result<{ state: StoreState }, RefuseStoreRefusal>> {
  const found = await lockForDecision(work, decision);
  if (!found.ok) return found;
  const { store, why } = found.value;
  const state = storeLife.after(store.state, 'refuse');
  if (!state) return refuse({ no: 'application_is_not_being_reviewed', state: store.state });
  await work.run(sql`update parties.stores set state = ${state} where id = ${store.id}`);
  storesKept(work.house).forget(store.id);
  await noteDecision(work, 'refused', store, why);
  announce(work, storeRefused({ store: store.id }));
  return ok({ state });
}

/** The desk cannot decide yet: the application goes back to the seller, who is told what is missing. */
export async function askForMore(
  work: Work,
  decision: Decision,
): Promise<Result<{ state: StoreState }, RefuseStoreRefusal>> {
  const found = await lockForDecision(work, decision);
  if (!found.ok) return found;
  const { store, why } = found.value;
  const state = storeLife.after(store.state, 'ask_for_more');
  if (!state) return refuse({ no: 'application_is_not_being_reviewed', state: store.state });
  await work.run(sql`update parties.stores set state = ${state} where id = ${store.id}`);
  storesKept(work.house).forget(store.id);
  await noteDecision(work, 'more_asked', store, why);
  return ok({ state });
}
