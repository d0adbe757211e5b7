import { paymentLife, paymentsForDesk, stuckMoney } from '#modules/payments';
import { orderOfNumber } from '#modules/trade';
import { oneIn, textIn } from '#lib/desk/pages.ts';
import { paymentLine } from '#lib/server/desk-payments.ts';
import { beforeIn, placeIn } from '#lib/seller/trail.ts';
import type { PageServerLoad } from './$types';

const views = ['all', ...paymentLife.states] as const;
const methods = ['card', 'boleto', 'pix', 'debit_card', 'voucher'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const state = oneIn(url, 'state', views, 'all');
  const method = oneIn(url, 'method', ['all', ...methods], 'all');
  const text = textIn(url);
  const before = beforeIn(url);
  const [found, stuck] = await Promise.all([
    locals.ask(paymentsForDesk, {
      text: (await locals.ask(orderOfNumber, { number: text })) ?? text,
      ...(state === 'all' ? {} : { state }),
      ...(method === 'all' ? {} : { method }),
      ...(before ? { before } : {}),
    }),
    locals.ask(stuckMoney, undefined),
  ]);
  const { payments, next } = found.ok ? found.value : { payments: [], next: null };
  return {
    state,
    states: paymentLife.states,
    method,
    methods,
    text,
    payments: payments.map(paymentLine),
    stuck: stuck.ok ? stuck.value.stuck.length : 0,
    place: placeIn(url, next),
  };
};
