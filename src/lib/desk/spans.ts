/** Lengths of time in minutes, as people say and set them. */
import { ofSeconds } from '#kernel/period';
import { locale, t } from '#lib/words/words.ts';

export const units = ['minutes', 'hours', 'days'] as const;
export type Unit = (typeof units)[number];

/** “7 days”, “1 hour and 30 minutes”. */
export function spanText(minutes: number): string {
  const { days = 0, hours = 0, minutes: rest = 0 } = ofSeconds(minutes * 60);
  const parts = [
    ...(days ? [t('desk.age.days', { count: days })] : []),
    ...(hours ? [t('desk.age.hours', { count: hours })] : []),
    ...(rest || minutes === 0 ? [t('desk.age.minutes', { count: rest })] : []),
  ];
  return new Intl.ListFormat(locale(), { style: 'short', type: 'unit' }).format(parts);
}

/** In the largest unit that says it whole. */
export function inUnit(minutes: number): { count: number; unit: Unit } {
  if (minutes > 0 && minutes % 1440 === 0) return { count: minutes / 1440, unit: 'days' };
  return minutes > 0 && minutes % 60 === 0
    ? { count: minutes / 60, unit: 'hours' }
    : { count: minutes, unit: 'minutes' };
}
