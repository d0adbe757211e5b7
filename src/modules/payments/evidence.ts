/** Why a payment stands where it stands: what the provider told us by itself, and what it said when asked. */
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { webhooksAbout } from '#platform/kept-webhooks';
import type { WebhookAbout } from '#platform/kept-webhooks';
import { json, sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import type { OnlyStaff } from './desk.ts';
import type { ProviderPayment } from './providers/provider.ts';

/** What came of asking once: the provider's word for the payment, or that there was none. */
export type AskCame = 'no_answer' | 'not_known' | ProviderPayment['status'];

export interface AskLine {
  at: Date;
  came: AskCame;
  /** The provider's own reason, or what broke on the way. */
  detail: string;
}

const keptAsks = 8;

/** Notes what came of asking, in the transaction that takes it in. */
export async function noteAsk(
  work: Work,
  { purchase, id: payment }: { purchase: string; id: string },
  came: AskCame,
  detail = '',
): Promise<void> {
  const row = await work.one<{ lines: object[] }>(sql`
    select lines from payments.asks where purchase = ${purchase} and payment = ${payment}`);
  const lines = [{ at: work.now, came, detail: detail.slice(0, 200) }, ...(row?.lines ?? [])].slice(0, keptAsks);
  await work.run(sql`
    insert into payments.asks (purchase, payment, lines) values (${purchase}, ${payment}, ${json(lines)})
        on conflict (purchase, payment) do update set lines = excluded.lines`);
}

export interface PaymentEvidence {
  /** Newest first; the last few. */
  asks: AskLine[];
  /** How often it was asked in all, and when it is next. */
  looks: number;
  nextLook: Date | null;
  /** What the provider reported by itself, oldest first. */
  webhooks: WebhookAbout[];
}

export async function paymentEvidence(
  ask: Asking,
  { payment }: { payment: string },
): Promise<Result<PaymentEvidence, OnlyStaff | { no: 'payment_not_known' }>> {
  if (!isStaff(ask.by, 'money')) return refuse({ no: 'only_staff_for_money_may_look' });
  if (!isId(payment)) return refuse({ no: 'payment_not_known' });
  const row = await ask.one<{ created_at: Date; looks: number; look_at: Date | null; lines: AskKept[] | null }>(sql`
    select p.created_at, p.looks, p.look_at, a.lines
      from payments.payments p left join payments.asks a on a.purchase = p.purchase and a.payment = p.id
     where p.id = ${payment}`);
  if (!row) return refuse({ no: 'payment_not_known' });
  return ok({
    asks: (row.lines ?? []).map(({ at, ...line }) => ({ at: new Date(at), ...line })),
    looks: row.looks,
    nextLook: row.look_at,
    webhooks: await webhooksAbout(ask, { source: 'payments', reference: payment, since: row.created_at }),
  });
}

type AskKept = Omit<AskLine, 'at'> & { at: string };
