/**
 * The second half of the ranking: what was found first is put into order by how it was asked. One pure function, for every
 * engine the same.
 */
import { part } from '../words/parts.ts';
import type { Line } from './impacts.ts';
import type { Plan } from './plan.ts';

/** So many of the best found are looked at closely. */
export const closely = 50;

export interface Candidate {
  readonly id: number;
  /** What its words come to, less for those that are missing. */
  readonly score: number;
  readonly title: Line;
  readonly brief: Line;
  /** It is in a category that the words name: 1, or partly. */
  readonly meant: number;
  /** How well it is liked, 0 to 1. */
  readonly standing: number;
}

const gain = { head: 0.4, phrase: 0.8, meant: 0.3, standing: 0.15 };
/** What the beginning of a description says counts a little less than the title. */
const ofBrief = 0.9;

/** Best first; of equals the one with the smaller number. */
export function ranked<Of extends Candidate>(plan: Plan, candidates: readonly Of[]): Of[] {
  const scored = candidates.map((one) => ({ one, score: one.score * closeness(plan, one) }));
  return scored.sort((a, b) => b.score - a.score || a.one.id - b.one.id).map(({ one }) => one);
}

/** Who lacks a word of three counts for less than half. */
export const coverage = (has: number, words: number): number => (has / words) ** 2;

/** 1 for words that only stand somewhere; more when they name the thing itself, stand together, or name its category. */
function closeness(plan: Plan, { title, brief, meant, standing }: Candidate): number {
  let head = 0;
  let phrase = 0;
  for (const [line, weight] of [
    [title, 1],
    [brief, ofBrief],
  ] as const) {
    for (const form of plan.forms) {
      const found = inLine(form, line);
      head = Math.max(head, weight * found.head);
      phrase = Math.max(phrase, weight * found.phrase);
    }
  }
  const together = plan.typed.length > 1 ? 1 + gain.phrase * phrase : 1;
  return (1 + gain.head * head) * together * (1 + gain.meant * meant) * (1 + gain.standing * standing);
}

function inLine(form: readonly string[], { stems, parts }: Line): { head: number; phrase: number } {
  const last = form[form.length - 1];
  let head = 0;
  let phrase = 0;
  for (let at = stems.indexOf(last!); at >= 0; at = stems.indexOf(last!, at + 1)) {
    const is = parts[at] === part.head ? 1 : parts[at] === part.half ? 0.5 : 0;
    const whole = endsWith(stems, at, form);
    if (whole) phrase = 1;
    head = Math.max(head, whole ? is : 0.4 * is);
  }
  return { head, phrase };
}

function endsWith(stems: readonly string[], at: number, form: readonly string[]): boolean {
  const from = at - form.length + 1;
  return from >= 0 && form.every((stem, n) => stems[from + n] === stem);
}
