/** What a text that is set must keep of the one that it stands in for: its blanks, and the forms that its language counts in. */
import { NotWellFormed, read } from '#kernel/icu-reader';
import type { Part } from '#kernel/icu-reader';
import { isLetterKey } from './own-texts.ts';

export type TextProblem =
  | { no: 'text_is_not_well_formed'; at: number }
  | { no: 'blanks_are_missing'; blanks: string[] }
  | { no: 'blanks_are_not_known'; blanks: string[] }
  | { no: 'blank_is_no_number'; blank: string }
  | { no: 'cases_are_missing'; blank: string; cases: string[] }
  | { no: 'link_stands_alone' }
  | { no: 'one_line_is_meant' };

export function problemOfText(
  key: string,
  { own, text, locale }: { own: string; text: string; locale: string },
): TextProblem | undefined {
  return isLetterKey(key) ? problemOfLetter(key, own, text) : problemOfMessage(own, text, locale);
}

/** What must stand in it, by name, and whether some of it is counted. */
export function blanksIn(key: string, own: string): { blanks: string[]; counts: boolean } {
  if (isLetterKey(key)) return { blanks: [...blanksOf(own)], counts: false };
  const uses = usesIn(read(own));
  return { blanks: [...uses.keys()], counts: [...uses.values()].some((one) => one.plurals.length > 0) };
}

const blanksOf = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!));

function problemOfLetter(key: string, own: string, text: string): TextProblem | undefined {
  const stray = /\{(?!\w+\})|(?<!\{\w+)\}/.exec(text);
  if (stray) return { no: 'text_is_not_well_formed', at: stray.index + 1 };
  const blanks = differentBlanks(blanksOf(own), blanksOf(text));
  if (blanks) return blanks;
  if (!key.endsWith('.text')) return text.includes('\n') ? { no: 'one_line_is_meant' } : undefined;
  const alone = (all: string) => all.split('\n').includes('{link}');
  return alone(own) && !alone(text) ? { no: 'link_stands_alone' } : undefined;
}

function problemOfMessage(own: string, text: string, locale: string): TextProblem | undefined {
  let parts: Part[];
  try {
    parts = read(text);
  } catch (error) {
    if (error instanceof NotWellFormed) return { no: 'text_is_not_well_formed', at: error.at + 1 };
    throw error;
  }
  const [theirs, mine] = [usesIn(read(own)), usesIn(parts)];
  const blanks = differentBlanks(new Set(theirs.keys()), new Set(mine.keys()));
  if (blanks) return blanks;
  for (const [blank, uses] of mine) {
    const meant = theirs.get(blank)!;
    if (uses.counts && !meant.counts) return { no: 'blank_is_no_number', blank };
    const cases = [...missingCases(meant, uses, locale)];
    if (cases.length > 0) return { no: 'cases_are_missing', blank, cases };
  }
  return undefined;
}

function differentBlanks(own: Set<string>, said: Set<string>): TextProblem | undefined {
  const missing = [...own.difference(said)];
  if (missing.length > 0) return { no: 'blanks_are_missing', blanks: missing };
  const unknown = [...said.difference(own)];
  return unknown.length > 0 ? { no: 'blanks_are_not_known', blanks: unknown } : undefined;
}

interface Uses {
  /** Written or chosen as a number. */
  counts: boolean;
  /** The cases of each choice that is made by it. */
  plurals: { ordinal: boolean; cases: string[] }[];
  selects: string[][];
}

function usesIn(parts: readonly Part[], all = new Map<string, Uses>()): Map<string, Uses> {
  for (const part of parts) {
    if (typeof part === 'string' || 'hash' in part) continue;
    const uses = all.get(part.arg) ?? { counts: false, plurals: [], selects: [] };
    all.set(part.arg, uses);
    if ('style' in part) uses.counts = true;
    if (!('choose' in part)) continue;
    const cases = Object.keys(part.cases);
    if (part.choose === 'select') uses.selects.push(cases);
    else {
      uses.counts = true;
      uses.plurals.push({ ordinal: part.choose === 'selectordinal', cases });
    }
    for (const inner of Object.values(part.cases)) usesIn(inner, all);
  }
  return all;
}

/** What is counted must be counted in every form of the language; what is chosen by a name, for every name. */
function missingCases(own: Uses, said: Uses, locale: string): Set<string> {
  const forms = (ordinal: boolean) =>
    new Intl.PluralRules(locale, { type: ordinal ? 'ordinal' : 'cardinal' }).resolvedOptions().pluralCategories;
  if (own.plurals.length > 0 && said.plurals.length === 0) return new Set(forms(own.plurals[0]!.ordinal));
  if (own.selects.length > 0 && said.selects.length === 0) return new Set(own.selects.flat());
  const named = new Set(own.selects.flat());
  return new Set([
    ...said.plurals.flatMap(({ ordinal, cases }) => forms(ordinal).filter((form) => !cases.includes(form))),
    ...said.selects.flatMap((cases) => [...named].filter((name) => !cases.includes(name))),
  ]);
}
