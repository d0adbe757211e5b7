/** Days and times as people say them. */
const formats = new Map<string, Intl.DateTimeFormat>();

interface Style {
  moment?: boolean;
  /** To the second, with the zone. */
  exact?: boolean;
  zone: string | undefined;
}

export function whenText(at: Date, locale: string, { moment = false, exact = false, zone }: Style): string {
  const name = `${locale} ${moment} ${exact} ${zone}`;
  let format = formats.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      year: 'numeric',
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
