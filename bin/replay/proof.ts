/** The proof that the books hold, in one look at the database: sums, chain, escrow beside what open orders hold, stock. */
import { checkStock } from '#modules/catalogue';
import type { StockProblem } from '#modules/catalogue';
import { trialBalance, verifyBooks } from '#modules/ledger';
import type { BooksProblem, BooksReport, TrialLine } from '#modules/ledger';
import { heldByOrders } from '#modules/trade';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { asking } from '#platform/work';
import type { Asking } from '#platform/work';
import { escrowByOrder } from './escrow-by-order.ts';
import { amount } from './words.ts';

export interface EscrowLine {
  currency: string;
  /** What the accounts of escrow hold. */
  escrow: bigint;
  /** What orders hold whose money waits here. */
  held: bigint;
  orders: number;
}

export interface Proof {
  books: BooksReport;
  accounts: number;
  escrow: EscrowLine[];
  /** What in escrow is for no open order, and is well all the same. */
  notes: string[];
  /** In plain words; empty when everything holds. */
  problems: string[];
}

export async function proofOf(house: House): Promise<Proof> {
  const connection = await house.db.take();
  try {
    // A house at work changes meanwhile; everything here is of the same moment.
    await connection.query('begin isolation level repeatable read read only');
    const proof = await prove(asking(house, system, connection));
    await connection.query('rollback');
    return proof;
  } finally {
    connection.release(true);
  }
}

async function prove(ask: Asking): Promise<Proof> {
  const [books, trial, stock] = [await verifyBooks(ask), await trialBalance(ask), await checkStock(ask)];
  const accounts = trial.reduce((sum, line) => sum + line.accounts, 0);
  const escrow = await escrowOf(ask, trial);
  const differs = escrow.some((line) => line.escrow !== line.held);
  const { notes, problems } = differs ? await escrowByOrder(ask) : { notes: [], problems: [] };
  return {
    books,
    accounts,
    escrow,
    notes,
    problems: [...books.problems.map(inWords), ...problems, ...stock.map(stockInWords)],
  };
}

async function escrowOf(ask: Asking, trial: TrialLine[]): Promise<EscrowLine[]> {
  const orders = await heldByOrders(ask);
  const inEscrow = trial.filter(({ kind }) => kind === 'escrow');
  const currencies = [...new Set([...inEscrow, ...orders].map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const held = orders.find((one) => one.currency === currency);
    return {
      currency,
      escrow: inEscrow.find((one) => one.currency === currency)?.minor ?? 0n,
      held: held?.minor ?? 0n,
      orders: held?.orders ?? 0,
    };
  });
}

function inWords(problem: BooksProblem): string {
  switch (problem.what) {
    case 'books_do_not_sum_to_zero':
      return `The books in ${problem.currency} sum to ${amount(problem.currency, problem.minor)}, not to zero.`;
    case 'balance_differs_from_transfers':
      return `Account ${problem.account} stands at ${amount(problem.currency, problem.balance)} (credits less debits), but its transfers make ${amount(problem.currency, problem.transfers)}.`;
    case 'account_is_overdrawn':
      return `Account ${problem.account} may never be below zero, and stands at ${amount(problem.currency, problem.minor)}.`;
    case 'link_is_broken':
      return `The chain breaks at link ${problem.n}, sealed ${problem.day ? `on ${problem.day}` : 'on no day'}: ${brokenBy[problem.why](problem)}. What comes after it is in doubt.`;
    case 'seal_is_broken':
      return `The seal of ${problem.day} does not fit the transfers that it seals.`;
    case 'transfer_is_not_sealed':
      return `Line ${problem.line} of entry ${problem.entry}, of ${problem.at.toISOString()}, is in no seal: it was written after its day was sealed.`;
  }
}

type BrokenLink = Extract<BooksProblem, { what: 'link_is_broken' }>;

const brokenBy: Record<BrokenLink['why'], (link: BrokenLink) => string> = {
  transfer_was_changed: ({ entry, line }) => `line ${line} of entry ${entry} was changed after it was sealed`,
  transfer_is_missing: ({ entry, line }) => `line ${line} of entry ${entry} is gone`,
  link_is_missing: ({ entry, line }) => `a link is gone; the next one there is line ${line} of entry ${entry}`,
};

const stockInWords = ({ variant, held, counted }: StockProblem): string =>
  `Of variant ${variant} ${held} are held, but orders hold ${counted}.`;
