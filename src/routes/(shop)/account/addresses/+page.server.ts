import { addressLines, countryName } from '#kernel/place';
import { addressesOfPerson, putAddressFirst, removeAddress } from '#modules/parties';
import { text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const addresses = await locals.ask(addressesOfPerson, {});
  const did = url.searchParams.get('did');
  return {
    did: did === 'added' || did === 'changed' ? did : undefined,
    addresses: addresses.map(({ id, address, phone, first }) => ({
      id,
      first,
      phone,
      inShort: `${address.name}, ${address.street}`,
      lines: addressLines(address),
      country: countryName(address.country, locals.locale),
    })),
  };
};

// The address that was acted on may be gone from the list, so the page says what was done, not the form.
const list = 'list';

export const actions: Actions = {
  first: async (event) => {
    const form = await readForm(event);
    const input = form.take({ id: text({ most: 36 }) });
    if (!input.ok) return input.again;
    const put = await event.locals.perform(form.key, putAddressFirst, input.value);
    form.name = form.outcome.form = list;
    return put.ok ? done(form, event.locals.t('account.addresses.now_first')) : refused(put.refusal, form);
  },
  remove: async (event) => {
    const form = await readForm(event);
    const input = form.take({ id: text({ most: 36 }) });
    if (!input.ok) return input.again;
    const removed = await event.locals.perform(form.key, removeAddress, input.value);
    form.name = form.outcome.form = list;
    return removed.ok ? done(form, event.locals.t('account.addresses.removed')) : refused(removed.refusal, form);
  },
};
