import type { Money } from '#kernel/money';
import { isStaff } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { isUuid } from './is-uuid.ts';
import type { MethodCode } from './methods.ts';
import type { PaymentState, PixCode, Slip } from './payment.ts';

export interface PaymentView {
  payment: string;
  method: MethodCode;
  state: PaymentState;
  amount: Money;
  /** The provider's page, while the payment waits. */
  redirectUrl?: string;
  boleto?: Slip;
  pix?: PixCode;
  createdAt: Date;
  expiresAt: Date;
  paidAt?: Date;
  /** Why it failed, or what is wrong with the money that came. */
  problem?: string;
}

interface Row {
  id: string;
  method: string;
  state: PaymentState;
  currency: string;
  amount: bigint;
  redirect_url: string | null;
  slip: Slip | null;
  pix: PixCode | null;
  created_at: Date;
  expires_at: Date;
  paid_at: Date | null;
  problem: string | null;
}

/** A purchase's payments, newest first, with what the buyer needs to pay those that wait. Who may see them is the caller's business. */
export async function paymentsOf(ask: Asking, { purchase }: { purchase: string }): Promise<PaymentView[]> {
  const rows = await ask.many<Row>(sql`
    select id, method, state, currency, amount, redirect_url, slip, pix, created_at, expires_at, paid_at, problem
      from payments.payments where purchase = ${purchase}
     order by id desc`);
  return rows.map(viewOf);
}

function viewOf(row: Row): PaymentView {
  const waits = row.state === 'waiting';
  return {
    payment: row.id,
    method: row.method as MethodCode,
    state: row.state,
    amount: { currency: row.currency, minor: row.amount },
    ...(waits && row.redirect_url ? { redirectUrl: row.redirect_url } : {}),
    ...(waits && row.slip ? { boleto: row.slip } : {}),
    ...(waits && row.pix ? { pix: row.pix } : {}),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    ...(row.paid_at ? { paidAt: row.paid_at } : {}),
    ...(row.problem ? { problem: row.problem } : {}),
  };
}

/** The same for whoever opened the purchase, and for staff of money; nothing for others. */
export async function paymentsOfPayer(
  ask: Asking,
  { purchase }: { purchase: string },
): Promise<{ payments: PaymentView[] } | undefined> {
  if (!isUuid(purchase)) return undefined;
  const found = await ask.one<{ payer: string }>(
    sql`select payer from payments.payees where purchase = ${purchase} limit 1`,
  );
  const may = found && ((ask.by.id !== '' && found.payer === ask.by.id) || isStaff(ask.by, 'money'));
  return may ? { payments: await paymentsOf(ask, { purchase }) } : undefined;
}
