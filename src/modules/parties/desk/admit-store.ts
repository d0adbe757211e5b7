import { addressLines } from '#kernel/place';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { announce } from '#platform/facts';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { storeAdmitted } from '../facts.ts';
import { storesKept } from '../memory.ts';
import { readDossier } from '../stores/dossier.ts';
import { identityAsked } from '../stores/identity-rules.ts';
import type { LockedStore } from '../stores/lock.ts';
import { storeLife } from '../stores/store.ts';
import type { ShownIdentity, StoreState } from '../stores/store.ts';
import { lockForDecision, noteDecision } from './decide.ts';
import type { Decision, DeskRefusal } from './decide.ts';

export type AdmitStoreRefusal = DeskRefusal | { no: 'application_is_not_being_reviewed'; state: StoreState };

/**
 * How long a check of who the seller is holds. Art. 27 of China's E-Commerce Law asks to do it again regularly; SAMR
 * Order 37 (in force 2021-05-01), art. 24, says at least every six months.
 */
const holdsDays = 180;

export const verifyAgainAt = (now: Date): Date => new Date(now.getTime() + holdsDays * 86_400_000);

/** The desk has seen who the seller is: the store opens. What the law wants shown of a company is shown from now on. */
export async function admitStore(
  work: Work,
  decision: Decision,
): Promise<Result<{ state: StoreState }, AdmitStoreRefusal>> {
  const found = await lockForDecision(work, decision);
  if (!found.ok) return found;
  const { store, why } = found.value;
  const state = storeLife.after(store.state, 'admit');
  if (!state) return refuse({ no: 'application_is_not_being_reviewed', state: store.state });

  const shown = await shownOf(work, store);
  await work.run(sql`
    update parties.stores
       set state = ${state}, shown = ${shown && json(shown)}, verified_at = ${work.now}, verify_again_at = ${verifyAgainAt(work.now)},
           opened_at = coalesce(opened_at, ${work.now})
     where id = ${store.id}`);
  storesKept(work.house).forget(store.id);
  await noteDecision(work, 'admitted', store, why);
  announce(work, storeAdmitted({ store: store.id }));
  return ok({ state });
}

/** Of companies the name, the number and the address; of private persons nothing, for it would be their home. */
export async function shownOf(
  work: Work,
  { id, country, kind }: Pick<LockedStore, 'id' | 'country' | 'kind'>,
): Promise<ShownIdentity | null> {
  if (kind !== 'company') return null;
  const [asked, { identity, address }] = [await identityAsked(work, { country, kind }), await readDossier(work, id)];
  const fields = (asked?.fields ?? []).filter(({ field }) => asked!.shown.includes(field) && identity[field]);
  return {
    fields: fields.map(({ field, label }) => ({ field, label, value: identity[field]! })),
    address: address ? addressLines({ ...address, name: '' }) : [],
  };
}
