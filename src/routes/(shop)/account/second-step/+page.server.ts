import { redirect } from '@sveltejs/kit';
import { toSVG } from 'bwip-js/node';
import {
  beginSecondStep,
  confirmSecondStep,
  endSecondStep,
  newRecoveryCodes,
  passkeysOf,
  secondStepOf,
  secondStepToSet,
  showPasskey,
  waitsForSecondStep,
} from '#modules/parties';
import { passkeyAnswer, password, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { localPath } from '#lib/server/next.ts';
import { callFrom, inMinutes, onward } from '#lib/server/sign.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const [step, toSet, { passkeys }] = await Promise.all([
    locals.ask(secondStepOf, {}),
    locals.ask(secondStepToSet, {}),
    locals.ask(passkeysOf, {}),
  ]);
  return {
    ...step,
    /** They work at the desk, which is closed until this is done. */
    needed: waitsForSecondStep(locals.by),
    hasPasskey: passkeys.length > 0,
    next: localPath(url.searchParams.get('next'), ''),
    toSet: toSet && {
      secret: toSet.secret.replace(/(.{4})(?=.)/g, '$1 '),
      uri: toSet.uri,
      picture: `data:image/svg+xml;base64,${btoa(toSVG({ bcid: 'qrcode', text: toSet.uri, scale: 3 }))}`,
    },
  };
};

const proof = { password: password(), code: text({ most: 40 }) };
const fields = { password_is_wrong: 'password', code_is_wrong: 'code', code_is_needed: 'code' };

export const actions: Actions = {
  begin: async ({ locals, request, url }) => {
    const form = await readForm({ locals, request });
    const begun = await locals.perform(form.key, beginSecondStep, {});
    if (!begun.ok) return refused(begun.refusal, form);
    const next = url.searchParams.get('next');
    redirect(303, locals.to('/account/second-step') + (next ? `?next=${encodeURIComponent(next)}` : ''));
  },
  confirm: async (event) => {
    const form = await readForm(event);
    const input = form.take({ code: text({ most: 40 }) });
    if (!input.ok) return input.again;
    const set = await confirmSecondStep(callFrom(event, form.key), input.value);
    if (!set.ok) return refused(inMinutes(set.refusal, event.locals), form, fields);
    return { ...done(form, event.locals.t('account.second_step.done')), codes: set.value.codes };
  },
  show: async (event) => {
    const form = await readForm(event);
    const input = form.take({ answer: passkeyAnswer() });
    if (!input.ok) return input.again;
    const shown = await showPasskey(callFrom(event, form.key), input.value);
    if (!shown.ok) return refused(inMinutes(shown.refusal, event.locals), form);
    redirect(303, onward(event, '/account/second-step'));
  },
  codes: async (event) => {
    const form = await readForm(event);
    const input = form.take(proof);
    if (!input.ok) return input.again;
    const made = await newRecoveryCodes(callFrom(event, form.key), input.value);
    if (!made.ok) return refused(inMinutes(made.refusal, event.locals), form, fields);
    return { ...done(form, event.locals.t('account.recovery.made')), codes: made.value.codes };
  },
  end: async (event) => {
    const form = await readForm(event);
    const input = form.take(proof);
    if (!input.ok) return input.again;
    const ended = await endSecondStep(callFrom(event, form.key), input.value);
    if (!ended.ok) return refused(inMinutes(ended.refusal, event.locals), form, fields);
    redirect(303, `${event.locals.to('/account/security')}?second-step=ended`);
  },
};
