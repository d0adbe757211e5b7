import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { personId } from './person.ts';

/** Listed in the order in which they are checked. */
export type PutAddressFirstRefusal = { no: 'person_not_found' } | { no: 'address_not_found' };

/** The address is offered before the others from now on. */
export async function putAddressFirst(
  work: Work,
  { id }: { id: string },
): Promise<Result<{ id: string }, PutAddressFirstRefusal>> {
  // The person's row is locked before anything of theirs, as when an address is added.
  const person = await work.one<{ id: string }>(
    sql`select id from parties.people where id = ${personId(work.by)} for update`,
  );
  if (!person) return refuse({ no: 'person_not_found' });
  const theirs = isId(id)
    ? await work.one<{ id: string }>(sql`select id from parties.addresses where person = ${person.id} and id = ${id}`)
    : undefined;
  if (!theirs) return refuse({ no: 'address_not_found' });
  // Two statements, because at no moment may two be first.
  await work.run(sql`update parties.addresses set first = false where person = ${person.id} and first and id <> ${id}`);
  await work.run(sql`update parties.addresses set first = true where person = ${person.id} and id = ${id}`);
  return ok({ id });
}
