import { isId } from '#kernel/id';
import type { StoreRole } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';

/** Whom letters about a store's work go to: those whose work it is, and the owners. */
export async function readersOfStore(
  ask: Asking,
  { store, roles }: { store: string; roles: readonly StoreRole[] },
): Promise<string[]> {
  if (!isId(store)) return [];
  const rows = await ask.many<{ person: string }>(sql`
    select person from parties.members where store = ${store} and roles && ${['owner', ...roles]}::text[] order by since, person`);
  return rows.map((row) => row.person);
}
