import { error } from '@sveltejs/kit';
import { countriesByName, isCountry } from '#kernel/place';
import { balanceOfStore, payoutsOf, requestPayout, setPayoutPlan } from '#modules/finance';
import { accountForm, payoutAccountPage, setPayoutAccount, storesOf } from '#modules/parties';
import { accountFields, readAccount } from '#lib/seller/account-form.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { beforeIn, placeIn } from '#lib/seller/trail.ts';
import { amount, oneOf } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const store = storeAt(locals);
  const before = beforeIn(url);
  const [money, payouts, account, [view]] = await Promise.all([
    locals.ask(balanceOfStore, { store }),
    locals.ask(payoutsOf, { store, limit: 25, ...(before ? { before } : {}) }),
    locals.ask(payoutAccountPage, { store }),
    locals.ask(storesOf, { stores: [store] }),
  ]);
  if (!money || !payouts || !view) error(404, locals.t('error.404'));
  const wanted = url.searchParams.get('country') ?? '';
  const country = isCountry(wanted) ? wanted : (account?.account?.country ?? view.country);
  const own = money.balances.find(({ currency }) => currency === view.currency)!;
  return {
    currency: view.currency,
    available: { currency: view.currency, minor: own.available },
    minimum: own.minimum === null ? undefined : { currency: view.currency, minor: own.minimum },
    suspended: view.state === 'suspended',
    plan: money.plan,
    account: account?.account ?? undefined,
    country,
    changes: wanted !== '',
    form: accountForm(country),
    countries: countriesByName(locals.locale).map(({ code, name }) => ({ value: code, label: name })),
    payouts: payouts.payouts,
    place: placeIn(url, payouts.next),
  };
};

async function currencyOf(locals: App.Locals, store: string): Promise<string> {
  const [view] = await locals.ask(storesOf, { stores: [store] });
  if (!view) error(404, locals.t('error.404'));
  return view.currency;
}

export const actions: Actions = {
  request: async (event) => {
    const { locals } = event;
    const store = storeAt(locals);
    const form = await readForm(event);
    const input = form.take({ amount: amount(await currencyOf(locals, store)) });
    if (!input.ok) return input.again;
    const asked = await locals.perform(form.key, requestPayout, { store, amount: input.value.amount });
    if (!asked.ok)
      return refused(asked.refusal, form, { amount_is_below_the_minimum: 'amount', more_than_is_available: 'amount' });
    return done(form, locals.t('seller.payouts.asked'));
  },
  plan: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ plan: oneOf(['weekly', 'asked']) });
    if (!input.ok) return input.again;
    const set = await locals.perform(form.key, setPayoutPlan, {
      store: storeAt(locals),
      weekly: input.value.plan === 'weekly',
    });
    return set.ok ? done(form, locals.t('seller.payouts.plan_set')) : refused(set.refusal, form);
  },
  account: async (event) => {
    const { locals } = event;
    const store = storeAt(locals);
    const form = await readForm(event);
    const input = readAccount(form);
    if (!input.ok) return input.again;
    const currency = await currencyOf(locals, store);
    const set = await locals.perform(form.key, setPayoutAccount, { ...input.value, store, currency });
    return set.ok ? done(form, locals.t('seller.payouts.account_set')) : refused(set.refusal, form, accountFields);
  },
};
