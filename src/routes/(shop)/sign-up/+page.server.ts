import { redirect } from '@sveltejs/kit';
import { invitationAt, signUp } from '#modules/parties';
import { email, password, text } from '#lib/server/fields.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { callFrom, inMinutes, letIn, onward } from '#lib/server/sign.ts';
import { withoutLocale } from '#lib/words/locales.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const next = onward(event, '/account');
  if (locals.by.kind === 'person') redirect(303, next);
  const from = new URL(next, url);
  // Whoever follows an invitation was written to: the address is known.
  const token = withoutLocale(from.pathname) === '/invitation' ? from.searchParams.get('token') : null;
  const invitation = token ? await locals.ask(invitationAt, { token }) : undefined;
  return { next: url.searchParams.has('next') ? next : undefined, email: invitation?.email };
};

export const actions: Actions = {
  default: async (event) => {
    const { locale, country, currency } = event.locals;
    const form = await readForm(event);
    const input = form.take({ name: text({ most: 120 }), email: email(), password: password() });
    if (!input.ok) return input.again;
    const signed = await signUp(callFrom(event, form.key), { ...input.value, locale, country, currency });
    if (!signed.ok) {
      return refused(inMinutes(signed.refusal, event.locals), form, {
        email_is_wrong: 'email',
        name_is_missing: 'name',
        name_is_too_long: 'name',
        password_is_too_short: 'password',
        password_is_too_long: 'password',
        password_is_easily_guessed: 'password',
      });
    }
    await letIn(event, signed.value);
    redirect(303, onward(event, '/account'));
  },
};
