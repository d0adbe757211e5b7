import { error } from '@sveltejs/kit';
import { isId } from '#kernel/id';
import {
  giveBackSuspense,
  lookNow,
  moneyOfForStore,
  paymentEvidence,
  paymentsForDesk,
  stuckMoney,
} from '#modules/payments';
import { orderNumber } from '#modules/trade';
import { trailOf } from '#lib/server/desk-trail.ts';
import { paymentLine } from '#lib/server/desk-payments.ts';
import { text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!isId(params.payment)) error(404, locals.t('error.404'));
  const found = await locals.ask(paymentsForDesk, { text: params.payment, limit: 200 });
  const payment = (found.ok ? found.value.payments : []).find(({ id }) => id === params.payment);
  if (!payment) error(404, locals.t('error.404'));
  const [orders, others, stuck, evidence] = await Promise.all([
    Promise.all(payment.orders.map((order) => locals.ask(moneyOfForStore, { order }))),
    locals.ask(paymentsForDesk, { text: payment.purchase }),
    locals.ask(stuckMoney, undefined),
    locals.ask(paymentEvidence, { payment: payment.id }),
  ]);
  const pictures = orders.filter((one) => one !== undefined).map((one) => ({ ...one, number: orderNumber(one.order) }));
  const refunds = pictures.flatMap((one) => one.refunds.map(({ refund }) => `refund:${refund}`));
  return {
    payment: paymentLine(payment),
    orders: pictures,
    others: (others.ok ? others.value.payments : []).filter(({ id }) => id !== payment.id).map(paymentLine),
    stuck: (stuck.ok ? stuck.value.stuck : [])
      .filter((one) => one.payment === payment.id)
      .map(({ why, problem, since }) => ({ why, problem, since })),
    evidence: evidence.ok ? evidence.value : null,
    acts: { look: payment.state !== 'paid', back: payment.suspended > 0n },
    trail: await trailOf(locals, [`payment:${params.payment}`, ...refunds]),
    now: locals.house.clock.now(),
  };
};

export const actions: Actions = {
  look: async (event) => {
    const form = await readForm(event);
    const asked = await event.locals.perform(form.key, lookNow, event.params);
    return asked.ok ? done(form, event.locals.t('desk.payment.done.look')) : refused(asked.refusal, form);
  },
  back: async (event) => {
    const form = await readForm(event);
    const input = form.take({ why: text({ most: 500 }) });
    if (!input.ok) return input.again;
    const back = await event.locals.perform(form.key, giveBackSuspense, { ...event.params, ...input.value });
    return back.ok
      ? done(form, event.locals.t('desk.payment.done.back'))
      : refused(back.refusal, form, { say_why: 'why' });
  },
};
