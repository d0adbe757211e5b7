import { redirect } from '@sveltejs/kit';
import { cardsOf } from '#modules/catalogue';
import { forgetFootprints, productsLookedAt } from '#modules/discovery';
import {
  allowFootprints,
  askCopy,
  askToLeave,
  copiesOf,
  footprintsOf,
  leavingOf,
  personOf,
  secondStepOf,
  stayAfterAll,
} from '#modules/parties';
import { optional, password, text, tick } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { callFrom, inMinutes } from '#lib/server/sign.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [person, footprints, { copies }, leaving, secondStep, { products }] = await Promise.all([
    locals.ask(personOf, { person: locals.by.id }),
    locals.ask(footprintsOf, {}),
    locals.ask(copiesOf, {}),
    locals.ask(leavingOf, {}),
    locals.ask(secondStepOf, {}),
    locals.ask(productsLookedAt, {}),
  ]);
  if (!person) redirect(303, locals.to('/sign-out'));
  return {
    hasPassword: person.hasPassword,
    footprints: footprints.since,
    lookedAt: (await locals.ask(cardsOf, { products, locale: locals.locale })).map(({ product, title }) => ({
      product,
      title,
    })),
    copies,
    leaving: leaving.due,
    secondStep: secondStep.since !== undefined,
  };
};

export const actions: Actions = {
  footprints: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ allowed: tick() });
    if (!input.ok) return input.again;
    const said = await locals.perform(form.key, allowFootprints, input.value);
    if (!said.ok) return refused(said.refusal, form);
    // A fact says so, too; but what they see next shall be empty already.
    if (!said.value.allowed) await locals.perform(`${form.key}.forget`, forgetFootprints, {});
    return done(form, locals.t(said.value.allowed ? 'data.footprints.on' : 'data.footprints.off'));
  },
  forget: async (event) => {
    const form = await readForm(event);
    const forgotten = await event.locals.perform(form.key, forgetFootprints, {});
    form.name = form.outcome.form = '?/footprints';
    return forgotten.ok ? done(form, event.locals.t('data.footprints.forgotten')) : refused(forgotten.refusal, form);
  },
  copy: async (event) => {
    const form = await readForm(event);
    const asked = await event.locals.perform(form.key, askCopy, {});
    return asked.ok ? done(form, event.locals.t('data.copy.asked')) : refused(asked.refusal, form);
  },
  leave: async (event) => {
    const form = await readForm(event);
    const input = form.take({ password: password(), code: optional(text({ most: 40 })) });
    if (!input.ok) return input.again;
    const asked = await askToLeave(callFrom(event, form.key), input.value);
    if (!asked.ok) {
      return refused(inMinutes(asked.refusal, event.locals), form, {
        password_is_wrong: 'password',
        code_is_needed: 'code',
        code_is_wrong: 'code',
      });
    }
    redirect(303, event.locals.to('/account/data'));
  },
  stay: async (event) => {
    const form = await readForm(event);
    const stays = await event.locals.perform(form.key, stayAfterAll, {});
    form.name = form.outcome.form = 'stays';
    return stays.ok ? done(form, event.locals.t('data.leave.stays')) : refused(stays.refusal, form);
  },
};
