/** What is kept of what a browser or a person looks at: seen, cleared, and turned off or on, with and without an account. */
import { cardsOf } from '#modules/catalogue';
import { forgetFootprints, productsLookedAt } from '#modules/discovery';
import { allowFootprints, footprintsOf } from '#modules/parties';
import { shopCards } from '#lib/server/cards.ts';
import { allowFootprintsHere, becomeGuest, footprintsAllowedHere, forbidFootprintsHere } from '#lib/server/cookies.ts';
import { tick } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, cookies }) => {
  const person = locals.by.kind === 'person';
  const [{ since }, { products }] = await Promise.all([
    person ? locals.ask(footprintsOf, {}) : { since: undefined },
    locals.ask(productsLookedAt, {}),
  ]);
  const cards = await locals.ask(cardsOf, { products, locale: locals.locale });
  return {
    signedIn: person,
    allowed: person ? since !== undefined : footprintsAllowedHere({ cookies }),
    cards: await shopCards(locals, cards),
  };
};

export const actions: Actions = {
  allow: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ allowed: tick() });
    if (!input.ok) return input.again;
    const { allowed } = input.value;
    if (locals.by.kind === 'person') {
      const said = await locals.perform(form.key, allowFootprints, { allowed });
      if (!said.ok) return refused(said.refusal, form);
    } else if (allowed) {
      if (locals.by.kind === 'visitor') becomeGuest(event);
      allowFootprintsHere(event);
    } else forbidFootprintsHere(event);
    if (!allowed) await locals.perform(`${form.key}.forget`, forgetFootprints, {});
    return done(form, locals.t(allowed ? 'data.footprints.on' : 'data.footprints.off'));
  },
  forget: async (event) => {
    const form = await readForm(event);
    const forgotten = await event.locals.perform(form.key, forgetFootprints, {});
    return forgotten.ok ? done(form, event.locals.t('data.footprints.forgotten')) : refused(forgotten.refusal, form);
  },
};
