import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { sideOfKind } from './account.ts';
import type { Balance } from './questions.ts';

export interface AccountsPage {
  side: 'debit' | 'credit';
  /** Positive on the kind's own side; the largest first. */
  accounts: Balance[];
  more: boolean;
}

type AccountsRefusal = { no: 'only_staff_for_money_may_look' } | { no: 'no_such_kind_of_account' };

const perPage = 50;

/** The accounts of a kind that hold something, in pages; `text` is a part of the owner's name. */
export async function accountsForStaff(
  ask: Asking,
  { kind, text = '', page = 1 }: { kind: string; text?: string; page?: number },
): Promise<Result<AccountsPage, AccountsRefusal>> {
  if (!isStaff(ask.by, 'money')) return refuse({ no: 'only_staff_for_money_may_look' });
  const side = sideOfKind(kind);
  if (!side) return refuse({ no: 'no_such_kind_of_account' });
  const rows = await ask.many<Balance>(sql`
    select account, currency, sum(minor)::bigint as minor
      from ledger.accounts
     where kind = ${kind} and position(${text.trim()} in account) > 0
     group by account, currency having sum(minor) <> 0
     order by abs(sum(minor)) desc, account, currency
     limit ${perPage + 1} offset ${(page - 1) * perPage}`);
  const accounts = rows.slice(0, perPage).map((row) => ({ ...row, minor: side === 'credit' ? row.minor : -row.minor }));
  return ok({ side, accounts, more: rows.length > perPage });
}
