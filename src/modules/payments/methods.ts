import type { Money } from '#kernel/money';
import type { Asking } from '#platform/work';
import { rulesNow } from './rules.ts';
import type { MethodRule } from './rules.ts';

export type MethodCode = 'card' | 'boleto' | 'pix';

export interface Method {
  code: MethodCode;
  /** How many minutes the buyer has to pay, and the order and its stock wait. */
  window: number;
  needs: 'tax_id'[];
  provider: string;
  refundDays: number;
  /** In how many parts a card may be charged. */
  installments: number;
}

/** The ways to pay in a country and its money today, the usual one first; with an amount, those that take it. */
export async function methodsFor(
  ask: Asking,
  { country, currency, amount }: { country: string; currency: string; amount?: Money },
): Promise<Method[]> {
  const { methods } = await rulesNow(ask);
  return methods
    .filter((rule) => serves(rule, country, currency) && (!amount || takes(rule, amount)))
    .map((rule) => ({
      code: rule.code as MethodCode,
      window: rule.window_minutes,
      needs: rule.needs as 'tax_id'[],
      provider: rule.provider,
      refundDays: rule.refund_days,
      installments: rule.installments[country] ?? 1,
    }));
}

export function serves(rule: MethodRule, country: string, currency: string): boolean {
  const there = rule.countries.includes(country) || rule.countries.includes('*');
  return there && !rule.not_countries.includes(country) && rule.currencies.includes(currency);
}

export function takes(rule: MethodRule, { currency, minor }: Money): boolean {
  const { least = 1, most = 999_999_999_999 } = rule.limits[currency] ?? rule.limits['*'] ?? {};
  return minor >= BigInt(least) && minor <= BigInt(most);
}

/** For the API: the amount as a number of minor units. */
export async function methodsForDoor(
  ask: Asking,
  { country, currency, minor }: { country: string; currency: string; minor?: number },
): Promise<{ methods: Method[] }> {
  const amount = minor === undefined ? {} : { amount: { currency, minor: BigInt(minor) } };
  return { methods: await methodsFor(ask, { country, currency, ...amount }) };
}
