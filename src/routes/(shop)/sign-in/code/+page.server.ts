import { redirect } from '@sveltejs/kit';
import { signInWithCode } from '#modules/parties';
import { dropTicket, ticketOf } from '#lib/server/cookies.ts';
import { text } from '#lib/server/fields.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { byPasskey, callFrom, inMinutes, letIn, nextOf, onward } from '#lib/server/sign.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { locals } = event;
  if (locals.by.kind === 'person') redirect(303, onward(event, '/'));
  const back = locals.to('/sign-in') + nextOf(event);
  // Without the first step there is no second.
  if (!ticketOf(event)) redirect(303, back);
  return { back };
};

export const actions: Actions = {
  code: async (event) => {
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
  passkey: byPasskey,
};
