/** After a store has opened: suspended, resumed, checked again. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { storeResumed, storeSuspended } from '../facts.ts';
import { storesKept } from '../memory.ts';
import { storeLife } from '../stores/store.ts';
import type { StoreState } from '../stores/store.ts';
import { verifyAgainAt } from './admit-store.ts';
import { lockForDecision, noteDecision } from './decide.ts';
import type { Decision, DeskRefusal } from './decide.ts';

export type SuspendStoreRefusal = DeskRefusal | { no: 'store_is_not_open'; state: StoreState };

/** Nobody can order there any more; orders that are placed go on. */
export async function suspendStore(
  work: Work,
  decision: Decision,
): Promise<Result<{ state: StoreState }, SuspendStoreRefusal>> {
  const found = await lockForDecision(work, decision);
  if (!found.ok) return found;
  const { store, why } = found.value;
  const state = storeLife.after(store.state, 'suspend');
  if (!state) return refuse({ no: 'store_is_not_open', state: store.state });
  await work.run(sql`update parties.stores set state = ${state} where id = ${store.id}`);
  storesKept(work.house).forget(store.id);
  await noteDecision(work, 'suspended', store, why);
  announce(work, storeSuspended({ store: store.id }));
  return ok({ state });
}

export type ResumeStoreRefusal = DeskRefusal | { no: 'store_is_not_suspended'; state: StoreState };

export async function resumeStore(
  work: Work,
  decision: Decision,
): Promise<Result<{ state: StoreState }, ResumeStoreRefusal>> {
  const found = await lockForDecision(work, decision);
  if (!found.ok) return found;
  const { store, why } = found.value;
  const state = storeLife.after(store.state, 'resume');
  if (!state) return refuse({ no: 'store_is_not_suspended', state: store.state });
  await work.run(sql`update parties.stores set state = ${state} where id = ${store.id}`);
  storesKept(work.house).forget(store.id);
  await noteDecision(work, 'resumed', store, why);
  announce(work, storeResumed({ store: store.id }));
  return ok({ state });
}

export type VerifyStoreRefusal = DeskRefusal | { no: 'store_has_not_opened'; state: StoreState };

/** The desk has looked again at who stands behind an open store, and it is still so. */
export async function verifyStore(
  work: Work,
  decision: Decision,
): Promise<Result<{ verifyAgainAt: Date }, VerifyStoreRefusal>> {
  const found = await lockForDecision(work, decision);
  if (!found.ok) return found;
  const { store, why } = found.value;
  if (store.state !== 'open' && store.state !== 'suspended')
    return refuse({ no: 'store_has_not_opened', state: store.state });
  const again = verifyAgainAt(work.now);
  await work.run(sql`
    update parties.stores set verified_at = ${work.now}, verify_again_at = ${again} where id = ${store.id}`);
  await noteDecision(work, 'verified', store, why);
  return ok({ verifyAgainAt: again });
}
