import type { FastifyInstance } from 'fastify';
import { openAnswers } from '../ground/answers.ts';
import type { Faults, Mischief } from '../ground/faults.ts';
import { faultDoors } from '../ground/gate.ts';
import type { Ground } from '../ground/ground.ts';
import type { Payments } from '../provider/payments.ts';
import type { Settlement } from '../provider/settlements.ts';
import { bankApi } from './api.ts';
import { counterDoors } from './counter-page.ts';
import { pixDoors } from './pix-page.ts';
import { openStatements, type StatementOfCurrency } from './statements.ts';
import { openTransfers, type Transfer } from './transfers.ts';

export interface Bank {
  transfer(id: string): Transfer;
  ofReference(reference: string): Transfer[];
  book(id: string): Transfer;
  reject(id: string, reason?: { code: string; message: string }): Transfer;
  statement(day: string): StatementOfCurrency[];
  faults(faults?: Faults): void;
}

interface BankOptions {
  mischief: Mischief;
  key: string;
  booksAfterMs: number;
}

export function openBank(ground: Ground, { mischief, key, booksAfterMs }: BankOptions) {
  const statements = openStatements(ground);
  const transfers = openTransfers(ground, statements, booksAfterMs);
  const hand: Bank = {
    transfer: (id) => ({ ...transfers.find(id) }),
    ofReference: (reference) => transfers.ofReference(reference).map((transfer) => ({ ...transfer })),
    book: (id) => ({ ...transfers.book(id) }),
    reject: (id, reason) => ({ ...transfers.reject(id, undefined, reason) }),
    statement: (day) => statements.ofDay(day),
    faults: (faults = {}) => mischief.set(faults),
  };
  return {
    hand,
    /** The provider pays what it has settled into the platform's account here. */
    account({ id, net, day }: Settlement, at: Date): void {
      statements.enter({ id, ...net, reference: id, text: `Harbour Pay, settlement of ${day}` }, at);
    },
    doors(app: FastifyInstance, payments: Payments) {
      const once = openAnswers(ground.journal, 'bank', ground.now);
      bankApi(app, { transfers, statements, mischief, once, key });
      counterDoors(app, { payments, now: ground.now });
      pixDoors(app, { payments });
      faultDoors(app, '/bank/sandbox/faults', mischief);
    },
  };
}
