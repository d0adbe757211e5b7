import { error } from '@sveltejs/kit';
import type { Result } from '#kernel/result';
import {
  aroundInReview,
  categoryForm,
  decisionJustMade,
  listProduct,
  productForSeller,
  productLife,
  refuseProduct,
  resumeProduct,
  said,
  suspendProduct,
} from '#modules/catalogue';
import { storesOf } from '#modules/parties';
import type { Deed } from '#platform/work';
import { goneVariants, partsOf, variantsOf } from '#lib/server/desk-listing.ts';
import { caseBefore, onToNext, undoReview } from '#lib/server/desk-review.ts';
import { trailOf } from '#lib/server/desk-trail.ts';
import { optional, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { pictureOf } from '#lib/server/pictures.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const found = await locals.ask(productForSeller, params);
  if (!found) error(404, locals.t('error.404'));
  const { listing, proposal, proposalState, state } = found;
  const current = proposal ?? listing;
  const { locale } = locals;
  const formOf = (category: string) => locals.ask(categoryForm, { category, locale });
  const [now, before, [store], trail, around, just] = await Promise.all([
    formOf(current.category),
    formOf(listing.category),
    locals.ask(storesOf, { stores: [found.store] }),
    trailOf(locals, [`product:${params.product}`]),
    locals.ask(aroundInReview, params),
    locals.ask(decisionJustMade, { product: caseBefore(url), locale }),
  ]);
  const had = new Set(listing.pictures.map(({ hash }) => hash));
  const has = new Set(current.pictures.map(({ hash }) => hash));
  const gone = proposal ? listing.pictures.filter(({ hash }) => !has.has(hash)) : [];
  const may = (step: 'list' | 'suspend' | 'resume') => productLife.after(state, step) !== undefined;
  return {
    product: found.product,
    title: said(current.titles, locale),
    state,
    store: { id: found.store, name: store?.name ?? '' },
    change: proposal !== null,
    waits: found.waitsSince,
    note: found.note,
    refusedBefore: proposalState === 'refused',
    listedAt: found.listedAt,
    changedAt: found.changedAt,
    ...partsOf(found, { now, before }, locals),
    digital: current.kind === 'digital',
    handedOver: found.digital.length,
    variants: variantsOf(found, locals),
    gone: goneVariants(found, locals),
    pictures: [
      ...current.pictures.map((one) => ({ one, what: proposal && !had.has(one.hash) ? ('new' as const) : undefined })),
      ...gone.map((one) => ({ one, what: 'gone' as const })),
    ].map(({ one, what }) => ({ hash: one.hash, ...pictureOf(one), what })),
    lacking: [...new Set(found.problems.map(({ where }) => where.split('.')[0]!))],
    acts: { decide: may('list') || proposalState === 'waiting', suspend: may('suspend'), resume: may('resume') },
    trail,
    // Only what waits is gone through.
    around: found.waitsSince ? around : { previous: null, next: null },
    just: just ?? null,
    now: locals.house.clock.now(),
  };
};

type Act = 'list' | 'refuse' | 'suspend' | 'resume';

function decision<Answer, Refusal extends { no: string }>(
  act: Act,
  deed: Deed<{ product: string; why: string }, Result<Answer, Refusal>>,
) {
  return async (event: RequestEvent) => {
    const form = await readForm(event);
    const why = text({ most: 2000 });
    // What is found in order needs no reason.
    const input = form.take({ why: act === 'list' ? optional(why) : why });
    if (!input.ok) return input.again;
    const around = await event.locals.ask(aroundInReview, event.params);
    const decided = await event.locals.perform(form.key, deed, {
      product: event.params.product,
      why: input.value.why ?? '',
    });
    if (!decided.ok) return refused(decided.refusal, form, { say_why: 'why' });
    if (act === 'list' || act === 'refuse') onToNext('/desk/listings', event.params.product, around.next);
    return done(form, event.locals.t(`desk.listing.done.${act}`));
  };
}

export const actions: Actions = {
  undo: undoReview,
  list: decision('list', listProduct),
  refuse: decision('refuse', refuseProduct),
  suspend: decision('suspend', suspendProduct),
  resume: decision('resume', resumeProduct),
};
