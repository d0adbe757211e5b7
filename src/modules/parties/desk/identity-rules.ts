/** What sellers are asked for, changed at the desk: rows with a first day, never rewritten. */
import { addDays, dayOf, isDay } from '#kernel/period';
import type { Day } from '#kernel/period';
import { isCountry } from '#kernel/place';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import { json, sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { isIdentifierKind, ruleOf } from '../stores/identity-rules.ts';
import type { Asked, IdentityRule } from '../stores/identity-rules.ts';
import type { SellerKind } from '../stores/store.ts';
import { plainReason } from '../words.ts';
import type { ReasonRefusal } from '../words.ts';

export interface SetIdentityRule extends Asked {
  country: string;
  kind: SellerKind;
  /** From which day, not in the past: applications that were decided stay decided. */
  validFrom: Day;
  source: string;
  why: string;
}

/** Listed in the order in which they are checked. */
export type SetIdentityRuleRefusal =
  | { no: 'only_rules_staff_may' }
  | ReasonRefusal
  | { no: 'country_not_known'; country: string }
  | { no: 'day_is_not_ahead'; first: Day }
  | { no: 'rule_has_no_source' }
  | { no: 'nobody_can_check_this'; field: string; as: string }
  | { no: 'field_is_there_twice'; field: string }
  | { no: 'mark_is_no_field'; mark: string }
  | { no: 'later_rule_is_there'; from: Day };

/** A new rule from a day on; the one before ends that day. */
export async function setIdentityRule(
  work: Work,
  input: SetIdentityRule,
): Promise<Result<{ validFrom: Day }, SetIdentityRuleRefusal>> {
  if (!isStaff(work.by, 'rules')) return refuse({ no: 'only_rules_staff_may' });
  const why = plainReason(input.why);
  if (!why.ok) return why;
  const { country, kind, validFrom } = input;
  if (country !== '*' && !isCountry(country)) return refuse({ no: 'country_not_known', country });
  const first = addDays(dayOf(work.now), 1);
  if (!isDay(validFrom) || validFrom < first) return refuse({ no: 'day_is_not_ahead', first });
  const problem = problemOf(input);
  if (problem) return refuse(problem);
  const last = await work.one<{ valid_from: Day }>(sql`
    select valid_from from parties.identity_rules
     where country = ${country} and kind = ${kind}
     order by valid_from desc
     limit 1
       for update`);
  if (last && last.valid_from >= validFrom) return refuse({ no: 'later_rule_is_there', from: last.valid_from });

  await work.run(sql`
    update parties.identity_rules set valid_to = ${validFrom}
     where country = ${country} and kind = ${kind} and (valid_to is null or valid_to > ${validFrom})`);
  const { fields, papers, payoutAccount, mark, shown, source } = input;
  await work.run(sql`
    insert into parties.identity_rules (country, kind, valid_from, body, source)
    values (${country}, ${kind}, ${validFrom}, ${json({ fields, papers, payoutAccount, mark, shown })}, ${source.trim()})`);
  await audit(work, {
    deed: 'identity_rule_set',
    subject: `identity_rule:${country}:${kind}`,
    why: why.value,
    detail: { validFrom },
  });
  return ok({ validFrom });
}

type RuleProblem = Exclude<
  SetIdentityRuleRefusal,
  | { no: 'only_rules_staff_may' }
  | ReasonRefusal
  | { no: 'later_rule_is_there' }
  | { no: 'day_is_not_ahead' }
  | { no: 'country_not_known' }
>;

/** Why a rule would not work; also asked of the rules that come with the house. */
export function problemOf({ fields, mark, shown, source }: Asked & { source: string }): RuleProblem | undefined {
  if (source.trim() === '') return { no: 'rule_has_no_source' };
  const odd = fields.find(({ as }) => !['text', 'date', 'promise'].includes(as) && !isIdentifierKind(as));
  if (odd) return { no: 'nobody_can_check_this', field: odd.field, as: odd.as };
  const names = fields.map(({ field }) => field);
  const twice = names.find((name, n) => names.indexOf(name) !== n);
  if (twice) return { no: 'field_is_there_twice', field: twice };
  const stray = [mark, ...shown].find((name) => !names.includes(name));
  return stray === undefined ? undefined : { no: 'mark_is_no_field', mark: stray };
}

/** All rules that hold today or will, and with `past` those that are over; for staff. */
export async function identityRules(
  ask: Asking,
  { past = false }: { past?: boolean },
): Promise<{ rules: IdentityRule[] } | undefined> {
  if (ask.by.staff.length === 0 && ask.by.kind !== 'system') return undefined;
  const today = dayOf(ask.now);
  const rows = await ask.many<{
    country: string;
    kind: SellerKind;
    valid_from: Day;
    valid_to: Day | null;
    body: Asked;
    source: string;
  }>(sql`
    select country, kind, valid_from, valid_to, body, source
      from parties.identity_rules
     where ${past}::boolean or valid_to is null or valid_to > ${today}
     order by country, kind, valid_from`);
  return { rules: rows.map(ruleOf) };
}
