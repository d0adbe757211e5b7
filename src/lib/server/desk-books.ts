/** What proving the books found, each problem in a sentence. */
import { formatMoney, money } from '#kernel/money';
import type { BooksProblem } from '#modules/ledger';
import { whenText } from '../days.ts';

export function problemSentence(problem: BooksProblem, { t, locale }: App.Locals): string {
  const amount = (currency: string, minor: bigint) => formatMoney(money(currency, minor), locale);
  switch (problem.what) {
    case 'books_do_not_sum_to_zero':
      return t('desk.books.problem.sum', {
        currency: problem.currency,
        amount: amount(problem.currency, problem.minor),
      });
    case 'balance_differs_from_transfers':
      return t('desk.books.problem.balance', {
        account: problem.account,
        balance: amount(problem.currency, problem.balance),
        transfers: amount(problem.currency, problem.transfers),
      });
    case 'account_is_overdrawn':
      return t('desk.books.problem.overdrawn', {
        account: problem.account,
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
