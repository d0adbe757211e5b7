/** Reviewing: after a decision the next case opens by itself, and says what was done with the one before. */
import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { takeBackDecision } from '#modules/catalogue';
import { storesOf } from '#modules/parties';
import { trailOf } from './desk-trail.ts';
import { text } from './fields.ts';
import { readForm, refused } from './forms.ts';

export function onToNext(list: string, decided: string, next: string | null): never {
  redirect(303, `${list}${next ? `/${next}` : ''}?after=${decided}`);
}

/** The case before, as the address says it. */
export const caseBefore = (url: URL): string => (url.searchParams.get('after') ?? '').slice(0, 60);

/** Takes a decision on a listing back, from whichever page it is remembered, and opens its case again. */
export async function undoReview(event: Pick<RequestEvent, 'request' | 'locals'>) {
  const form = await readForm(event);
  const input = form.take({ case: text({ most: 36 }) });
  if (!input.ok) return input.again;
  const back = await event.locals.perform(form.key, takeBackDecision, { product: input.value.case });
  if (!back.ok) return refused(back.refusal, form);
  redirect(303, `/desk/listings/${input.value.case}`);
}

const aboutStores = ['admitted', 'refused', 'more_asked'] as const;
const freshMs = 600_000;

/** What was decided a moment ago about the store before. Its owners have a letter by now: it is not taken back, but decided anew. */
export async function storeJustDecided(locals: App.Locals, store: string) {
  if (!store) return null;
  const [trail, [view]] = await Promise.all([
    trailOf(locals, [`store:${store}`]),
    locals.ask(storesOf, { stores: [store] }),
  ]);
  const decision = aboutStores.find((one) => trail[0]?.deed === `store_${one}`);
  const fresh = trail[0] && locals.house.clock.now().getTime() - trail[0].at.getTime() < freshMs;
  return view && decision && fresh ? { store, name: view.name, decision } : null;
}
