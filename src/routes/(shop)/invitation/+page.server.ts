import { redirect } from '@sveltejs/kit';
import { acceptInvitation, invitationAt, personOf } from '#modules/parties';
import { keepPreference } from '#lib/server/cookies.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const tokenIn = (url: URL) => url.searchParams.get('token') ?? '';

export const load: PageServerLoad = async ({ locals, setHeaders, url }) => {
  setHeaders({ 'cache-control': 'private, no-store' });
  const [invitation, person] = await Promise.all([
    locals.ask(invitationAt, { token: tokenIn(url) }),
    locals.by.kind === 'person' ? locals.ask(personOf, { person: locals.by.id }) : undefined,
  ]);
  return {
    invitation: invitation && { store: invitation.storeName, email: invitation.email, roles: invitation.roles },
    as: person && { name: person.name, email: person.email },
    here: url.pathname + url.search,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, url } = event;
    const form = await readForm(event);
    if (locals.by.kind !== 'person')
      redirect(303, locals.to(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`));
    const accepted = await locals.perform(form.key, acceptInvitation, { token: tokenIn(url) });
    if (!accepted.ok) return refused(accepted.refusal, form);
    // The seller centre opens with this store.
    keepPreference(event, 'store', accepted.value.store);
    redirect(303, '/seller');
  },
};
