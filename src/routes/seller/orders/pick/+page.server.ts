import { error } from '@sveltejs/kit';
import { offersOf } from '#modules/catalogue';
import { packingOf, setPlace } from '#modules/trade';
import { chosenIn } from '#lib/seller/order-list.ts';
import { optional, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { pictureOf } from '#lib/server/pictures.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const found = await locals.ask(packingOf, { store: storeAt(locals), orders: chosenIn(url) });
  if (!found) error(404, locals.t('error.404'));
  const { orders, picks } = found;
  // People of the store look for things by their own words, whatever the buyers read.
  const variants = picks.map(({ variant }) => variant);
  const own = await locals.ask(offersOf, { variants, locale: locals.locale });
  const ownOf = new Map(own.map((one) => [one.variant, one]));
  return {
    ids: orders.map(({ id }) => id).join(','),
    count: orders.length,
    pieces: picks.reduce((sum, { quantity }) => sum + quantity, 0),
    picks: picks.map((pick) => ({
      ...pick,
      title: ownOf.get(pick.variant)?.title || pick.title,
      options: ownOf.get(pick.variant)?.options ?? pick.options,
      picture: pictureOf(pick.picture),
    })),
  };
};

export const actions: Actions = {
  place: async (event) => {
    const form = await readForm(event);
    const input = form.take({ variant: text({ most: 36 }), place: optional(text({ most: 200 })) });
    if (!input.ok) return input.again;
    const { variant, place = '' } = input.value;
    const set = await event.locals.perform(form.key, setPlace, { store: storeAt(event.locals), variant, place });
    return set.ok
      ? done(form, event.locals.t('seller.pick.saved'))
      : refused(set.refusal, form, { text_is_too_long: 'place' });
  },
};
