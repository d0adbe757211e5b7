import { askReset, personOf } from '#modules/parties';
import { email } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { callFrom, inMinutes } from '#lib/server/sign.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const person = locals.by.kind === 'person' ? await locals.ask(personOf, { person: locals.by.id }) : undefined;
  return { email: person?.email };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ email: email() });
    if (!input.ok) return input.again;
    const asked = await askReset(callFrom(event, form.key), input.value);
    if (!asked.ok) return refused(inMinutes(asked.refusal, locals), form, { email_is_wrong: 'email' });
    return done(form, locals.t('account.forgot.sent', input.value));
  },
};
