/** How a text reads before and after a change, for the numbers that are hard to say right. */
import { argumentsOf, say } from '#kernel/icu';
import type { Preview } from './forms.ts';

/** None, one, two, few and many: the languages that we speak tell no more apart. */
const samples = [0, 1, 2, 5, 11, 100];

export function readAloud(before: string, after: string, locale: string): Preview['rows'] {
  const rows = samples.map((count) => {
    const args = Object.fromEntries([...argumentsOf(before)].map((name) => [name, count]));
    return { what: String(count), before: say(before, args, locale), after: say(after, args, locale) };
  });
  return rows.filter((row) => row.before !== row.after);
}
