/** Money out: stores' balances, payouts, statements; and the proof that bank, provider and books agree. */
import type { Module } from '#platform/house';
import { askAgain, askBank, askForOpen } from './ask-bank.ts';
import { bookProviderSettlement } from './book-settlement.ts';
import { closeMonths, openAccount } from './close-months.ts';
import { doors } from './doors.ts';
import { reconcileDaily } from './fetch-statement.ts';
import { bankRoutes, bankWebhooksAgain } from './hear-bank.ts';
import { letterOfPayout } from './letters.ts';
import { seedMinimums } from './minimums.ts';
import { payoutLife } from './payout.ts';
import { payWeekly } from './weekly-payouts.ts';

export { balanceOfStore } from './balance.ts';
export type { BalancePage, StoreBalance } from './balance.ts';
export { bookSettlement } from './book-settlement.ts';
export type { BookSettlementRefusal, ProviderSettlement } from './book-settlement.ts';
export { monthsOf } from './close-months.ts';
export type { MonthStatement } from './close-months.ts';
export { moneyComing } from './money-coming.ts';
export type { MoneyComing } from './money-coming.ts';
export type { DayAhead } from './days-ahead.ts';
export { payoutPaid, payoutRejected, payoutRequested } from './facts.ts';
export type { PayoutFact } from './facts.ts';
export { payoutLife } from './payout.ts';
export type { PayoutState } from './payout.ts';
export { askBankAgain, payoutsForDesk, payoutsOf } from './payouts-of.ts';
export type { AskBankAgainRefusal, PayoutsPage, PayoutsWanted, PayoutView } from './payouts-of.ts';
export { bankDay, explainBankLine, reconciliation, settlementsForDesk } from './reconciliation.ts';
export type {
  BankDay,
  BankLineView,
  ExplainBankLineRefusal,
  MissingAtBank,
  Reconciliation,
  SettlementView,
} from './reconciliation.ts';
export { requestPayout } from './request-payout.ts';
export type { RequestPayoutRefusal } from './request-payout.ts';
export { settlePayout } from './settle-payout.ts';
export type { SettlePayoutRefusal } from './settle-payout.ts';
export type { StatementKind, StatementLine } from './statement-lines.ts';
export { statementCsv, statementOf } from './statement.ts';
export { statementPdf } from './statement-pdf.ts';
export type { Statement, StatementRefusal, StatementWanted } from './statement.ts';
export { setPayoutPlan } from './weekly-payouts.ts';

export const finance: Module = {
  name: 'finance',
  migrations: new URL('./migrations/', import.meta.url),
  doors,
  routes: bankRoutes,
  reactions: [bookProviderSettlement, openAccount],
  jobs: [askBank, askAgain, letterOfPayout],
  periodic: [askForOpen, payWeekly, closeMonths, reconcileDaily, ...bankWebhooksAgain],
  lives: [{ table: 'finance.payouts', life: payoutLife }],
  seed: seedMinimums,
};
