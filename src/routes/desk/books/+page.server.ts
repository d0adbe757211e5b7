import { money } from '#kernel/money';
import { booksForStaff, verifyBooks } from '#modules/ledger';
import type { TrialLine } from '#modules/ledger';
import { problemSentence } from '#lib/server/desk-books.ts';
import { readForm, done } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const books = await locals.ask(booksForStaff, undefined);
  const { lines, seals } = books.ok ? books.value : { lines: [], seals: [] };
  const currencies = [...new Set(lines.map(({ currency }) => currency))];
  return {
    sheets: currencies.map((currency) => sheetOf(currency, lines)),
    seals: seals.map(({ day, transfers, hash, previous, at }) => ({ day, transfers, hash, previous, at })),
  };
};

/** A currency's trial balance: what is owed at the end side, what is ours at the start side, and both sums. */
function sheetOf(currency: string, lines: readonly TrialLine[]) {
  const rows = lines
    .filter((line) => line.currency === currency)
    .map(({ kind, minor, accounts }) => ({
      kind,
      accounts,
      debit: minor < 0n ? money(currency, -minor) : null,
      credit: minor > 0n ? money(currency, minor) : null,
    }));
  const sum = (side: 'debit' | 'credit') => rows.reduce((total, row) => total + (row[side]?.minor ?? 0n), 0n);
  return {
    currency,
    rows,
    debit: money(currency, sum('debit')),
    credit: money(currency, sum('credit')),
    difference: money(currency, sum('credit') - sum('debit')),
  };
}

export const actions: Actions = {
  verify: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const { problems, currencies, ...counts } = await locals.ask(verifyBooks, undefined);
    const said =
      problems.length === 0
        ? locals.t('desk.books.hold')
        : locals.t('desk.books.do_not_hold', { count: problems.length });
    const report = { ...counts, currencies, problems: problems.map((problem) => problemSentence(problem, locals)) };
    // The report says it itself; the form says nothing.
    return { ...done(form, said), form: '', report };
  },
};
