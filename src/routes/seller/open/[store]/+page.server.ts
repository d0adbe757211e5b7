import { me, reopenApplication, submitApplication, withdrawApplication } from '#modules/parties';
import { keepPreference } from '#lib/server/cookies.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { applicationAt, nameOfMissing, stepOf, steps } from '#lib/server/seller-application.ts';
import { sendConfirmation } from '#lib/server/sign.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const view = await applicationAt(locals, params.store);
  const person = await locals.ask(me, {});
  const [last] = view.decisions;
  const isAsked = last?.deed === 'more_asked' && (!view.submittedAt || last.at >= view.submittedAt);
  return {
    id: view.store,
    name: view.name,
    state: view.state,
    submittedAt: view.submittedAt,
    openedAt: view.openedAt,
    /** A draft that the desk gave back, with what it said. */
    asked: view.state === 'draft' && isAsked ? last.why : undefined,
    decisions: view.decisions.map(({ at, deed, why }) => ({ at, deed, why })),
    /** The answer is written to it, so it should be theirs. */
    unconfirmed: person && !person.emailConfirmed ? person.email : undefined,
    isAdmitted: view.asked !== null,
    parts: steps.map((step) => ({
      step,
      missing: view.missing.filter((one) => stepOf(one) === step).map((one) => nameOfMissing(one, view, locals)),
      optional: step === 'account' && !view.asked?.payoutAccount && !view.payoutAccount,
    })),
  };
};

export const actions: Actions = {
  send: async (event) => {
    const form = await readForm(event);
    const sent = await event.locals.perform(form.key, submitApplication, { store: event.params.store });
    return sent.ok ? done(form, event.locals.t('seller.open.sent')) : refused(sent.refusal, form);
  },
  withdraw: async (event) => {
    const form = await readForm(event);
    const taken = await event.locals.perform(form.key, withdrawApplication, { store: event.params.store });
    return taken.ok ? done(form, event.locals.t('seller.open.withdrawn')) : refused(taken.refusal, form);
  },
  reopen: async (event) => {
    const form = await readForm(event);
    const again = await event.locals.perform(form.key, reopenApplication, { store: event.params.store });
    return again.ok ? done(form, event.locals.t('seller.open.reopened')) : refused(again.refusal, form);
  },
  confirmation: sendConfirmation,
  enter: async (event) => {
    const { store } = await applicationAt(event.locals, event.params.store);
    keepPreference(event, 'store', store);
    redirect(303, '/seller');
  },
};
