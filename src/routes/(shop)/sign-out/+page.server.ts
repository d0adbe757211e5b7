import { redirect } from '@sveltejs/kit';
import { signOut } from '#modules/parties';
import { dropSession } from '#lib/server/cookies.ts';
import { readForm } from '#lib/server/forms.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    if (locals.by.kind === 'person') await locals.perform(form.key, signOut, {});
    dropSession(event);
    redirect(303, locals.to('/sign-out'));
  },
};
