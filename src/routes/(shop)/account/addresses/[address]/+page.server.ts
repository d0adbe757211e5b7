import { error, redirect } from '@sveltejs/kit';
import { addressesOfPerson, editAddress } from '#modules/parties';
import { readForm, refused } from '#lib/server/forms.ts';
import { asTyped, askKeptAddress, keptAddress } from '#lib/server/kept-address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, params } = event;
  const kept = (await locals.ask(addressesOfPerson, {})).find(({ id }) => id === params.address);
  if (!kept) error(404, locals.t('error.404'));
  const { address, phone, first } = kept;
  const asked = askKeptAddress(event, address.country);
  // Another country has other regions, codes and quarters: only who and the street stay.
  const same = asked.asked.country === address.country;
  const elsewhere = { ...address, number: '', district: '', city: '', region: '', postalCode: '', sortingCode: '' };
  return { ...asked, address: same ? address : elsewhere, phone, mayBeFirst: !first };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const input = form.take(keptAddress);
    if (!input.ok) return input.again;
    const id = event.params.address;
    const edited = await event.locals.perform(form.key, editAddress, { ...asTyped(input.value), id });
    if (!edited.ok) return refused(edited.refusal, form, { phone_is_wrong: 'phone' });
    redirect(303, `${event.locals.to('/account/addresses')}?did=changed`);
  },
};
