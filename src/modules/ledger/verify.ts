import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { TransferLine } from './questions.ts';
import { genesis, linkHash } from './seal.ts';

export type BooksProblem =
  | { what: 'books_do_not_sum_to_zero'; currency: string; minor: bigint }
  | { what: 'balance_differs_from_transfers'; account: string; currency: string; balance: bigint; transfers: bigint }
  | { what: 'account_is_overdrawn'; account: string; currency: string; minor: bigint }
  | {
      what: 'link_is_broken';
      n: bigint;
      day: string | null;
      entry: string;
      line: number;
      why: 'transfer_was_changed' | 'transfer_is_missing' | 'link_is_missing';
    }
  | { what: 'seal_is_broken'; day: string }
  | { what: 'transfer_is_not_sealed'; entry: string; line: number; at: Date };

export interface BooksReport {
  transfers: number;
  accounts: number;
  links: number;
  seals: number;
  currencies: string[];
  /** Empty when the books and the chain hold. The first broken link comes first among those of the chain. */
  problems: BooksProblem[];
}

/** Proves the books: every currency sums to zero, every balance is the sum of its transfers, and the chain is whole. */
export async function verifyBooks(ask: Asking): Promise<BooksReport> {
  const sums = await ask.many<{ currency: string; minor: bigint | null }>(sql`
    select currency, sum(minor)::bigint as minor from ledger.accounts group by currency order by currency`);
  const counts = await ask.one<{ transfers: number; accounts: number }>(sql`
    select (select count(*)::int from ledger.transfers) as transfers, (select count(*)::int from ledger.accounts) as accounts`);
  const chain = await verifyChain(ask);
  return {
    transfers: counts?.transfers ?? 0,
    accounts: counts?.accounts ?? 0,
    links: chain.links,
    seals: chain.seals,
    currencies: sums.map((one) => one.currency),
    problems: [
      ...sums
        .filter((one) => one.minor !== 0n)
        .map((one) => ({ what: 'books_do_not_sum_to_zero' as const, currency: one.currency, minor: one.minor ?? 0n })),
      ...(await differences(ask)),
      ...(await overdrawn(ask)),
      ...chain.problems,
    ],
  };
}

async function differences(ask: Asking): Promise<BooksProblem[]> {
  const rows = await ask.many<{
    account: string;
    currency: string;
    balance: bigint | null;
    transfers: bigint | null;
  }>(sql`
    with moved as (
      select account, currency, sum(minor)::bigint as minor
        from (select debit as account, currency, -minor as minor from ledger.transfers
              union all
              select credit, currency, minor from ledger.transfers) as t
       group by account, currency),
    held as (select account, currency, sum(minor)::bigint as minor from ledger.accounts group by account, currency)
    select coalesce(held.account, moved.account) as account, coalesce(held.currency, moved.currency) as currency,
           coalesce(held.minor, 0) as balance, coalesce(moved.minor, 0) as transfers
      from held full join moved on moved.account = held.account and moved.currency = held.currency
     where coalesce(held.minor, 0) <> coalesce(moved.minor, 0)
     limit 20`);
  return rows.map((row) => ({
    what: 'balance_differs_from_transfers',
    ...row,
    balance: row.balance ?? 0n,
    transfers: row.transfers ?? 0n,
  }));
}

async function overdrawn(ask: Asking): Promise<BooksProblem[]> {
  const rows = await ask.many<{ account: string; currency: string; minor: bigint }>(sql`
    select account, currency, minor from ledger.accounts where guarded and minor < 0 limit 20`);
  return rows.map((row) => ({ what: 'account_is_overdrawn', ...row }));
}

interface LinkRow extends Omit<TransferLine, 'kind' | 'reference' | 'at' | 'debit' | 'credit' | 'currency' | 'minor'> {
  n: bigint;
  hash: string;
  kind: string | null;
  reference: string | null;
  at: Date | null;
  debit: string | null;
  credit: string | null;
  currency: string | null;
  minor: bigint | null;
}

/** Walks the chain from its start and stops at the first link that does not hold: everything after it is in doubt. */
async function verifyChain(ask: Asking): Promise<{ links: number; seals: number; problems: BooksProblem[] }> {
  const sealed = await ask.many<{ day: string; last_link: bigint; hash: string; previous: string }>(sql`
    select day, last_link, hash, previous from ledger.seals order by day`);
  const dayOf = (n: bigint) => sealed.find((seal) => seal.last_link >= n)?.day ?? null;
  let hash = genesis;
  let n = 0n;
  let next = 0;
  const problems: BooksProblem[] = [];
  const checkSeals = () => {
    for (; next < sealed.length && sealed[next]!.last_link === n; next++) {
      const before = next === 0 ? genesis : sealed[next - 1]!.hash;
      if (sealed[next]!.hash !== hash || sealed[next]!.previous !== before)
        problems.push({ what: 'seal_is_broken', day: sealed[next]!.day });
    }
  };
  checkSeals();
  for (;;) {
    const rows: LinkRow[] = await ask.many<LinkRow>(sql`
      select l.n, l.entry, l.line, l.hash, t.kind, t.reference, t.at, t.debit, t.credit, t.currency, t.minor
        from ledger.links l
        left join ledger.transfers t on t.entry = l.entry and t.line = l.line
       where l.n > ${n} order by l.n limit 5000`);
    for (const row of rows) {
      const broken = brokenBy(row, n + 1n, hash);
      if (broken) {
        problems.push({
          what: 'link_is_broken',
          n: n + 1n,
          day: dayOf(n + 1n),
          entry: row.entry,
          line: row.line,
          why: broken,
        });
        return { links: Number(n), seals: sealed.length, problems };
      }
      hash = row.hash;
      n = row.n;
      checkSeals();
    }
    if (rows.length === 0) break;
  }
  for (const seal of sealed.slice(next)) problems.push({ what: 'seal_is_broken', day: seal.day });
  problems.push(...(await unsealed(ask, sealed.at(-1)?.day)));
  return { links: Number(n), seals: sealed.length, problems };
}

function brokenBy(
  row: LinkRow,
  expected: bigint,
  previous: string,
): 'transfer_was_changed' | 'transfer_is_missing' | 'link_is_missing' | undefined {
  if (row.n !== expected) return 'link_is_missing';
  if (row.minor === null) return 'transfer_is_missing';
  return linkHash(previous, row as TransferLine) === row.hash ? undefined : 'transfer_was_changed';
}

/** Transfers from before the last seal that are in no chain: written behind the seal's back. Fresh latecomers are in the next seal. */
async function unsealed(ask: Asking, lastDay: string | undefined): Promise<BooksProblem[]> {
  if (!lastDay) return [];
  const settled = new Date(Date.parse(`${lastDay}T00:00:00Z`));
  const rows = await ask.many<{ entry: string; line: number; at: Date }>(sql`
    select t.entry, t.line, t.at from ledger.transfers t
     where t.at < ${settled} and not exists (select 1 from ledger.links l where l.entry = t.entry and l.line = t.line)
     order by t.at limit 20`);
  return rows.map((row) => ({ what: 'transfer_is_not_sealed', ...row }));
}
