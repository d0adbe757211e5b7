/** The audit trail: what staff did, to whom, and why. Written once, never changed. */
import { newId } from '#kernel/id';
import { json, sql } from './sql.ts';
import type { Work } from './work.ts';

/** Notes a staff deed in its own transaction. `subject` is `store:<id>`, `product:<id>`, `order:<id>` …; `why` is for both sides to read. */
export async function audit(
  work: Work,
  { deed, subject, why, detail = {} }: { deed: string; subject: string; why: string; detail?: object },
): Promise<void> {
  await work.run(sql`
    insert into platform.audit (id, at, actor, name, deed, subject, why, detail)
    values (${newId(work.now)}, ${work.now}, ${work.by.id}, ${work.by.name}, ${deed}, ${subject}, ${why}, ${json(detail)})`);
}
