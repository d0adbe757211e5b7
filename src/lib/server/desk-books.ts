/** What proving the books found, each problem in a sentence. */
import { formatMoney, money } from '#kernel/money';
import type { BooksProblem } from '#modules/ledger';
import { whenText } from '../days.ts';
import { accountParts, accountText } from '../desk/accounts.ts';

export function problemSentence(problem: BooksProblem, { t, locale }: App.Locals): string {
  // Each keeps its own order, also among words that go the other way.
  const amount = (currency: string, minor: bigint) => `\u2068${formatMoney(money(currency, minor), locale)}\u2069`;
  const name = (account: string) => {
    const { kind, owner } = accountParts(account);
    return owner === '' ? accountText(kind, t) : `${accountText(kind, t)} \u2066${owner}\u2069`;
  };
  switch (problem.what) {
    case 'books_do_not_sum_to_zero':
      return t('desk.books.problem.sum', {
        currency: problem.currency,
        amount: amount(problem.currency, problem.minor),
      });
    case 'balance_differs_from_transfers':
      return t('desk.books.problem.balance', {
        account: name(problem.account),
        balance: amount(problem.currency, problem.balance),
        transfers: amount(problem.currency, problem.transfers),
      });
    case 'account_is_overdrawn':
      return t('desk.books.problem.overdrawn', {
        account: name(problem.account),
        amount: amount(problem.currency, problem.minor),
      });
    case 'link_is_broken':
      return t('desk.books.problem.link', {
        n: problem.n,
        day: problem.day ?? '–',
        entry: problem.entry,
        line: problem.line,
        why: problem.why,
      });
    case 'seal_is_broken':
      return t('desk.books.problem.seal', { day: problem.day });
    case 'transfer_is_not_sealed':
      return t('desk.books.problem.unsealed', {
        entry: problem.entry,
        line: problem.line,
        at: whenText(problem.at, locale, { moment: true, exact: true, zone: 'UTC' }),
      });
  }
}
