/** What a purchase is paid by: one way for the whole, or others that pay a part and one that pays the rest. */
import { money } from '#kernel/money';
import type { Money } from '#kernel/money';
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { pageFor } from '#modules/parties';
import { expectPayment } from '#modules/payments';
import type { ExpectPaymentRefusal } from '#modules/payments';
import type { Work } from '#platform/work';
import type { PlacePurchaseInput } from './place-purchase.ts';

export interface PaymentPart {
  method: string;
  /** Minor units of the purchase's currency. */
  minor: number;
  installments?: number;
}

/** What the parts leave of the total; nothing when one of them is no amount, or together they leave nothing to pay. */
export function restOf(total: Money, parts: readonly PaymentPart[] = []): Money | undefined {
  if (parts.some(({ minor }) => !Number.isSafeInteger(minor) || minor <= 0)) return undefined;
  const rest = parts.reduce((left, { minor }) => left - BigInt(minor), total.minor);
  return rest > 0n ? money(total.currency, rest) : undefined;
}

interface Wanted {
  purchase: string;
  secret: string;
  expiresAt: Date;
  total: Money;
  /** Its parts were found to fit. */
  input: PlacePurchaseInput;
}

/** Expects each part, the main one first, and gives the main one's id. */
export async function expectParts(
  work: Work,
  { purchase, secret, expiresAt, total, input }: Wanted,
): Promise<Result<string, ExpectPaymentRefusal>> {
  const { name, email, country, taxId, locale, method, installments, also = [] } = input;
  const parts = [
    { method, amount: restOf(total, also)!, installments },
    ...also.map(({ minor, ...part }) => ({ ...part, amount: money(total.currency, BigInt(minor)) })),
  ];
  const expected = await Promise.all(
    parts.map((part) =>
      expectPayment(work, {
        purchase,
        method: part.method,
        amount: part.amount,
        customer: { name, email, country, ...(taxId ? { taxId } : {}) },
        description: `Entrepot ${purchase.slice(-12)}`,
        locale,
        returnUrl: pageFor(work.house, locale, `/purchases/${purchase}?key=${secret}`),
        expiresAt,
        ...(part.installments ? { installments: part.installments } : {}),
      }),
    ),
  );
  const refused = expected.find((one) => !one.ok);
  if (refused && !refused.ok) return refused;
  const [main] = expected;
  if (!main?.ok) throw new Error('A purchase is paid by something.');
  return ok(main.value.payment);
}
