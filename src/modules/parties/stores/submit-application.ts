/** From draft to the desk, and back. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { storeSubmitted } from '../facts.ts';
import { storesKept } from '../memory.ts';
import { readDossier } from './dossier.ts';
import { identityAsked } from './identity-rules.ts';
import type { IdentityRule } from './identity-rules.ts';
import { lockTheirs } from './lock.ts';
import type { LockedStore, RoleRefusal } from './lock.ts';
import { papersOf } from './papers.ts';
import { storeLife } from './store.ts';
import type { SellerKind, StoreState } from './store.ts';

/** Listed in the order in which they are checked. */
export type SubmitApplicationRefusal =
  | RoleRefusal
  | { no: 'application_is_not_a_draft'; state: StoreState }
  | { no: 'nobody_is_admitted_from_there'; country: string; kind: SellerKind }
  | { no: 'something_is_missing'; missing: string[] };

/** The owner hands the application in; from now on it is the desk's turn and nothing changes. */
export async function submitApplication(
  work: Work,
  { store }: { store: string },
): Promise<Result<{ state: StoreState }, SubmitApplicationRefusal>> {
  const locked = await lockTheirs(work, store, 'owner');
  if (!locked.ok) return locked;
  const state = storeLife.after(locked.value.state, 'submit');
  if (!state) return refuse({ no: 'application_is_not_a_draft', state: locked.value.state });
  const { country, kind } = locked.value;
  const asked = await identityAsked(work, { country, kind });
  if (!asked) return refuse({ no: 'nobody_is_admitted_from_there', country, kind });
  const missing = await missingFrom(work, locked.value, asked);
  if (missing.length > 0) return refuse({ no: 'something_is_missing', missing });

  await work.run(sql`update parties.stores set state = ${state}, submitted_at = ${work.now} where id = ${store}`);
  storesKept(work.house).forget(store);
  announce(work, storeSubmitted({ store }));
  return ok({ state });
}

/** What must still be given: `about`, `address`, `phone`, `payout_account`, `identity.<field>`, `papers.<paper>`. */
export async function missingFrom(
  ask: Asking,
  { id, about }: Pick<LockedStore, 'id' | 'about'>,
  asked: IdentityRule,
): Promise<string[]> {
  const dossier = await readDossier(ask, id);
  const papers = await papersOf(ask, id);
  const account = asked.payoutAccount
    ? await ask.one<{ id: string }>(
        sql`select id from parties.payout_accounts where store = ${id} and replaced_at is null`,
      )
    : undefined;
  return [
    ...(about === '' ? ['about'] : []),
    ...asked.fields
      .filter(({ field, must }) => must && !dossier.identity[field])
      .map(({ field }) => `identity.${field}`),
    ...(dossier.address ? [] : ['address']),
    ...(dossier.phone ? [] : ['phone']),
    ...asked.papers
      .filter(({ paper, must }) => must && !papers.some(({ kind }) => kind === paper))
      .map(({ paper }) => `papers.${paper}`),
    ...(asked.payoutAccount && !account ? ['payout_account'] : []),
  ];
}

export type WithdrawApplicationRefusal = RoleRefusal | { no: 'application_is_not_being_reviewed'; state: StoreState };

/** The owner takes the application back before it is decided, to change it. */
export async function withdrawApplication(
  work: Work,
  { store }: { store: string },
): Promise<Result<{ state: StoreState }, WithdrawApplicationRefusal>> {
  const locked = await lockTheirs(work, store, 'owner');
  if (!locked.ok) return locked;
  const state = storeLife.after(locked.value.state, 'withdraw');
  if (!state) return refuse({ no: 'application_is_not_being_reviewed', state: locked.value.state });
  await work.run(sql`update parties.stores set state = ${state} where id = ${store}`);
  storesKept(work.house).forget(store);
  return ok({ state });
}

export type ReopenApplicationRefusal = RoleRefusal | { no: 'application_was_not_refused'; state: StoreState };

/** After a refusal the owner begins again, with everything that was given. */
export async function reopenApplication(
  work: Work,
  { store }: { store: string },
): Promise<Result<{ state: StoreState }, ReopenApplicationRefusal>> {
  const locked = await lockTheirs(work, store, 'owner');
  if (!locked.ok) return locked;
  const state = storeLife.after(locked.value.state, 'reopen');
  if (!state) return refuse({ no: 'application_was_not_refused', state: locked.value.state });
  await work.run(sql`update parties.stores set state = ${state} where id = ${store}`);
  storesKept(work.house).forget(store);
  return ok({ state });
}
