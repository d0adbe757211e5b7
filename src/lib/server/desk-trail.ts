/** What staff did with a case and with what belongs to it, the latest first. */
import { auditTrail } from '#modules/parties';
import type { AuditLine } from '#modules/parties';

/** What the reader may not see of it is left out. */
export async function trailOf({ ask }: App.Locals, subjects: readonly string[]): Promise<AuditLine[]> {
  const pages = await Promise.all(subjects.map((subject) => ask(auditTrail, { subject })));
  return pages.flatMap((page) => page?.lines ?? []).sort((a, b) => (a.id < b.id ? 1 : -1));
}
