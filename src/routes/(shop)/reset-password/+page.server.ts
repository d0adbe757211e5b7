import { redirect } from '@sveltejs/kit';
import { linkAt, resetPassword } from '#modules/parties';
import { dropSession } from '#lib/server/cookies.ts';
import { password } from '#lib/server/fields.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { callFrom } from '#lib/server/sign.ts';
import type { Actions, PageServerLoad } from './$types';

const tokenIn = (url: URL) => url.searchParams.get('token') ?? '';

export const load: PageServerLoad = async ({ locals, setHeaders, url }) => {
  setHeaders({ 'cache-control': 'private, no-store' });
  const link = await locals.ask(linkAt, { token: tokenIn(url) });
  return { link: link?.purpose === 'reset' ? { email: link.email, state: link.state } : undefined };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, url } = event;
    const form = await readForm(event);
    const input = form.take({ password: password() });
    if (!input.ok) return input.again;
    const chosen = await resetPassword(callFrom(event, form.key), { token: tokenIn(url), ...input.value });
    if (!chosen.ok) {
      return refused(chosen.refusal, form, {
        password_is_too_short: 'password',
        password_is_too_long: 'password',
        password_is_easily_guessed: 'password',
      });
    }
    // All sessions have ended, so whoever was signed in here is not.
    if (locals.by.id === chosen.value.person) dropSession(event);
    redirect(303, `${locals.to('/sign-in')}?new-password`);
  },
};
