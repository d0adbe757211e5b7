import { dayOf } from '#kernel/period';
import { countryName } from '#kernel/place';
import { linesForDesk } from '#modules/logistics';
import { zoneName } from '#lib/server/desk-zones.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const found = await locals.ask(linesForDesk, undefined);
  const today = dayOf(locals.house.clock.now());
  const named = (country: string) =>
    country === '*' ? locals.t('desk.line.elsewhere') : countryName(country, locals.locale);
  return {
    lines: (found.ok ? found.value.lines : []).map(({ line, name, carrier, origins, cards }) => ({
      line,
      name,
      carrier,
      origins: origins.map(named),
      zones: [...Map.groupBy(cards, ({ zone }) => zone)].map(([zone, all]) => {
        const now = all.find((card) => card.now);
        const shown = now ?? all[0]!;
        return {
          zone,
          name: zoneName(zone, shown.countries, locals),
          countries: shown.countries.map(named),
          days: shown.days,
          heaviest: shown.maxGrams,
          from: shown.validFrom,
          to: shown.validTo,
          state: now ? ('now' as const) : shown.validFrom > today ? ('later' as const) : ('past' as const),
          cards: all.length,
        };
      }),
    })),
  };
};
