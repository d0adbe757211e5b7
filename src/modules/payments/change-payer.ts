import { sql } from '#platform/sql';
import type { Work } from '#platform/work';

/** Who opened these purchases signed in: they are theirs under their name. */
export async function changePayer(
  work: Work,
  { purchases, payer }: { purchases: readonly string[]; payer: string },
): Promise<void> {
  await work.run(sql`update payments.payees set payer = ${payer} where purchase = any(${purchases}::uuid[])`);
}
