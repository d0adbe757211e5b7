import { money } from '#kernel/money';
import { addDays, dayOf, isDay } from '#kernel/period';
import { bankDay, explainBankLine, reconciliation } from '#modules/finance';
import type { BankLineView } from '#modules/finance';
import { text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const lineOf = ({ currency, minor, ...one }: BankLineView) => ({ ...one, amount: money(currency, minor) });

export const load: PageServerLoad = async ({ locals, url }) => {
  const now = locals.house.clock.now();
  const asked = url.searchParams.get('day') ?? '';
  const found = await locals.ask(reconciliation, undefined);
  const { days, books, open, missing, unbooked } = found.ok
    ? found.value
    : { days: [], books: [], open: [], missing: [], unbooked: [] };
  const day = isDay(asked) ? asked : (days[0]?.day ?? addDays(dayOf(now), -1));
  const statement = await locals.ask(bankDay, { day });
  const lines = statement.ok ? statement.value.lines : [];
  const balances = statement.ok ? statement.value.days : [];
  return {
    last: days[0]?.day,
    balances: days.map(({ currency, closing }) => ({
      currency,
      bank: money(currency, closing),
      books: money(currency, books.find((one) => one.currency === currency)?.minor ?? 0n),
    })),
    open: open.map(lineOf),
    missing: missing.map(({ currency, minor, ...one }) => ({ ...one, amount: money(currency, minor) })),
    unbooked,
    day,
    before: addDays(day, -1),
    after: day < dayOf(now) ? addDays(day, 1) : undefined,
    lines: lines.map(lineOf),
    opening: balances.map(({ currency, opening, closing }) => ({
      currency,
      opening: money(currency, opening),
      closing: money(currency, closing),
    })),
    now,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const input = form.take({ line: text({ most: 200 }), why: text({ most: 500 }) });
    if (!input.ok) return input.again;
    const said = await event.locals.perform(form.key, explainBankLine, input.value);
    if (!said.ok) return refused(said.refusal, form, { reason_is_missing: 'why' });
    return done(form, event.locals.t('desk.bank.done'));
  },
};
