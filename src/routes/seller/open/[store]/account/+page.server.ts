import { redirect } from '@sveltejs/kit';
import { countriesByName, isCountry } from '#kernel/place';
import { accountForm, setPayoutAccount } from '#modules/parties';
import { draftAt } from '#lib/server/seller-application.ts';
import { accountFields, readAccount } from '#lib/seller/account-form.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const view = await draftAt(locals, params.store);
  const wanted = url.searchParams.get('country') ?? '';
  const country = isCountry(wanted) ? wanted : (view.payoutAccount?.country ?? view.country);
  return {
    id: view.store,
    left: view.left,
    name: view.name,
    needed: view.asked?.payoutAccount ?? false,
    account: view.payoutAccount,
    holder: view.payoutAccount?.holder ?? view.identity['legal_name'] ?? view.identity['full_name'] ?? '',
    currency: view.currency,
    country,
    form: accountForm(country),
    countries: countriesByName(locals.locale).map(({ code, name }) => ({ value: code, label: name })),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await readForm({ request, locals });
    const { currency } = await draftAt(locals, params.store);
    const input = readAccount(form);
    if (!input.ok) return input.again;
    const set = await locals.perform(form.key, setPayoutAccount, { ...input.value, store: params.store, currency });
    if (!set.ok) return refused(set.refusal, form, accountFields);
    redirect(303, `/seller/open/${params.store}`);
  },
};
