/** Margins are dated rules: by pair and by how long the rate is held. */

export interface MarginRule {
  from_currency: string;
  to_currency: string;
  /** Applies to rates that are held for longer than this. */
  over_minutes: number;
  bps: number;
}

/**
 * The margin that applies: the rule that names the pair most closely, and among those the one for the longest time that the
 * rate is held beyond. Undefined when no rule is in force: an expired rule never means zero.
 */
export function marginFor(
  rules: readonly MarginRule[],
  { from, to, minutes }: { from: string; to: string; minutes: number },
): number | undefined {
  let best: { rule: MarginRule; near: number } | undefined;
  for (const rule of rules) {
    if (!fits(rule.from_currency, from) || !fits(rule.to_currency, to)) continue;
    if (rule.over_minutes > 0 && minutes <= rule.over_minutes) continue;
    const near = (rule.from_currency === '*' ? 0 : 1) + (rule.to_currency === '*' ? 0 : 1);
    if (!best || near > best.near || (near === best.near && rule.over_minutes > best.rule.over_minutes))
      best = { rule, near };
  }
  return best?.rule.bps;
}

const fits = (said: string, currency: string) => said === '*' || said === currency;
