import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import type { Work } from '#platform/work';
import { adoptGuest } from './cart.ts';
import { adoptWishes } from './wish.ts';

/**
 * Somebody who has just signed in brings what they laid aside and ordered as a guest. The reaction to the sign-in does
 * the same a moment later; this way the very next page shows it. `guest` is a secret that only their browser knows.
 */
export async function takeCartAlong(
  work: Work,
  { guest }: { guest: string },
): Promise<Result<{ guest: string }, never>> {
  if (work.by.kind !== 'person' || guest === '') return ok({ guest });
  await adoptGuest(work, { person: work.by.id, guest });
  await adoptWishes(work, { person: work.by.id, guest });
  return ok({ guest });
}
