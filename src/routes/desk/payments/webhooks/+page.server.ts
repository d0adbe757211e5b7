import { stuckMoney, webhooksForDesk } from '#modules/payments';
import { tryWebhookAgain } from '#platform/webhooks';
import { text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [found, stuck] = await Promise.all([locals.ask(webhooksForDesk, undefined), locals.ask(stuckMoney, undefined)]);
  const { failed, refused: unbelieved } = found.ok ? found.value : { failed: [], refused: [] };
  return { failed, unbelieved, stuck: stuck.ok ? stuck.value.stuck.length : 0, now: locals.house.clock.now() };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const input = form.take({ source: text({ most: 40 }), id: text({ most: 200 }), why: text({ most: 500 }) });
    if (!input.ok) return input.again;
    const again = await event.locals.perform(form.key, tryWebhookAgain, input.value);
    return again.ok ? done(form, event.locals.t('desk.webhook.done')) : refused(again.refusal, form);
  },
};
