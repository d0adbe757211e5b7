/** Zones of lines by a name that people read: their only country, everywhere else, or the name that the card gives. */
import { countryName } from '#kernel/place';

/** Several countries that have a name together. */
const groups = ['european_union', 'middle_east', 'united_states'] as const;

export function zoneName(zone: string, countries: readonly string[], { t, locale }: App.Locals): string {
  const [only, ...more] = countries;
  if (only !== undefined && more.length === 0)
    return only === '*' ? t('desk.line.everywhere_else') : countryName(only, locale);
  const known = groups.find((one) => one === zone);
  if (known) return t(`desk.line.zone.${known}`);
  const words = zone.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
