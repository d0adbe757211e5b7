import { leftBetween } from '#lib/days.ts';
import { locale, t } from '#lib/words/words.ts';

/** “3 hours”: in the largest unit, because a queue is read at a glance. */
export function ageText(since: Date, now: Date): string {
  const { days, hours, minutes } = leftBetween(since.getTime(), now.getTime());
  if (days > 0) return t('desk.age.days', { count: days });
  if (hours > 0) return t('desk.age.hours', { count: hours });
  return minutes > 0 ? t('desk.age.minutes', { count: minutes }) : t('desk.age.moment');
}

/** “3 hours ago”. */
export function agoText(at: Date, now: Date): string {
  const { days, hours, minutes } = leftBetween(at.getTime(), now.getTime());
  const format = new Intl.RelativeTimeFormat(locale());
  if (days > 0) return format.format(-days, 'day');
  if (hours > 0) return format.format(-hours, 'hour');
  return minutes > 0 ? format.format(-minutes, 'minute') : t('desk.age.now');
}
