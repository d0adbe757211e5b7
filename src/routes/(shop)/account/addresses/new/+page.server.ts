import { redirect } from '@sveltejs/kit';
import { addAddress, addressesOfPerson } from '#modules/parties';
import { readForm, refused } from '#lib/server/forms.ts';
import { asTyped, askKeptAddress, keptAddress } from '#lib/server/kept-address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals } = event;
  const others = await locals.ask(addressesOfPerson, {});
  // The first one kept is offered first without asking.
  return { ...askKeptAddress(event, locals.country), name: locals.by.name, mayBeFirst: others.length > 0 };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const input = form.take(keptAddress);
    if (!input.ok) return input.again;
    const added = await event.locals.perform(form.key, addAddress, asTyped(input.value));
    if (!added.ok) return refused(added.refusal, form, { phone_is_wrong: 'phone' });
    redirect(303, `${event.locals.to('/account/addresses')}?did=added`);
  },
};
