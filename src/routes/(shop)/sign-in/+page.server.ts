import { redirect } from '@sveltejs/kit';
import { signIn } from '#modules/parties';
import { ordersOfBuyer } from '#modules/trade';
import type { OrderState } from '#modules/trade';
import { keepTicket } from '#lib/server/cookies.ts';
import { email, password } from '#lib/server/fields.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { guardOf } from '#lib/server/guards.ts';
import { byPasskey, callFrom, inMinutes, letIn, nextOf, onward } from '#lib/server/sign.ts';
import { withoutLocale } from '#lib/words/locales.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const next = onward(event, '/');
  if (locals.by.kind === 'person') redirect(303, next);
  const path = withoutLocale(new URL(next, url).pathname);
  return {
    next: url.searchParams.has('next') ? next : undefined,
    /** They came to a page that is for people who are known. */
    needed: guardOf(path) !== 'anyone',
    /** One can order without an account too. */
    ordering: path === '/cart' || path === '/checkout',
    /** Who came to look for orders may have ordered without an account, on this very device. */
    orders: path === '/account/orders' ? await ordersHere(locals) : undefined,
    newPassword: url.searchParams.has('new-password'),
  };
};

async function ordersHere(locals: App.Locals): Promise<{ id: string; number: string; state: OrderState }[]> {
  if (locals.by.kind !== 'guest') return [];
  const { orders } = await locals.ask(ordersOfBuyer, { limit: 5 });
  return orders.map(({ id, number, state }) => ({ id, number, state }));
}

export const actions: Actions = {
  password: async (event) => {
    const form = await readForm(event);
    const input = form.take({ email: email(), password: password() });
    if (!input.ok) return input.again;
    const signed = await signIn(callFrom(event, form.key), input.value);
    if (!signed.ok && signed.refusal.no === 'code_is_needed') {
      keepTicket(event, signed.refusal.ticket);
      redirect(303, event.locals.to('/sign-in/code') + nextOf(event));
    }
    if (!signed.ok) return refused(inMinutes(signed.refusal, event.locals), form);
    await letIn(event, signed.value);
    redirect(303, onward(event, '/'));
  },
  passkey: byPasskey,
};
