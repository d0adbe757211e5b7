/** The dated rules of payment as they stand today, in the memory of each process, at most a minute old. */
import { dayOf } from '#kernel/period';
import type { House } from '#platform/house';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';

export interface MethodRule {
  code: string;
  provider: string;
  countries: string[];
  not_countries: string[];
  currencies: string[];
  window_minutes: number;
  late_days: number;
  needs: string[];
  /** By currency, or '*': the least and the most in minor units. */
  limits: Record<string, { least?: number; most?: number }>;
  /** By country: in how many parts a card may be charged. */
  installments: Record<string, number>;
  refund_days: number;
}

export interface CommissionRule {
  category: string | null;
  store: string | null;
  bps: number;
}

interface Rules {
  readonly loadedAt: number;
  readonly methods: readonly MethodRule[];
  readonly commission: readonly CommissionRule[];
}

const memory = Symbol('payments.rules');
const freshMs = 60_000;

export async function rulesNow(ask: Asking): Promise<Rules> {
  const known = ask.house.memory.get(memory) as Rules | undefined;
  const age = known ? ask.now.getTime() - known.loadedAt : Infinity;
  if (known && age >= 0 && age < freshMs) return known;
  const loaded = await load(ask);
  ask.house.memory.set(memory, loaded);
  return loaded;
}

export function forgetRules(house: House): void {
  house.memory.delete(memory);
}

async function load(ask: Asking): Promise<Rules> {
  const today = dayOf(ask.now);
  const [methods, commission] = await Promise.all([
    ask.many<MethodRule>(sql`
      select code, provider, countries, not_countries, currencies, window_minutes, late_days, needs, limits, installments, refund_days
        from payments.methods
       where valid_from <= ${today} and (valid_to is null or valid_to > ${today})
       order by rank, code, valid_from desc`),
    ask.many<CommissionRule>(sql`
      select category, store, bps from payments.commission_rules
       where valid_from <= ${today} and (valid_to is null or valid_to > ${today})
       order by valid_from desc`),
  ]);
  return { loadedAt: ask.now.getTime(), methods, commission };
}

/** The nearest of the rules that fit: of the store in the category, else of the store, else of the category, else the house's own. */
export function ruleFor<Rule extends CommissionRule>(
  rules: readonly Rule[],
  { category, store }: { category: string; store: string },
): Rule | undefined {
  let best: { rule: Rule; near: number } | undefined;
  for (const rule of rules) {
    if ((rule.category !== null && rule.category !== category) || (rule.store !== null && rule.store !== store))
      continue;
    const near = (rule.store === null ? 0 : 2) + (rule.category === null ? 0 : 1);
    if (!best || near > best.near) best = { rule, near };
  }
  return best?.rule;
}

/**
 * The commission of a sale in hundredths of a per cent. No rule in force is a mistake in the data and throws: it never means
 * nothing, nor everything.
 */
export function commissionOf(rules: readonly CommissionRule[], sale: { category: string; store: string }): number {
  const rule = ruleFor(rules, sale);
  if (!rule) throw new Error('No rule of commission is in force.');
  return rule.bps;
}
