/** Payments and refunds in words, and in which colour their states stand. */
import type { MethodCode, PaymentState, RefundPartState, Stuck } from '#modules/payments';
import { t } from '#lib/words/words.ts';

type Kind = 'plain' | 'note' | 'good' | 'warn' | 'bad';

const kinds: Record<PaymentState, Kind> = {
  created: 'note',
  waiting: 'note',
  unknown: 'warn',
  paid: 'good',
  failed: 'bad',
  expired: 'plain',
  cancelled: 'plain',
};

export const paymentKind = (state: PaymentState): Kind => kinds[state];
export const paymentText = (state: PaymentState): string => t(`desk.payment.state.${state}`);

const partKinds: Record<RefundPartState, Kind> = {
  owed: 'note',
  sent: 'note',
  unknown: 'warn',
  failed: 'bad',
  done: 'good',
};

export const refundKind = (state: RefundPartState): Kind => partKinds[state];
export const refundText = (state: RefundPartState): string => t(`desk.refund.state.${state}`);

/** Ways to pay have names of their own; one that came with a later version is called by its code. */
const methods: readonly MethodCode[] = ['card', 'boleto', 'pix'];
/** Those that came with history from elsewhere and are offered to nobody. */
const others = ['debit_card', 'voucher'] as const;

export function methodText(code: string): string {
  const known = methods.find((one) => one === code);
  if (known) return t(`method.${known}`);
  const other = others.find((one) => one === code);
  return other ? t(`desk.method.${other}`) : code;
}

/** Why a card was declined, as providers name it. */
const declines = [
  'card_declined',
  'insufficient_funds',
  'expired_card',
  'incorrect_cvc',
  'authentication_failed',
  'account_closed',
] as const;

/** What the provider says went wrong; what we have no words for stands as it was sent. */
export function problemText(problem: string): string {
  const known = declines.find((one) => one === problem);
  return known ? t(`desk.payment.decline.${known}`) : problem;
}

/** What happened to a piece of money that does not move, and what to do about it. */
export const stuckText = (why: Stuck['why']): string => t(`desk.stuck.${why}`);
export const stuckAdvice = (why: Stuck['why']): string => t(`desk.stuck.${why}.do`);

const settlementProblems = ['currencies_are_mixed', 'parts_do_not_add_up'] as const;

/** Why what a provider paid out was not booked. */
export function settlementProblem(problem: string | null): string {
  const known = settlementProblems.find((one) => one === problem);
  return known ? t(`desk.settlement.problem.${known}`) : (problem ?? '–');
}
