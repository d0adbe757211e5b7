import type { Plan } from '../ranking/plan.ts';
import type { Segment } from './segment.ts';

/** Categories that the question names, by number: `gaming keyboard` means keyboards; `desktop` perhaps desktop computers. */
export function meantBy(segment: Segment, locale: string, { forms, wanted }: Plan): ReadonlyMap<number, number> {
  const meant = new Map<number, number>();
  for (const { alternatives } of wanted)
    for (const { stems, elsewhere } of alternatives) {
      const category = elsewhere === 'concepts' ? segment.categoryNames.indexOf(stems[0]!) : -1;
      if (category >= 0) meant.set(category, 1);
    }
  for (const [category, names] of segment.spoken.get(locale)?.called ?? []) {
    const how = Math.max(0, ...names.flatMap((name) => forms.map((form) => named(form, name))));
    if (how > 0) meant.set(category, how);
  }
  return meant;
}

function named(form: readonly string[], name: readonly string[]): number {
  const from = form.length - name.length;
  if (from >= 0 && name.every((stem, n) => form[from + n] === stem)) return 1;
  return form.length === 1 && name.length === 2 && name[0] === form[0] ? 0.5 : 0;
}
