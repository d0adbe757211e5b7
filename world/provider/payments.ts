import type { Ground } from '../ground/ground.ts';
import { newId } from '../ground/ids.ts';
import { Refused } from '../ground/refused.ts';
import { isPaid, toldPayment, type Payment } from './payment.ts';
import { openPaymentBook, type PaymentBook } from './payment-book.ts';
import type { Papers } from './papers.ts';

type NewPayment = Pick<
  Payment,
  | 'reference'
  | 'method'
  | 'amount'
  | 'description'
  | 'return_url'
  | 'customer'
  | 'expires_at'
  | 'locale'
  | 'installments'
> & { attempts: number };

/** How many days after its date a bank still takes a slip; the shop has to live with it. */
const lateDays = 5;
const dayMs = 86_400_000;
/** A charge whose answer is lost comes to light after so long, to those who ask. */
const unheardMs = 30_000;

export interface Payments extends Omit<PaymentBook, 'enter'> {
  create(asked: NewPayment): Payment;
  pay(id: string, how?: { at?: Date; card?: Payment['card'] }): Payment;
  /** The bank is told to pay at a later time. */
  payLater(id: string, at: Date): Payment;
  /** Charged, and no answer ever comes. */
  payUnheard(id: string, card: NonNullable<Payment['card']>): Payment;
  fail(id: string, failure: { code: string; message: string }): Payment;
  expire(id: string, at?: Date): Payment;
  cancel(id: string): Payment;
}

export function openPayments(ground: Ground, papers: Papers, onPaid: (payment: Payment, at: Date) => void): Payments {
  const { agenda, webhooks, now } = ground;
  const { enter, ...book } = openPaymentBook(ground.journal);
  const { find, keep } = book;

  /** What will happen to it by itself. */
  function plan({ id, status, expires_at, inner }: Payment): void {
    if (status === 'pending') agenda.add('payment.expire', id, Date.parse(expires_at));
    if (inner.paysAt) agenda.add('payment.pay', id, Date.parse(inner.paysAt));
    if (inner.unheardUntil) agenda.add('payment.unheard', id, Date.parse(inner.unheardUntil));
  }
  function tell(type: string, payment: Payment, at: Date): Payment {
    keep(payment);
    webhooks.send('payments', type, payment.id, toldPayment(payment, ground.url), at);
    return payment;
  }

  function create({ attempts, ...asked }: NewPayment): Payment {
    const at = now();
    if (Date.parse(asked.expires_at) <= at.getTime()) {
      throw new Refused(422, 'already_expired', 'expires_at lies in the past.', 'expires_at');
    }
    const payment: Payment = {
      ...asked,
      expires_at: new Date(asked.expires_at).toISOString(),
      id: newId('pay', at),
      status: 'pending',
      refunded: 0,
      card: null,
      boleto: asked.method === 'boleto' ? papers.slip(asked) : null,
      pix: asked.method === 'pix' ? papers.pix(asked) : null,
      late: false,
      failure: null,
      created_at: at.toISOString(),
      paid_at: null,
      inner: { attemptsLeft: attempts, refunding: 0 },
    };
    plan(payment);
    return enter(payment);
  }

  function mayBePaid(payment: Payment, at: Date): void {
    if (stillPayable(payment, at)) return;
    if (payment.status !== 'expired' || payment.method !== 'boleto') throw refusalOf(payment);
    throw new Refused(409, 'too_late_even_for_a_bank', `A slip is taken for ${lateDays} days after it expired.`);
  }

  /** Paid once: to pay what is paid changes nothing and tells nobody. */
  function settle(payment: Payment, at: Date, card: Payment['card']): boolean {
    if (isPaid(payment)) return false;
    mayBePaid(payment, at);
    payment.late = payment.status === 'expired';
    payment.status = 'paid';
    payment.paid_at = at.toISOString();
    payment.card = card;
    payment.failure = null;
    payment.inner = { attemptsLeft: payment.inner.attemptsLeft, refunding: 0 };
    onPaid(payment, at);
    return true;
  }

  function pay(id: string, { at = now(), card = null }: { at?: Date; card?: Payment['card'] } = {}): Payment {
    const payment = find(id);
    return settle(payment, at, card) ? tell('payment.paid', payment, at) : payment;
  }

  function expire(id: string, at = now()): Payment {
    const payment = find(id);
    if (payment.status !== 'pending') return payment;
    if (payment.inner.unheardUntil) throw refusalOf(payment);
    payment.status = 'expired';
    // From here its late days run, also when somebody let it expire before its time.
    payment.expires_at = at.toISOString();
    return tell('payment.expired', payment, at);
  }

  agenda.on('payment.expire', expire);
  agenda.on('payment.pay', (id, at) => {
    const payment = find(id);
    if (payment.inner.paysAt !== at.toISOString()) return;
    if (stillPayable(payment, at)) pay(id, { at });
  });
  agenda.on('payment.unheard', (id, at) => {
    const payment = find(id);
    if (payment.status === 'pending' && settle(payment, at, payment.inner.challenge ?? null)) keep(payment);
  });
  for (const payment of book.all()) plan(payment);

  return {
    ...book,
    create,
    pay,
    expire,
    payLater(id, at) {
      const payment = find(id);
      mayBePaid(payment, at);
      payment.inner.paysAt = at.toISOString();
      agenda.add('payment.pay', id, at);
      return keep(payment);
    },
    payUnheard(id, card) {
      const payment = find(id);
      mayBePaid(payment, now());
      const until = Math.min(now().getTime() + unheardMs, Date.parse(payment.expires_at) - 1);
      payment.inner.challenge = card;
      payment.inner.unheardUntil = new Date(until).toISOString();
      agenda.add('payment.unheard', id, until);
      return keep(payment);
    },
    fail(id, failure) {
      const payment = find(id);
      if (payment.status === 'failed') return payment;
      if (payment.status !== 'pending') throw refusalOf(payment);
      payment.status = 'failed';
      payment.failure = failure;
      return tell('payment.failed', payment, now());
    },
    cancel(id) {
      const payment = find(id);
      if (payment.status === 'cancelled') return payment;
      if (payment.status !== 'pending' || payment.inner.unheardUntil) throw refusalOf(payment);
      payment.status = 'cancelled';
      return tell('payment.cancelled', payment, now());
    },
  };
}

/** A slip also for some days after it expired. */
export function stillPayable({ status, method, expires_at }: Payment, at: Date): boolean {
  if (status === 'pending') return true;
  return status === 'expired' && method === 'boleto' && at.getTime() <= Date.parse(expires_at) + lateDays * dayMs;
}

function refusalOf({ status, inner }: Payment): Refused {
  const now = inner.unheardUntil ? 'being_charged' : status;
  return new Refused(409, `payment_is_${now}`, `The payment is ${now.replaceAll('_', ' ')}.`);
}
