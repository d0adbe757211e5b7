import { redirect } from '@sveltejs/kit';
import {
  addPasskey,
  beginPasskey,
  passkeysOf,
  personOf,
  removePasskey,
  renamePasskey,
  restorePasskey,
  secondStepOf,
} from '#modules/parties';
import { deviceOf } from '#lib/server/device.ts';
import { optional, passkeyAnswer, password, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { callFrom, inMinutes } from '#lib/server/sign.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request }) => {
  const [person, { passkeys }, secondStep] = await Promise.all([
    locals.ask(personOf, { person: locals.by.id }),
    locals.ask(passkeysOf, {}),
    locals.ask(secondStepOf, {}),
  ]);
  if (!person) redirect(303, locals.to('/sign-out'));
  const { browser, system } = deviceOf(request.headers.get('user-agent') ?? '');
  return {
    passkeys,
    email: person.email,
    hasPassword: person.hasPassword,
    secondStep: secondStep.since !== undefined,
    here: browser && system ? locals.t('account.device', { browser, system }) : (system ?? browser ?? ''),
  };
};

// One that was acted on may be gone from the list, so the page says what was done, not the form.
const list = 'list';
const name = text({ most: 60 });

export const actions: Actions = {
  begin: async (event) => {
    const form = await readForm(event);
    const input = form.take({ name, password: password(), code: optional(text({ most: 40 })) });
    if (!input.ok) return input.again;
    const { name: called, ...proof } = input.value;
    const begun = await beginPasskey(callFrom(event, form.key), proof);
    if (begun.ok) return { ...done(form, ''), options: begun.value, called };
    return refused(inMinutes(begun.refusal, event.locals), form, {
      password_is_wrong: 'password',
      code_is_needed: 'code',
      code_is_wrong: 'code',
    });
  },
  add: async (event) => {
    const form = await readForm(event);
    const input = form.take({ name, answer: passkeyAnswer() });
    if (!input.ok) return input.again;
    const added = await addPasskey(callFrom(event, form.key), input.value);
    form.name = form.outcome.form = list;
    if (!added.ok) return refused(inMinutes(added.refusal, event.locals), form);
    return done(form, event.locals.t('account.passkeys.added', { name: added.value.name }));
  },
  rename: async (event) => {
    const form = await readForm(event);
    const input = form.take({ passkey: text({ most: 36 }), name });
    if (!input.ok) return input.again;
    const renamed = await event.locals.perform(form.key, renamePasskey, input.value);
    form.name = form.outcome.form = list;
    if (!renamed.ok) return refused(renamed.refusal, form);
    return done(form, event.locals.t('account.passkeys.renamed', { name: renamed.value.name }));
  },
  remove: async (event) => {
    const form = await readForm(event);
    const input = form.take({ passkey: text({ most: 36 }) });
    if (!input.ok) return input.again;
    const removed = await event.locals.perform(form.key, removePasskey, input.value);
    form.name = form.outcome.form = list;
    if (!removed.ok) return refused(removed.refusal, form);
    const { passkey, name } = removed.value;
    return { ...done(form, event.locals.t('account.passkeys.removed', { name })), removed: passkey };
  },
  restore: async (event) => {
    const form = await readForm(event);
    const input = form.take({ passkey: text({ most: 36 }) });
    if (!input.ok) return input.again;
    const back = await event.locals.perform(form.key, restorePasskey, input.value);
    form.name = form.outcome.form = list;
    if (!back.ok) return refused(back.refusal, form);
    return done(form, event.locals.t('account.passkeys.back', { name: back.value.name }));
  },
};
