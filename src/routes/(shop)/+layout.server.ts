import { countryName } from '#kernel/place';
import { noteFootprint } from '#modules/discovery';
import { waitsForSecondStep } from '#modules/parties';
import { mayKeepFootprints } from '#lib/server/shelves.ts';
import { helpFor } from '#lib/server/help/help-beside.ts';
import { cartCount } from '#modules/trade';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ cookies, locals, params, request, route }) => {
  const { by, country, locale } = locals;
  if (route.id === '/(shop)/products/[product]' && mayKeepFootprints({ locals, cookies }))
    look(locals, params, request);
  return {
    person:
      by.kind === 'person'
        ? { name: by.name, store: by.stores.length > 0, staff: by.staff.length > 0 || waitsForSecondStep(by) }
        : undefined,
    cartLines: await locals.ask(cartCount, undefined),
    /** Answers that people look for on this page. */
    help: helpFor(route.id, locale, country),
    countryName: countryName(country, locale),
  };
};

/** They look at a product; whether that is kept is their own say. Not waited for, and not told by what a browser fetches ahead. */
function look(
  { house, by }: App.Locals,
  { product = '' }: { product?: string | undefined },
  { headers }: Request,
): void {
  if (headers.get('sec-purpose')?.includes('prefetch')) return;
  noteFootprint(house, { who: by.id, product, deed: 'looked' });
}
