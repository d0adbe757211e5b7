/** Readers of what only the desk's forms ask for: lengths of time, lists of codes, shares in per cent. */
import { ok, refuse } from '#kernel/result';
import { no, number, oneOf, text, whole } from './fields.ts';
import type { Reader, Wrong, WrongParts } from './fields.ts';

const inMinutes = { minutes: 1, hours: 60, days: 1440 } as const;
/** Ten years. */
const longest = 5_256_000;

const wrongIn = (part: string, wrong: Wrong | WrongParts) =>
  refuse<WrongParts>(wrong.no === 'parts' ? wrong : { no: 'parts', parts: { [part]: wrong } });

/** `<name>.count` and `<name>.unit`, as minutes. The part named `Span` asks for it. */
export function span({ least = 0, most = longest }: { least?: number; most?: number } = {}): Reader<number> {
  return (_entries, reading) => {
    const unit = oneOf(['minutes', 'hours', 'days'])(reading.part('unit'), reading);
    if (!unit.ok) return wrongIn('unit', unit.refusal);
    const each = inMinutes[unit.value];
    const bounds = { least: Math.ceil(least / each), most: Math.floor(most / each) };
    const count = whole(bounds)(reading.part('count'), reading);
    return count.ok ? ok(count.value * each) : wrongIn('count', count.refusal);
  };
}

/** Codes with commas or spaces between them, in capitals, each once. */
export function codes({ empty = false }: { empty?: boolean } = {}): Reader<string[]> {
  return (entries, reading) => {
    const typed = text({ most: 4000 })(entries, reading);
    if (!typed.ok) return empty && typed.refusal.no === 'missing' ? ok([]) : typed;
    const all = [
      ...new Set(
        typed.value
          .toUpperCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ];
    return all.length > 0 ? ok(all) : no('missing');
  };
}

/** A share typed in per cent, at most two decimals, as hundredths of a per cent. */
export function share({ most }: { most: number }): Reader<number> {
  return (entries, reading) => {
    const percent = number({ least: 0, most })(entries, reading);
    return percent.ok ? ok(Math.round(percent.value * 100)) : percent;
  };
}
