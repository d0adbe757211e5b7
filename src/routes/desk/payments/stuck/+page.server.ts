import { money } from '#kernel/money';
import { giveBackSuspense, lookNow, refundByDesk, refundByHand, stuckMoney, tryRefundAgain } from '#modules/payments';
import { orderNumber } from '#modules/trade';
import { pageIn, pagesAround } from '#lib/desk/pages.ts';
import { text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const perPage = 20;

export const load: PageServerLoad = async ({ locals, url }) => {
  const found = await locals.ask(stuckMoney, undefined);
  const all = found.ok ? found.value.stuck : [];
  const first = (pageIn(url) - 1) * perPage;
  return {
    total: all.length,
    stuck: all.slice(first, first + perPage).map(({ currency, amount, ...one }) => ({
      ...one,
      amount: money(currency, amount),
      number: one.order && orderNumber(one.order),
      id: one.part ?? one.payment ?? one.order ?? one.purchase,
    })),
    around: pagesAround(url, all.length > first + perPage),
    now: locals.house.clock.now(),
  };
};

const id = text({ most: 36 });
const why = text({ most: 500 });

export const actions: Actions = {
  look: async (event) => {
    const form = await readForm(event);
    const input = form.take({ payment: id });
    if (!input.ok) return input.again;
    const asked = await event.locals.perform(form.key, lookNow, input.value);
    return asked.ok ? done(form, event.locals.t('desk.payment.done.look')) : refused(asked.refusal, form);
  },
  back: async (event) => {
    const form = await readForm(event);
    const input = form.take({ payment: id, why });
    if (!input.ok) return input.again;
    const back = await event.locals.perform(form.key, giveBackSuspense, input.value);
    return back.ok
      ? done(form, event.locals.t('desk.payment.done.back'))
      : refused(back.refusal, form, { say_why: 'why' });
  },
  again: async (event) => {
    const form = await readForm(event);
    const input = form.take({ part: id, why });
    if (!input.ok) return input.again;
    const again = await event.locals.perform(form.key, tryRefundAgain, input.value);
    if (!again.ok) return refused(again.refusal, form, { say_why: 'why' });
    return done(form, event.locals.t('desk.payment.done.again'));
  },
  hand: async (event) => {
    const form = await readForm(event);
    const input = form.take({ part: id, why });
    if (!input.ok) return input.again;
    const paid = await event.locals.perform(form.key, refundByHand, input.value);
    return paid.ok
      ? done(form, event.locals.t('desk.payment.done.hand'))
      : refused(paid.refusal, form, { say_why: 'why' });
  },
  refund: async (event) => {
    const form = await readForm(event);
    const input = form.take({ order: id, why });
    if (!input.ok) return input.again;
    const refund = await event.locals.perform(form.key, refundByDesk, input.value);
    if (!refund.ok) return refused(refund.refusal, form, { say_why: 'why' });
    return done(form, event.locals.t('desk.order.done.refund'));
  },
};
