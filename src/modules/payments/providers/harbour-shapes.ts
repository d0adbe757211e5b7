/** Harbour Pay's answers, checked before they are believed, in our words. */
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { checkCurrency } from '#kernel/money';
import type { Money } from '#kernel/money';
import type { ProviderPayment, ProviderRefund, ProviderSettlement } from './provider.ts';

const Text = Type.String({ minLength: 1, maxLength: 2000 });
const Moment = Type.String({ format: 'date-time' });
const Maybe = <S extends TSchema>(shape: S) => Type.Optional(Type.Union([shape, Type.Null()]));
const Amount = (least: number) =>
  Type.Object({
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
    minor: Type.Integer({ minimum: least, maximum: Number.MAX_SAFE_INTEGER }),
  });
const Failure = Type.Object({ code: Text });

const Payment = Type.Object({
  id: Text,
  reference: Text,
  status: Type.Union(
    ['pending', 'paid', 'failed', 'expired', 'cancelled', 'partly_refunded', 'refunded'].map((one) =>
      Type.Literal(one),
    ),
  ),
  amount: Amount(1),
  redirect_url: Maybe(Type.String({ pattern: '^https?://' })),
  boleto: Maybe(
    Type.Object({ barcode: Text, line: Text, due_date: Type.String({ format: 'date' }), slip_url: Maybe(Text) }),
  ),
  pix: Maybe(Type.Object({ emv: Text, expires_at: Moment })),
  failure: Maybe(Failure),
  paid_at: Maybe(Moment),
});

const Refund = Type.Object({
  id: Text,
  reference: Text,
  status: Type.Union([Type.Literal('pending'), Type.Literal('succeeded'), Type.Literal('failed')]),
  amount: Amount(1),
  failure: Maybe(Failure),
});

const Settlement = Type.Object({
  id: Text,
  day: Type.String({ format: 'date' }),
  gross: Amount(0),
  refunded: Amount(0),
  fee: Amount(0),
  net: Amount(Number.MIN_SAFE_INTEGER),
  paid_at: Moment,
});

const [payments, refunds, settlements] = [Compile(Payment), Compile(Refund), Compile(Settlement)];

/** What cannot be read is trouble, not an answer. */
function checked<S extends TSchema>(
  checker: { Check(value: unknown): boolean; Errors(value: unknown): unknown },
  value: unknown,
  what: string,
): Static<S> {
  if (!checker.Check(value))
    throw new Error(
      `Harbour Pay told of a ${what} in words that cannot be read: ${JSON.stringify(checker.Errors(value)).slice(0, 300)}`,
    );
  return value as Static<S>;
}

function moneyFrom({ currency, minor }: { currency: string; minor: number }): Money {
  if (!checkCurrency(currency).ok) throw new Error(`Harbour Pay speaks of a currency that is none: ${currency}`);
  return { currency, minor: BigInt(minor) };
}

export function paymentFrom(value: unknown): ProviderPayment {
  const told = checked<typeof Payment>(payments, value, 'payment');
  const { boleto, pix } = told;
  // What went back later was paid before.
  const status = told.status === 'partly_refunded' || told.status === 'refunded' ? 'paid' : told.status;
  return {
    id: told.id,
    reference: told.reference,
    status: status as ProviderPayment['status'],
    amount: moneyFrom(told.amount),
    ...(told.redirect_url ? { redirectUrl: told.redirect_url } : {}),
    ...(boleto
      ? {
          slip: {
            barcode: boleto.barcode,
            line: boleto.line,
            dueDate: boleto.due_date,
            ...(boleto.slip_url ? { url: boleto.slip_url } : {}),
          },
        }
      : {}),
    ...(pix ? { pix: { emv: pix.emv, expiresAt: pix.expires_at } } : {}),
    ...(told.paid_at ? { paidAt: new Date(told.paid_at) } : {}),
    ...(told.failure ? { failure: told.failure.code } : {}),
  };
}

export function refundFrom(value: unknown): ProviderRefund {
  const told = checked<typeof Refund>(refunds, value, 'refund');
  const { id, reference, status, failure } = told;
  return { id, reference, status, amount: moneyFrom(told.amount), ...(failure ? { failure: failure.code } : {}) };
}

export function settlementFrom(value: unknown): ProviderSettlement {
  const told = checked<typeof Settlement>(settlements, value, 'settlement');
  const [gross, refunded, fee, net] = [told.gross, told.refunded, told.fee, told.net].map(moneyFrom) as [
    Money,
    Money,
    Money,
    Money,
  ];
  if (
    [refunded, fee, net].some((one) => one.currency !== gross.currency) ||
    gross.minor - refunded.minor - fee.minor !== net.minor
  ) {
    throw new Error(`Harbour Pay's settlement ${told.id} does not add up.`);
  }
  return { id: told.id, day: told.day, gross, refunded, fee, net, paidAt: new Date(told.paid_at) };
}
