import { money } from '#kernel/money';
import { askBankAgain, payoutLife, payoutsForDesk } from '#modules/finance';
import { storesOf } from '#modules/parties';
import { oneIn } from '#lib/desk/pages.ts';
import { text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { beforeIn, placeIn } from '#lib/seller/trail.ts';
import type { Actions, PageServerLoad } from './$types';

const views = ['all', ...payoutLife.states] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const view = oneIn(url, 'state', views, 'all');
  const store = url.searchParams.get('store') ?? '';
  const before = beforeIn(url);
  const found = await locals.ask(payoutsForDesk, {
    limit: 25,
    ...(view === 'all' ? {} : { state: view }),
    ...(store ? { store } : {}),
    ...(before ? { before } : {}),
  });
  const { payouts, next } = found.ok ? found.value : { payouts: [], next: null };
  const stores = await locals.ask(storesOf, { stores: [...new Set([...payouts.map((one) => one.store), store])] });
  const nameOf = (id: string) => stores.find((one) => one.store === id)?.name ?? '';
  return {
    view,
    views,
    store: store && { id: store, name: nameOf(store) },
    payouts: payouts.map(({ currency, minor, ...one }) => ({
      ...one,
      amount: money(currency, minor),
      storeName: nameOf(one.store),
      open: !payoutLife.final(one.state),
    })),
    place: placeIn(url, next),
    now: locals.house.clock.now(),
  };
};

export const actions: Actions = {
  look: async (event) => {
    const form = await readForm(event);
    const input = form.take({ payout: text({ most: 36 }), why: text({ most: 500 }) });
    if (!input.ok) return input.again;
    const asked = await event.locals.perform(form.key, askBankAgain, input.value);
    return asked.ok ? done(form, event.locals.t('desk.payout.done.look')) : refused(asked.refusal, form);
  },
};
