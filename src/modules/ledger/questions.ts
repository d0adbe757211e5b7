import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { kindOf } from './account.ts';

/** An account's balance in minor units, positive on its own side. */
export async function balanceOf(ask: Asking, account: string, currency: string): Promise<bigint> {
  const row = await ask.one<{ minor: bigint | null }>(sql`
    select sum(minor)::bigint as minor from ledger.accounts where account = ${account} and currency = ${currency}`);
  return own(account, row?.minor ?? 0n);
}

export interface Balance {
  account: string;
  currency: string;
  minor: bigint;
}

/** The balances of several accounts, in every currency that they hold, positive on their own side. */
export async function balancesOf(ask: Asking, accounts: readonly string[]): Promise<Balance[]> {
  const rows = await ask.many<{ account: string; currency: string; minor: bigint | null }>(sql`
    select account, currency, sum(minor)::bigint as minor
      from ledger.accounts where account = any(${accounts}::text[])
     group by account, currency order by account, currency`);
  return rows.map((row) => ({ ...row, minor: own(row.account, row.minor ?? 0n) }));
}

function own(account: string, minor: bigint): bigint {
  return kindOf(account).side === 'credit' ? minor : -minor;
}

export interface TransferLine {
  entry: string;
  line: number;
  kind: string;
  reference: string;
  at: Date;
  debit: string;
  credit: string;
  currency: string;
  minor: bigint;
}

/** An account's transfers, newest first, in pages: `before` is the last line of the page before. */
export async function transfersOf(
  ask: Asking,
  {
    account,
    from,
    to,
    before,
    limit = 50,
  }: { account: string; from?: Date; to?: Date; before?: { at: Date; entry: string; line: number }; limit?: number },
): Promise<TransferLine[]> {
  const at = before?.at ?? new Date('9999-01-01');
  const entry = before?.entry ?? '';
  const line = before?.line ?? 0;
  return ask.many<TransferLine>(sql`
    select entry, line, kind, reference, at, debit, credit, currency, minor
      from ledger.transfers
     where (debit = ${account} or credit = ${account})
       and at >= ${from ?? new Date(0)} and at < ${to ?? new Date('9999-01-01')}
       and (at, entry, line) < (${at}, ${entry}, ${line})
     order by at desc, entry desc, line desc
     limit ${limit}`);
}

export interface TrialLine {
  kind: string;
  currency: string;
  /** Credits less debits. */
  minor: bigint;
  accounts: number;
}

/** The trial balance: what each kind of account holds, by currency. Each currency's lines sum to zero. */
export async function trialBalance(ask: Asking): Promise<TrialLine[]> {
  return ask.many<TrialLine>(sql`
    select kind, currency, sum(minor)::bigint as minor, count(distinct account)::int as accounts
      from ledger.accounts
     group by kind, currency
     order by currency, kind`);
}

export interface SealRow {
  day: string;
  last_link: bigint;
  transfers: number;
  hash: string;
  previous: string;
  at: Date;
}

/** The sealed days, newest first. */
export async function seals(ask: Asking, { limit = 60 }: { limit?: number }): Promise<SealRow[]> {
  return ask.many<SealRow>(sql`
    select day, last_link, transfers, hash, previous, at from ledger.seals order by day desc limit ${limit}`);
}

/** The accounts of a kind with what they hold, largest first. */
export async function accountsOfKind(
  ask: Asking,
  { kind, limit = 100 }: { kind: string; limit?: number },
): Promise<Balance[]> {
  return ask.many<Balance>(sql`
    select account, currency, sum(minor)::bigint as minor
      from ledger.accounts where kind = ${kind}
     group by account, currency having sum(minor) <> 0
     order by abs(sum(minor)) desc, account limit ${limit}`);
}
