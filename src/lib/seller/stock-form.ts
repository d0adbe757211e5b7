/** Stock as it was counted: fields `onHand.<variant>`, as StockForm asks them. */
import { whole } from '#lib/server/fields.ts';
import type { Reader } from '#lib/server/fields.ts';
import type { Filled } from '#lib/server/forms.ts';

const mark = 'onHand.';

export function countedLines(form: Filled) {
  const names = Object.keys(form.outcome.values).filter((name) => name.startsWith(mark));
  const shape = Object.fromEntries(names.map((name) => [name, whole({ most: 10_000_000 })])) as Record<
    string,
    Reader<number>
  >;
  const taken = form.take(shape);
  if (!taken.ok) return taken;
  const lines = Object.entries(taken.value).map(([name, onHand]) => ({ variant: name.slice(mark.length), onHand }));
  return { ok: true as const, value: lines };
}
