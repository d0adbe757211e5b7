import type { Ground } from '../ground/ground.ts';
import { newId } from '../ground/ids.ts';
import type { Amount, Method, Payment } from './payment.ts';
import type { Payments } from './payments.ts';
import type { Refund, Refunds } from './refunds.ts';

/** What the provider keeps: hundredths of a per cent of a card or Pix payment, a fixed number of centavos of a slip. */
export interface Fees {
  cardBps: number;
  pixBps: number;
  boletoMinor: number;
}
export const usualFees: Fees = { cardBps: 290, pixBps: 99, boletoMinor: 349 };

export interface Settlement {
  id: string;
  /** The day, in UTC, whose payments and refunds these are. */
  day: string;
  currency: string;
  gross: Amount;
  refunded: Amount;
  fee: Amount;
  /** gross − refunded − fee; below zero the provider takes it from the bank account. */
  net: Amount;
  payments: { payment: string; reference: string; method: Method; gross: number; fee: number; net: number }[];
  refunds: { refund: string; payment: string; reference: string; amount: number }[];
  paid_at: string;
}

export interface Settlements {
  paid(payment: Payment, at: Date): void;
  refunded(refund: Refund, at: Date): void;
  /** Takes up again what was not settled when the world stopped. */
  resume(payments: Payments, refunds: Refunds): void;
  ofDay(day: string): Settlement[];
  get(id: string): Settlement | undefined;
}

interface Day {
  payments: string[];
  refunds: string[];
}

/** A day closes at midnight UTC and is paid out two hours later. */
const closesMs = 26 * 3_600_000;

export function openSettlements(
  ground: Ground,
  fees: Fees,
  find: { payment(id: string): Payment; refund(id: string): Refund },
  onSettled: (settlement: Settlement, at: Date) => void,
): Settlements {
  const table = ground.journal.table<Settlement>('settlement');
  const days = new Map<string, Day>();
  const byDay = new Map<string, string[]>();
  for (const { id, day } of table.rows()) byDay.set(day, [...(byDay.get(day) ?? []), id]);

  function dayOf(at: string): Day {
    const day = at.slice(0, 10);
    const open = days.get(day) ?? { payments: [], refunds: [] };
    if (!days.has(day)) {
      days.set(day, open);
      ground.agenda.add('settlement.pay', day, Date.parse(day) + closesMs);
    }
    return open;
  }

  ground.agenda.on('settlement.pay', (day, at) => {
    const { payments, refunds } = days.get(day)!;
    days.delete(day);
    for (const settlement of settle(day, at, payments.map(find.payment), refunds.map(find.refund), fees)) {
      table.put(settlement);
      byDay.set(day, [...(byDay.get(day) ?? []), settlement.id]);
      onSettled(settlement, at);
      ground.webhooks.send('payments', 'settlement.paid', settlement.id, settlement, at);
    }
  });

  return {
    paid: (payment, at) => void dayOf(at.toISOString()).payments.push(payment.id),
    refunded: (refund, at) => void dayOf(at.toISOString()).refunds.push(refund.id),
    resume(payments, refunds) {
      const unsettled = (at: string | null): at is string => at !== null && !byDay.has(at.slice(0, 10));
      for (const { id, paid_at } of payments.all()) if (unsettled(paid_at)) dayOf(paid_at).payments.push(id);
      for (const { id, finished_at, status } of refunds.all()) {
        if (status === 'succeeded' && unsettled(finished_at)) dayOf(finished_at).refunds.push(id);
      }
    },
    ofDay: (day) => (byDay.get(day) ?? []).map((id) => table.get(id)!),
    get: (id) => table.get(id),
  };
}

function settle(day: string, at: Date, payments: Payment[], refunds: Refund[], fees: Fees): Settlement[] {
  const currencies = new Set([...payments, ...refunds].map(({ amount }) => amount.currency));
  return [...currencies].sort().map((currency) => {
    const paid = payments.filter(({ amount }) => amount.currency === currency).map((payment) => lineOf(payment, fees));
    const back = refunds
      .filter(({ amount }) => amount.currency === currency)
      .map(({ id, payment, reference, amount }) => ({ refund: id, payment, reference, amount: amount.minor }));
    const gross = sum(paid.map((line) => line.gross));
    const fee = sum(paid.map((line) => line.fee));
    const refunded = sum(back.map((line) => line.amount));
    const amount = (minor: number): Amount => ({ currency, minor });
    return {
      id: newId('set', at),
      day,
      currency,
      gross: amount(gross),
      refunded: amount(refunded),
      fee: amount(fee),
      net: amount(gross - refunded - fee),
      payments: paid,
      refunds: back,
      paid_at: at.toISOString(),
    };
  });
}

function lineOf({ id, reference, method, amount }: Payment, fees: Fees): Settlement['payments'][number] {
  const fee = feeOf(method, amount.minor, fees);
  return { payment: id, reference, method, gross: amount.minor, fee, net: amount.minor - fee };
}

/** A share is rounded half up to the minor unit, payment by payment. */
export function feeOf(method: Method, minor: number, { cardBps, pixBps, boletoMinor }: Fees): number {
  if (method === 'boleto') return boletoMinor;
  return Math.floor((minor * (method === 'card' ? cardBps : pixBps) + 5_000) / 10_000);
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
