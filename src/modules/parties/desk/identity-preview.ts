/** Whom a change of what sellers are asked would meet, before it is made. */
import { dayOf } from '#kernel/period';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { SellerKind } from '../stores/store.ts';

export interface SellersAsked {
  /** Applications that are being written, those that wait for a decision, and stores that were admitted. */
  drafts: number;
  waiting: number;
  admitted: number;
}

/** The stores that a rule is for: of `*` all whose country has no rule of its own. */
export async function sellersAsked(
  ask: Asking,
  { country, kind }: { country: string; kind: SellerKind },
): Promise<Result<SellersAsked, { no: 'only_rules_staff_may' }>> {
  if (!isStaff(ask.by, 'rules')) return refuse({ no: 'only_rules_staff_may' });
  const today = dayOf(ask.now);
  const row = await ask.one<SellersAsked>(sql`
    select count(*) filter (where s.state in ('draft', 'refused'))::int as drafts,
           count(*) filter (where s.state = 'in_review')::int as waiting,
           count(*) filter (where s.state in ('open', 'suspended'))::int as admitted
      from parties.stores s
     where s.kind = ${kind}
       and (s.country = ${country}
            or ${country} = '*'
               and not exists (select from parties.identity_rules r
                                where r.country = s.country and r.kind = s.kind
                                  and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to > ${today})))`);
  return ok(row ?? { drafts: 0, waiting: 0, admitted: 0 });
}
