import type { Journal } from '../ground/journal.ts';
import { notFound } from '../ground/refused.ts';
import { digitsOf } from './cards.ts';
import type { Payment } from './payment.ts';

/** All payments, and the ways to find one: its id, the shop's reference, what stands on a slip or in a Pix code. */
export interface PaymentBook {
  find(id: string): Payment;
  ofReference(reference: string): Payment[];
  /** By the 44 digits of the bar code or the 47 typed ones. */
  ofSlip(code: string): Payment | undefined;
  ofPix(emv: string): Payment | undefined;
  enter(payment: Payment): Payment;
  /** Writes down what has changed in it. */
  keep(payment: Payment): Payment;
  all(): IterableIterator<Payment>;
}

export function openPaymentBook(journal: Journal): PaymentBook {
  const table = journal.table<Payment>('payment');
  const byReference = new Map<string, string[]>();
  const byCode = new Map<string, string>();

  function index({ id, reference, boleto, pix }: Payment): void {
    const others = byReference.get(reference);
    if (others) others.push(id);
    else byReference.set(reference, [id]);
    if (boleto) byCode.set(boleto.barcode, id).set(digitsOf(boleto.line), id);
    if (pix) byCode.set(pix.emv, id);
  }
  for (const payment of table.rows()) index(payment);

  function find(id: string): Payment {
    const payment = table.get(id);
    if (!payment) throw notFound('payment', id);
    return payment;
  }
  const coded = (code: string): Payment | undefined => table.get(byCode.get(code) ?? '');

  return {
    find,
    ofReference: (reference) => (byReference.get(reference) ?? []).map(find),
    ofSlip: (code) => coded(digitsOf(code)),
    ofPix: (emv) => coded(emv.trim()),
    enter(payment) {
      index(payment);
      return table.put(payment);
    },
    keep: (payment) => table.put(payment),
    all: () => table.rows(),
  };
}
