/** Dated rules: over, in force, or to come. The first day counts, the day it ends does not. */
export type Standing = 'past' | 'now' | 'later';

export function standing(
  { valid_from, valid_to }: { valid_from: string; valid_to: string | null },
  today: string,
): Standing {
  if (valid_from > today) return 'later';
  return valid_to !== null && valid_to <= today ? 'past' : 'now';
}
