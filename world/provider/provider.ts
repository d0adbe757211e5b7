import type { FastifyInstance } from 'fastify';
import { openAnswers } from '../ground/answers.ts';
import type { Faults, Mischief } from '../ground/faults.ts';
import { faultDoors } from '../ground/gate.ts';
import type { Ground } from '../ground/ground.ts';
import { notFound } from '../ground/refused.ts';
import { payByHand, providerApi } from './api.ts';
import { providerPages } from './pages.ts';
import { openPapers } from './papers.ts';
import { toldPayment, type Payment, type ToldPayment } from './payment.ts';
import { openPayments } from './payments.ts';
import { openRefunds, type Refund } from './refunds.ts';
import { openSettlements, type Fees, type Settlement } from './settlements.ts';

/** What tests and simulation do with the provider from inside: what buyers do, and what only a sandbox can. */
export interface Provider {
  payment(id: string): ToldPayment;
  ofReference(reference: string): ToldPayment[];
  /** A card payment with the card given, or the first test card: a challenge is passed, a decline is the end. */
  pay(id: string, how?: { card?: string; installments?: number }): ToldPayment;
  /** As at a bank counter, by what stands on the slip: 44 digits or 47. */
  paySlip(code: string): ToldPayment;
  payPix(emv: string): ToldPayment;
  payLater(id: string, at: Date): ToldPayment;
  fail(id: string, failure?: { code: string; message: string }): ToldPayment;
  expire(id: string): ToldPayment;
  cancel(id: string): ToldPayment;
  refundsOf(payment: string): Refund[];
  settlements(day: string): Settlement[];
  faults(faults?: Faults): void;
}

interface ProviderOptions {
  mischief: Mischief;
  key: string;
  fees: Fees;
  settlesInto: (settlement: Settlement, at: Date) => void;
}

export function openProvider(ground: Ground, { mischief, key, fees, settlesInto }: ProviderOptions) {
  const papers = openPapers(ground.journal);
  const find = { payment: (id: string) => payments.find(id), refund: (id: string) => refunds.find(id) };
  const settlements = openSettlements(ground, fees, find, settlesInto);
  const payments = openPayments(ground, papers, settlements.paid);
  const refunds = openRefunds(ground, payments, mischief, settlements.refunded);
  settlements.resume(payments, refunds);

  const told = (payment: Payment) => toldPayment(payment, ground.url);
  const foundBy = (payment: Payment | undefined, code: string) => {
    if (!payment) throw notFound('payment', code);
    return told(payments.pay(payment.id));
  };
  const hand: Provider = {
    payment: (id) => told(payments.find(id)),
    ofReference: (reference) => payments.ofReference(reference).map(told),
    pay: (id, { card, installments } = {}) => told(payByHand(payments, id, card, installments)),
    paySlip: (code) => foundBy(payments.ofSlip(code), code),
    payPix: (emv) => foundBy(payments.ofPix(emv), emv),
    payLater: (id, at) => told(payments.payLater(id, at)),
    fail: (id, failure = { code: 'card_declined', message: 'The card was declined.' }) =>
      told(payments.fail(id, failure)),
    expire: (id) => told(payments.expire(id)),
    cancel: (id) => told(payments.cancel(id)),
    refundsOf: (payment) => refunds.ofPayment(payment),
    settlements: (day) => settlements.ofDay(day),
    faults: (faults = {}) => mischief.set(faults),
  };
  return {
    hand,
    payments,
    doors(app: FastifyInstance) {
      const once = openAnswers(ground.journal, 'provider', ground.now);
      providerApi(app, { payments, refunds, settlements, mischief, once, key, url: ground.url });
      providerPages(app, { payments, now: ground.now });
      faultDoors(app, '/pay/sandbox/faults', mischief);
    },
  };
}
