import { error } from '@sveltejs/kit';
import {
  addWebhook,
  deliveriesOf,
  editWebhook,
  removeWebhook,
  resendDelivery,
  rotateWebhookSecret,
  testWebhook,
  webhookEvents,
  webhooksOfStore,
} from '#modules/webhooks';
import { beforeIn, placeIn } from '#lib/seller/trail.ts';
import { manyOf, oneOf, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Filled } from '#lib/server/forms.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const store = storeAt(locals);
  const before = beforeIn(url);
  const [found, log] = await Promise.all([
    locals.ask(webhooksOfStore, { store }),
    locals.ask(deliveriesOf, { store, ...(before ? { before } : {}), limit: 25 }),
  ]);
  if (!found || !log) error(404, locals.t('error.404'));
  return {
    webhooks: found.webhooks,
    events: webhookEvents,
    deliveries: log.deliveries,
    place: placeIn(url, log.next),
  };
};

const fields = {
  address_is_not_public_https: 'url',
  address_is_too_long: 'url',
  no_event_is_chosen: 'events',
} as const;

const one = { endpoint: text({ most: 36 }) };
const callWith = (form: Filled, locals: App.Locals) => ({ house: locals.house, by: locals.by, key: form.key });

export const actions: Actions = {
  add: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ url: text({ most: 600 }), events: manyOf(webhookEvents) });
    if (!input.ok) return input.again;
    const made = await addWebhook(callWith(form, locals), { store: storeAt(locals), ...input.value });
    if (!made.ok) return refused(made.refusal, form, fields);
    return { ...done(form, locals.t('seller.webhooks.made')), secret: made.value.secret, rotated: false };
  },
  edit: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ ...one, url: text({ most: 600 }), events: manyOf(webhookEvents) });
    if (!input.ok) return input.again;
    const edited = await locals.perform(form.key, editWebhook, { store: storeAt(locals), ...input.value });
    return edited.ok ? done(form, locals.t('seller.webhooks.saved')) : refused(edited.refusal, form, fields);
  },
  turn: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ ...one, to: oneOf(['on', 'off']) });
    if (!input.ok) return input.again;
    const { endpoint, to } = input.value;
    const edited = await locals.perform(form.key, editWebhook, { store: storeAt(locals), endpoint, on: to === 'on' });
    return edited.ok ? done(form, locals.t(`seller.webhooks.switched_${to}`)) : refused(edited.refusal, form);
  },
  rotate: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take(one);
    if (!input.ok) return input.again;
    const made = await rotateWebhookSecret(callWith(form, locals), { store: storeAt(locals), ...input.value });
    if (!made.ok) return refused(made.refusal, form);
    return { ...done(form, locals.t('seller.webhooks.rotated')), secret: made.value.secret, rotated: true };
  },
  remove: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take(one);
    if (!input.ok) return input.again;
    const removed = await locals.perform(form.key, removeWebhook, { store: storeAt(locals), ...input.value });
    return removed.ok ? done(form, locals.t('seller.webhooks.removed')) : refused(removed.refusal, form);
  },
  test: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take(one);
    if (!input.ok) return input.again;
    const sent = await locals.perform(form.key, testWebhook, { store: storeAt(locals), ...input.value });
    return sent.ok ? done(form, locals.t('seller.webhooks.tested')) : refused(sent.refusal, form);
  },
  resend: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ delivery: text({ most: 36 }) });
    if (!input.ok) return input.again;
    const sent = await locals.perform(form.key, resendDelivery, { store: storeAt(locals), ...input.value });
    return sent.ok ? done(form, locals.t('seller.webhooks.resent')) : refused(sent.refusal, form);
  },
};
