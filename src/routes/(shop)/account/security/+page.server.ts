import { redirect } from '@sveltejs/kit';
import {
  askReset,
  changeEmail,
  changePassword,
  endOtherSessions,
  endSession,
  passkeysOf,
  personOf,
  secondStepOf,
  sessionsOfPerson,
} from '#modules/parties';
import { deviceOf } from '#lib/server/device.ts';
import { email, optional, password, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { callFrom, inMinutes } from '#lib/server/sign.ts';
import type { Actions, PageServerLoad } from './$types';

const perPage = 20;

export const load: PageServerLoad = async ({ locals, url }) => {
  const [person, { sessions }, secondStep, { passkeys }] = await Promise.all([
    locals.ask(personOf, { person: locals.by.id }),
    locals.ask(sessionsOfPerson, {}),
    locals.ask(secondStepOf, {}),
    locals.ask(passkeysOf, {}),
  ]);
  if (!person) redirect(303, locals.to('/sign-out'));
  const page = Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1);
  const end = page * perPage;
  return {
    email: person.email,
    hasPassword: person.hasPassword,
    passkeys: passkeys.length,
    secondStep: secondStep.since,
    secondStepEnded: url.searchParams.get('second-step') === 'ended',
    page,
    more: sessions.length > end,
    others: sessions.some(({ current }) => !current),
    sessions: sessions.slice(end - perPage, end).map(({ session, agent, address, seenAt, current }) => ({
      session,
      address,
      seenAt,
      current,
      ...deviceOf(agent),
    })),
  };
};

/** Of whoever has a second step. */
const code = optional(text({ most: 40 }));

// A device that was signed out is gone from the list, so the page says it, not the form.
const devices = 'devices';

export const actions: Actions = {
  email: async (event) => {
    const form = await readForm(event);
    const input = form.take({ email: email(), password: password(), code });
    if (!input.ok) return input.again;
    const asked = await changeEmail(callFrom(event, form.key), input.value);
    if (!asked.ok) {
      return refused(inMinutes(asked.refusal, event.locals), form, {
        password_is_wrong: 'password',
        code_is_needed: 'code',
        code_is_wrong: 'code',
        email_is_wrong: 'email',
        that_is_your_address: 'email',
      });
    }
    return done(form, event.locals.t('account.email.sent', { email: input.value.email }));
  },
  password: async (event) => {
    const form = await readForm(event);
    const input = form.take({ password: password(), new_password: password(), code });
    if (!input.ok) return input.again;
    const { new_password: next, ...rest } = input.value;
    const changed = await changePassword(callFrom(event, form.key), { ...rest, next });
    if (!changed.ok) {
      return refused(inMinutes(changed.refusal, event.locals), form, {
        password_is_wrong: 'password',
        code_is_needed: 'code',
        code_is_wrong: 'code',
        password_is_too_short: 'new_password',
        password_is_too_long: 'new_password',
        password_is_easily_guessed: 'new_password',
      });
    }
    return done(form, event.locals.t('account.password.changed', { ended: changed.value.ended }));
  },
  first_password: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const person = await locals.ask(personOf, { person: locals.by.id });
    if (!person) redirect(303, locals.to('/sign-out'));
    const asked = await askReset(callFrom(event, form.key), person);
    if (!asked.ok) return refused(inMinutes(asked.refusal, locals), form);
    return done(form, locals.t('account.forgot.sent', { email: person.email }));
  },
  end: async (event) => {
    const form = await readForm(event);
    const input = form.take({ session: text({ most: 36 }) });
    if (!input.ok) return input.again;
    const ended = await event.locals.perform(form.key, endSession, input.value);
    form.name = form.outcome.form = devices;
    return ended.ok ? done(form, event.locals.t('account.device.ended')) : refused(ended.refusal, form);
  },
  end_others: async (event) => {
    const form = await readForm(event);
    const ended = await event.locals.perform(form.key, endOtherSessions, {});
    form.name = form.outcome.form = devices;
    if (!ended.ok) return refused(ended.refusal, form);
    return done(form, event.locals.t('account.devices.ended', { ended: ended.value.ended }));
  },
};
