import { redirect } from '@sveltejs/kit';
import { signOut } from '#modules/parties';
import { dropSession } from '#lib/server/cookies.ts';
import { readForm } from '#lib/server/forms.ts';
import { onward } from '#lib/server/sign.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
  next: event.url.searchParams.has('next') ? onward(event, '/') : undefined,
});

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    if (locals.by.kind === 'person') await locals.perform(form.key, signOut, {});
    dropSession(event);
    // The page says so, and knows where its reader wants to go on with another account.
    redirect(303, locals.to('/sign-out') + event.url.search);
  },
};
