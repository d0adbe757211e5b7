import { countryName } from '#kernel/place';
import { waitsForSecondStep } from '#modules/parties';
import { cartCount } from '#modules/trade';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
  const { by, country, locale } = locals;
  return {
    person:
      by.kind === 'person'
        ? { name: by.name, store: by.stores.length > 0, staff: by.staff.length > 0 || waitsForSecondStep(by) }
        : undefined,
    cartLines: await locals.ask(cartCount, undefined),
    countryName: countryName(country, locale),
  };
};
