/** The books: accounts, transfers, day seals. Knows no trade words; what an account means is its owner's business. */
import { newId } from '#kernel/id';
import { every } from '#platform/jobs';
import { perform } from '#platform/perform';
import { system } from '#platform/actor';
import type { House, Module } from '#platform/house';
import { sealDay } from './seal.ts';
import { doors } from './doors.ts';

export { accountKind, kindOf } from './account.ts';
export type { AccountKind } from './account.ts';
export { accountsForStaff } from './accounts-for-staff.ts';
export type { AccountsPage } from './accounts-for-staff.ts';
export { accountForStaff, booksForStaff } from './doors.ts';
export { post } from './post.ts';
export type { Entry, Transfer } from './post.ts';
export { accountsOfKind, balanceOf, balancesOf, seals, transfersOf, trialBalance } from './questions.ts';
export type { Balance, SealRow, TransferLine, TrialLine } from './questions.ts';
export { linkHash, sealDay } from './seal.ts';
export { verifyBooks } from './verify.ts';
export type { BooksProblem, BooksReport } from './verify.ts';

/** Seals yesterday, once it is an hour past. Days without a seal in between are inside the next one. */
async function sealYesterday(house: House): Promise<void> {
  const now = house.clock.now();
  const day = new Date(now.getTime() - 25 * 3_600_000).toISOString().slice(0, 10);
  await perform(house, { key: newId(now), by: system }, sealDay, { day });
}

export const ledger: Module = {
  name: 'ledger',
  migrations: new URL('./migrations/', import.meta.url),
  doors,
  periodic: [every('ledger.seal_yesterday', { minutes: 30 }, sealYesterday)],
};
