/** Days and times as people say them. */
const formats = new Map<string, Intl.DateTimeFormat>();

interface Style {
  moment?: boolean;
  /** To the second, with the zone. */
  exact?: boolean;
  /** Of the months to come: which year it is goes without saying. */
  near?: boolean;
  zone: string | undefined;
}

export function whenText(
  at: Date,
  locale: string,
  { moment = false, exact = false, near = false, zone }: Style,
): string {
  const name = `${locale} ${moment} ${exact} ${near} ${zone}`;
  let format = formats.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      ...(near ? {} : { year: 'numeric' as const }),
      month: 'short',
      day: 'numeric',
      ...(moment ? { hour: 'numeric', minute: '2-digit' } : {}),
      ...(exact ? { second: '2-digit' } : {}),
      ...(exact || (moment && zone) ? { timeZoneName: 'short' as const } : {}),
      ...(zone ? { timeZone: zone } : {}),
    });
    formats.set(name, format);
  }
  return format.format(at);
}

export interface Left {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

/** What is left between two moments; nothing once it is over. */
export function leftBetween(now: number, until: number): Left {
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return {
    days: Math.floor(seconds / 86400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}

const durations = new Map<string, Intl.DurationFormat>();

/** The two largest units of what is left; nothing where a browser does not know how to say it. */
export function leftText(ms: number, locale: string): string | undefined {
  if (!('DurationFormat' in Intl)) return undefined;
  const { days, hours, minutes, seconds } = leftBetween(0, ms);
  const style = days > 0 ? 'long' : hours > 0 ? 'short' : 'digital';
  const name = `${locale} ${style}`;
  const format = durations.get(name) ?? new Intl.DurationFormat(locale, { style, hoursDisplay: 'auto' });
  durations.set(name, format);
  return format.format(days > 0 ? { days, hours } : hours > 0 ? { hours, minutes } : { minutes, seconds });
}
