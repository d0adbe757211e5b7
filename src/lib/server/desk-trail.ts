/** What staff did with a case and with what belongs to it, the latest first. */
import { auditTrail } from '#modules/parties';
import type { AuditLine } from '#modules/parties';

/** What the reader may not see of it is left out. */
export async function trailOf({ ask }: App.Locals, subjects: readonly string[]): Promise<AuditLine[]> {
  const pages = await Promise.all([...new Set(subjects)].map((subject) => ask(auditTrail, { subject })));
  return pages.flatMap((page) => page?.lines ?? []).sort((a, b) => (a.id < b.id ? 1 : -1));
}

export interface SetBy {
  by: string;
  at: Date;
  why: string;
}

/** Who set a dated rule, and when: the last line about it that says the same. Null for what the house came with. */
export function whoSet(
  trail: readonly AuditLine[],
  subject: string,
  said: Readonly<Record<string, unknown>>,
): SetBy | null {
  const line = trail.find(
    (one) => one.subject === subject && Object.entries(said).every(([name, value]) => one.detail[name] === value),
  );
  return line ? { by: line.name, at: line.at, why: line.why } : null;
}
