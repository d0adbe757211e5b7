import { redirect } from '@sveltejs/kit';
import { addWish, endWish, removeWish, wishesOf, wishToCart } from '#modules/trade';
import { optional, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { localPath } from '#lib/server/next.ts';
import { pictureOf } from '#lib/server/pictures.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const page = Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1);
  const { currency, locale } = locals;
  const { wishes, more } = await locals.ask(wishesOf, { currency, locale, page });
  return {
    wishes: wishes.map(({ picture, ...wish }) => ({ ...wish, picture: pictureOf(picture) })),
    page,
    more,
    /** Without an account the list is this browser's alone. */
    guest: locals.by.kind !== 'person',
  };
};

const id = text({ most: 36 });

export const actions: Actions = {
  // Hearts of all pages are sent here, and then the page is gone back to.
  heart: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({
      wish: optional(id),
      unwish: optional(id),
      variant: optional(id),
      back: optional(text()),
    });
    if (!input.ok) return input.again;
    const { wish, unwish = '', variant, back } = input.value;
    // Many hearts share one form: each press is a command of its own.
    const key = `${form.key}.${wish ?? unwish}.${wish ? 'on' : 'off'}`;
    const said = wish
      ? await locals.perform(key, addWish, { product: wish, variant })
      : await locals.perform(key, endWish, { product: unwish });
    if (!said.ok) return refused(said.refusal, form);
    redirect(303, localPath(back, locals.to('/account/wishes')));
  },
  remove: async (event) => {
    const form = await readForm(event);
    const input = form.take({ variant: id });
    if (!input.ok) return input.again;
    const gone = await event.locals.perform(form.key, removeWish, input.value);
    if (!gone.ok) return refused(gone.refusal, form);
    return { ...done(form, event.locals.t('wishes.removed')), undo: gone.value };
  },
  undo: async (event) => {
    const form = await readForm(event);
    const input = form.take({ product: id, variant: id });
    if (!input.ok) return input.again;
    const back = await event.locals.perform(form.key, addWish, input.value);
    return back.ok ? done(form, event.locals.t('wishes.back')) : refused(back.refusal, form);
  },
  to_cart: async (event) => {
    const form = await readForm(event);
    const input = form.take({ variant: id });
    if (!input.ok) return input.again;
    const moved = await event.locals.perform(form.key, wishToCart, input.value);
    return moved.ok ? done(form, event.locals.t('wishes.moved')) : refused(moved.refusal, form);
  },
};
