import type { Ground } from '../ground/ground.ts';
import type { Mischief } from '../ground/faults.ts';
import { newId } from '../ground/ids.ts';
import { notFound, Refused } from '../ground/refused.ts';
import type { Amount, Method } from './payment.ts';
import type { Payments } from './payments.ts';

export interface Refund {
  id: string;
  payment: string;
  reference: string;
  amount: Amount;
  status: 'pending' | 'succeeded' | 'failed';
  /** The scheme gives card and Pix money back by itself; a slip has no way back, so its money goes by bank transfer. */
  by: 'card' | 'pix' | 'transfer';
  failure: { code: string; message: string } | null;
  created_at: string;
  /** When it arrives, unless it fails. */
  expected_at: string;
  finished_at: string | null;
}

export interface Refunds {
  create(asked: { payment: string; reference: string; amount?: Amount | undefined }): Refund;
  find(id: string): Refund;
  ofReference(reference: string): Refund[];
  ofPayment(payment: string): Refund[];
  all(): IterableIterator<Refund>;
}

const goesBy = { card: 'card', pix: 'pix', boleto: 'transfer' } as const satisfies Record<Method, Refund['by']>;
const takesMs = { card: 0, pix: 0, transfer: 2 * 86_400_000 } as const satisfies Record<Refund['by'], number>;

export function openRefunds(
  ground: Ground,
  payments: Payments,
  mischief: Mischief,
  onRefunded: (refund: Refund, at: Date) => void,
): Refunds {
  const { agenda, webhooks, now } = ground;
  const table = ground.journal.table<Refund>('refund');
  const byReference = new Map<string, string[]>();
  const byPayment = new Map<string, string[]>();

  const find = (id: string): Refund => {
    const refund = table.get(id);
    if (!refund) throw notFound('refund', id);
    return refund;
  };
  function index(refund: Refund): void {
    for (const [by, key] of [
      [byReference, refund.reference],
      [byPayment, refund.payment],
    ] as const) {
      by.set(key, [...(by.get(key) ?? []), refund.id]);
    }
    if (refund.status === 'pending') agenda.add('refund.arrive', refund.id, Date.parse(refund.expected_at));
  }

  /** What is on its way back counts as gone: never over what was paid. */
  function create({ payment: id, reference, amount: asked }: Parameters<Refunds['create']>[0]): Refund {
    const payment = payments.find(id);
    if (payment.status !== 'paid' && payment.status !== 'partly_refunded') {
      throw new Refused(409, 'payment_is_not_paid', `The payment is ${payment.status}.`);
    }
    const left = payment.amount.minor - payment.refunded - payment.inner.refunding;
    const amount = asked ?? { currency: payment.amount.currency, minor: left };
    if (amount.currency !== payment.amount.currency) {
      throw new Refused(422, 'other_currency', `The payment was in ${payment.amount.currency}.`, 'amount.currency');
    }
    if (amount.minor > left || left === 0) {
      throw new Refused(422, 'more_than_was_paid', `At most ${left} minor units can still go back.`, 'amount.minor');
    }
    const at = now();
    const by = goesBy[payment.method];
    const refund = table.put({
      id: newId('ref', at),
      payment: id,
      reference,
      amount,
      status: 'pending',
      by,
      failure: null,
      created_at: at.toISOString(),
      expected_at: new Date(at.getTime() + takesMs[by]).toISOString(),
      finished_at: null,
    });
    payment.inner.refunding += amount.minor;
    payments.keep(payment);
    index(refund);
    return refund;
  }

  agenda.on('refund.arrive', (id, at) => {
    const refund = find(id);
    if (refund.status !== 'pending') return;
    const payment = payments.find(refund.payment);
    payment.inner.refunding -= refund.amount.minor;
    refund.finished_at = at.toISOString();
    refund.status = mischief.refundFails() ? 'failed' : 'succeeded';
    if (refund.status === 'failed') {
      refund.failure = { code: 'account_closed', message: 'The account it was to go to takes no money.' };
    } else {
      payment.refunded += refund.amount.minor;
      payment.status = payment.refunded === payment.amount.minor ? 'refunded' : 'partly_refunded';
      onRefunded(refund, at);
    }
    payments.keep(payment);
    table.put(refund);
    webhooks.send('payments', `refund.${refund.status}`, payment.id, refund, at);
  });
  for (const refund of table.rows()) index(refund);

  return {
    create,
    find,
    ofReference: (reference) => (byReference.get(reference) ?? []).map(find),
    ofPayment: (payment) => (byPayment.get(payment) ?? []).map(find),
    all: () => table.rows(),
  };
}
