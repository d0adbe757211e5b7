import { redirect } from '@sveltejs/kit';
import { signInWithCode } from '#modules/parties';
import { dropTicket, ticketOf } from '#lib/server/cookies.ts';
import { text } from '#lib/server/fields.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { callFrom, inMinutes, letIn, onward } from '#lib/server/sign.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { locals, url } = event;
  if (locals.by.kind === 'person') redirect(303, onward(event, '/'));
  // Without the first step there is no second.
  if (!ticketOf(event)) redirect(303, locals.to('/sign-in') + url.search);
  return { back: locals.to('/sign-in') + url.search };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const input = form.take({ code: text({ most: 40 }) });
    if (!input.ok) return input.again;
    const ticket = ticketOf(event) ?? '';
    const signed = await signInWithCode(callFrom(event, form.key), { ticket, ...input.value });
    if (!signed.ok) return refused(inMinutes(signed.refusal, event.locals), form, { code_is_wrong: 'code' });
    dropTicket(event);
    await letIn(event, signed.value);
    redirect(303, onward(event, '/'));
  },
};
