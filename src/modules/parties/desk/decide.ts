/** What the desk decides about a store. Each decision is noted with its sentence, sent to the owners, and in the audit trail. */
import { isId, newId } from '#kernel/id';
import { refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import { enqueue } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { letterToPerson } from '../people/letters.ts';
import type { LetterName } from '../people/letters.ts';
import { lockStore, rolesIn } from '../stores/lock.ts';
import type { LockedStore } from '../stores/lock.ts';
import { plainReason } from '../words.ts';
import type { ReasonRefusal } from '../words.ts';

export type DecisionDeed = 'admitted' | 'refused' | 'more_asked' | 'suspended' | 'resumed' | 'verified';

export type DeskRefusal =
  { no: 'only_admission_may' } | ReasonRefusal | { no: 'store_not_found' } | { no: 'not_your_own_store' };

export interface Decision {
  store: string;
  /** A sentence that both sides read. */
  why: string;
}

/** The guards that all decisions share: staff for admissions, a reason, a store, and not one's own. Locks the store. */
export async function lockForDecision(
  work: Work,
  { store, why }: Decision,
): Promise<Result<{ store: LockedStore; why: string }, DeskRefusal>> {
  if (!isStaff(work.by, 'admission')) return refuse({ no: 'only_admission_may' });
  const reason = plainReason(why);
  if (!reason.ok) return reason;
  const locked = await lockStore(work, store);
  if (!locked) return refuse({ no: 'store_not_found' });
  if (work.by.kind === 'person' && (await rolesIn(work, store))) return refuse({ no: 'not_your_own_store' });
  return { ok: true, value: { store: locked, why: reason.value } };
}

const letterOf: Record<DecisionDeed, { letter: LetterName; page: string } | undefined> = {
  admitted: { letter: 'store_admitted', page: '/seller' },
  refused: { letter: 'store_refused', page: '/seller/open' },
  more_asked: { letter: 'more_is_needed', page: '/seller/open' },
  suspended: { letter: 'store_suspended', page: '/seller' },
  resumed: { letter: 'store_resumed', page: '/seller' },
  // Nothing changes for the seller: no letter.
  verified: undefined,
};

export async function noteDecision(
  work: Work,
  deed: DecisionDeed,
  { id: store, name }: Pick<LockedStore, 'id' | 'name'>,
  why: string,
  { letters = true } = {},
): Promise<void> {
  await work.run(sql`
    insert into parties.decisions (store, id, at, deed, why, by_name)
    values (${store}, ${newId(work.now)}, ${work.now}, ${deed}, ${why}, ${work.by.name})`);
  await audit(work, { deed: `store_${deed}`, subject: `store:${store}`, why });
  const letter = letterOf[deed];
  if (!letter || !letters) return;
  for (const person of await ownersOf(work, store)) {
    enqueue(work, letterToPerson({ person, letter: letter.letter, values: { store: name, why, link: letter.page } }));
  }
}

export async function ownersOf(ask: Asking, store: string): Promise<string[]> {
  const rows = await ask.many<{ person: string }>(sql`
    select person from parties.members where store = ${store} and 'owner' = any(roles) order by since, person`);
  return rows.map((row) => row.person);
}

export interface DecisionView {
  at: Date;
  deed: DecisionDeed;
  why: string;
  /** Who decided, by name: for the desk. */
  by: string;
}

/** The latest first. */
export async function decisionsOn(ask: Asking, store: string): Promise<DecisionView[]> {
  if (!isId(store)) return [];
  const rows = await ask.many<{ at: Date; deed: DecisionDeed; why: string; by_name: string }>(sql`
    select at, deed, why, by_name from parties.decisions where store = ${store} order by id desc limit 100`);
  return rows.map(({ by_name, ...row }) => ({ ...row, by: by_name }));
}
