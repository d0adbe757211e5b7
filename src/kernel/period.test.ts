import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addBusinessDays,
  addDays,
  after,
  before,
  businessDayFrom,
  dayOf,
  daysBetween,
  endOfDay,
  inSeconds,
  isBusinessDay,
  isDay,
  ofSeconds,
  startOfDay,
} from './period.ts';

const at = (text: string) => new Date(text);

describe('durations', () => {
  test('lead forwards and back', () => {
    expect(after(at('2026-03-02T09:00Z'), { days: 15, hours: 1, minutes: 30, seconds: 5 })).toEqual(
      at('2026-03-17T10:30:05Z'),
    );
    expect(before(at('2026-03-02T09:00Z'), { days: 2 })).toEqual(at('2026-02-28T09:00Z'));
    expect(after(at('2026-03-02T09:00Z'), {})).toEqual(at('2026-03-02T09:00Z'));
  });

  test('are counted in seconds and back', () => {
    expect(ofSeconds(5400)).toEqual({ hours: 1, minutes: 30 });
    expect(ofSeconds(0)).toEqual({});
    fc.assert(
      fc.property(fc.nat(), (seconds) => {
        expect(inSeconds(ofSeconds(seconds))).toBe(seconds);
      }),
    );
    expect(() => ofSeconds(-1)).toThrow('not a length of time');
  });
});

describe('days', () => {
  test('depend on the place', () => {
    const late = at('2026-03-02T01:00Z');
    expect(dayOf(late)).toBe('2026-03-02');
    expect(dayOf(late, 'America/Sao_Paulo')).toBe('2026-03-01');
    expect(dayOf(at('2026-03-01T16:30Z'), 'Asia/Shanghai')).toBe('2026-03-02');
  });

  test('begin at midnight of the place, also where the clock changes', () => {
    expect(startOfDay('2026-03-02')).toEqual(at('2026-03-02T00:00Z'));
    expect(startOfDay('2026-03-02', 'America/Sao_Paulo')).toEqual(at('2026-03-02T03:00Z'));
    expect(startOfDay('2026-03-02', 'Asia/Kolkata')).toEqual(at('2026-03-01T18:30Z'));
    expect(startOfDay('2026-03-02', 'Pacific/Kiritimati')).toEqual(at('2026-03-01T10:00Z'));
    expect(
      endOfDay('2026-03-29', 'Europe/Berlin').getTime() - startOfDay('2026-03-29', 'Europe/Berlin').getTime(),
    ).toBe(23 * 3_600_000);
    expect(
      endOfDay('2026-10-25', 'Europe/Berlin').getTime() - startOfDay('2026-10-25', 'Europe/Berlin').getTime(),
    ).toBe(25 * 3_600_000);
    // In São Paulo summer began at midnight: the fourth of November 2018 had no 00:00.
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toEqual(at('2018-11-04T03:00Z'));
    expect(startOfDay('2018-02-18', 'America/Sao_Paulo')).toEqual(at('2018-02-18T03:00Z'));
  });

  test('the first moment of a day is in it, and the moment before is not', () => {
    const zones = fc.constantFrom(
      'UTC',
      'America/Sao_Paulo',
      'America/Havana',
      'Asia/Tehran',
      'Africa/Cairo',
      'Pacific/Apia',
      'Australia/Lord_Howe',
      'Asia/Beirut',
      'America/Asuncion',
    );
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('1990-01-01', count));
    fc.assert(
      fc.property(zones, days, (zone, day) => {
        fc.pre(!(zone === 'Pacific/Apia' && day === '2011-12-30')); // Samoa crossed the date line and skipped this day.
        const start = startOfDay(day, zone);
        expect(dayOf(start, zone)).toBe(day);
        expect(dayOf(new Date(start.getTime() - 1), zone)).not.toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  test('are counted by the calendar', () => {
    expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('1997-10-07', '2025-02-21')).toBe(9999);
    expect(daysBetween('2026-03-02', '2026-03-01')).toBe(-1);
  });

  test('are those the calendar has', () => {
    expect(isDay('2028-02-29')).toBe(true);
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '20260101',
      '',
      '2026-04-31',
      '2026-01-01T00',
    ]) {
      expect(isDay(text), text).toBe(false);
    }
    expect(() => addDays('2026-02-30', 1)).toThrow('not a day: 2026-02-30');
  });
});

describe('business days', () => {
  // Friday 2026-12-25 is Christmas.
  const brazil = { holidays: ['2026-12-25', '2027-01-01'] };

  test('skip weekends and holidays', () => {
    expect(addBusinessDays('2026-12-24', 1, brazil)).toBe('2026-12-28');
    expect(addBusinessDays('2026-12-24', 5, brazil)).toBe('2027-01-04');
    expect(addBusinessDays('2026-12-24', 1)).toBe('2026-12-25');
    expect(addBusinessDays('2026-12-26', 0, brazil)).toBe('2026-12-26');
    expect(businessDayFrom('2026-12-25', { holidays: new Set(brazil.holidays) })).toBe('2026-12-28');
    expect(businessDayFrom('2026-12-24', brazil)).toBe('2026-12-24');
  });

  test('follow the weekend of the place', () => {
    const saudi = { weekend: [5, 6] };
    expect(isBusinessDay('2026-11-22', saudi)).toBe(true); // a Sunday
    expect(addBusinessDays('2026-11-19', 1, saudi)).toBe('2026-11-22');
    expect(isBusinessDay('2026-11-22')).toBe(false);
  });

  test('a calendar that never works is a bug', () => {
    expect(() => businessDayFrom('2026-11-22', { weekend: [0, 1, 2, 3, 4, 5, 6] })).toThrow('without a business day');
    expect(() => addBusinessDays('2026-11-22', 1.5)).toThrow('not a number of days');
  });
});
