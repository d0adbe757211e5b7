import { error } from '@sveltejs/kit';
import { houseHealth, tryJobAgain, tryReactionAgain } from '#platform/health';
import { pacesOfPages, troublesOfHouse } from '#platform/pulse-questions';
import { tryWebhookAgain } from '#platform/webhooks';
import { isSlow } from '#lib/desk/pulse.ts';
import { textIn } from '#lib/desk/pages.ts';
import { text } from '#lib/server/fields.ts';
import { done, readForm, refusalSentence, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** A periodic job that is later than this is late; the clock of its worker ticks every few hundred milliseconds. */
const lateMs = 120_000;
const hourMs = 3_600_000;

/** How many are of pages and doors, and how many of the work of workers. */
const byWork = (all: readonly { work: boolean }[]) => ({
  pages: all.filter(({ work }) => !work).length,
  work: all.filter(({ work }) => work).length,
});

export const load: PageServerLoad = async ({ locals, url }) => {
  const sought = textIn(url);
  const [found, paces, troubles] = await Promise.all([
    locals.ask(houseHealth, { text: sought }),
    locals.ask(pacesOfPages, { hours: 1 }),
    locals.ask(troublesOfHouse, undefined),
  ]);
  if (!found.ok) error(403, refusalSentence(found.refusal, locals));
  const now = locals.house.clock.now();
  const { periodic, ...health } = found.value;
  const slow = (paces.ok ? paces.value.paces : []).filter(isSlow);
  const lately = (troubles.ok ? troubles.value.troubles : []).filter(
    ({ last_at }) => now.getTime() - last_at.getTime() < hourMs,
  );
  return {
    ...health,
    periodic: periodic.map(({ every_ms, due_at, ...one }) => ({
      ...one,
      minutes: Number(every_ms ?? 0) / 60_000,
      dueAt: due_at,
      late: now.getTime() - due_at.getTime() > lateMs,
    })),
    slow: byWork(slow),
    errors: byWork(lately),
    sought,
    now,
  };
};

const why = text({ most: 500 });

export const actions: Actions = {
  reaction: async (event) => {
    const form = await readForm(event);
    const input = form.take({ fact: text({ most: 36 }), reaction: text({ most: 100 }), why });
    if (!input.ok) return input.again;
    const again = await event.locals.perform(form.key, tryReactionAgain, input.value);
    if (!again.ok) return refused(again.refusal, form, { reason_is_missing: 'why' });
    return done(form, event.locals.t('desk.health.done'));
  },
  job: async (event) => {
    const form = await readForm(event);
    const input = form.take({ job: text({ most: 36 }), why });
    if (!input.ok) return input.again;
    const again = await event.locals.perform(form.key, tryJobAgain, input.value);
    if (!again.ok) return refused(again.refusal, form, { reason_is_missing: 'why' });
    return done(form, event.locals.t('desk.health.done'));
  },
  webhook: async (event) => {
    const form = await readForm(event);
    const input = form.take({ source: text({ most: 40 }), id: text({ most: 200 }), why });
    if (!input.ok) return input.again;
    const again = await event.locals.perform(form.key, tryWebhookAgain, input.value);
    return again.ok ? done(form, event.locals.t('desk.webhook.done')) : refused(again.refusal, form);
  },
};
