import { askReset, confirmEmail, linkAt } from '#modules/parties';
import { dropSession } from '#lib/server/cookies.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { callFrom } from '#lib/server/sign.ts';
import type { Actions, PageServerLoad } from './$types';

const tokenIn = (url: URL) => url.searchParams.get('token') ?? '';

// Looking confirms nothing: mail programs open links too.
export const load: PageServerLoad = async ({ locals, setHeaders, url }) => {
  setHeaders({ 'cache-control': 'private, no-store' });
  const link = await locals.ask(linkAt, { token: tokenIn(url) });
  if (!link || link.purpose === 'reset') return { link: undefined };
  return { link: { purpose: link.purpose, email: link.email, state: link.state } };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, url } = event;
    const form = await readForm(event);
    const token = tokenIn(url);
    const link = await locals.ask(linkAt, { token });
    const confirmed = await locals.perform(form.key, confirmEmail, { token });
    if (!confirmed.ok) return refused(confirmed.refusal, form);
    const { person, email } = confirmed.value;
    if (link?.purpose === 'restore_email') {
      // The old password is void and all sessions have ended: the way in is a new password.
      if (locals.by.id === person) dropSession(event);
      await askReset(callFrom(event, form.key), { email });
      return done(form, locals.t('account.restore.done', { email }));
    }
    return done(
      form,
      locals.t(link?.purpose === 'change_email' ? 'account.change.done' : 'account.confirm.done', { email }),
    );
  },
};
