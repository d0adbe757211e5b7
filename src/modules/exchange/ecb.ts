/**
 * The European Central Bank's reference rates, in its own formats: the daily and history XML, and the history as CSV.
 * https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/
 */
import { XMLParser } from 'fast-xml-parser';
import { isDay } from '#kernel/period';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';

export interface DayOfRates {
  day: string;
  /** Units for one euro, as the file writes them. */
  rates: { currency: string; rate: string }[];
}

export type EcbRefusal = { no: 'file_is_not_readable'; why: string };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  removeNSPrefix: true,
  isArray: (name) => name === 'Cube',
  // The file is theirs, not ours: no entities are followed out of it.
  processEntities: false,
});

interface Cube {
  time?: string;
  currency?: string;
  rate?: string;
  Cube?: Cube[];
}

/** `eurofxref-daily.xml` (one day) and `eurofxref-hist*.xml` (many, newest first). */
export function readEcbXml(text: string): Result<DayOfRates[], EcbRefusal> {
  let root: { Envelope?: { Cube?: Cube[] } };
  try {
    root = parser.parse(text, true) as typeof root;
  } catch (error) {
    return refuse({ no: 'file_is_not_readable', why: error instanceof Error ? error.message : String(error) });
  }
  const days = root.Envelope?.Cube?.[0]?.Cube;
  if (!days || days.length === 0) return refuse({ no: 'file_is_not_readable', why: 'it names no day' });
  return checked(
    days.map(({ time = '', Cube: rates = [] }) => ({
      day: time,
      rates: rates.map(({ currency = '', rate = '' }) => ({ currency, rate })),
    })),
  );
}

/** `eurofxref-hist.csv`: a column per currency that ever was, `N/A` where it was not quoted. */
export function readEcbCsv(text: string): Result<DayOfRates[], EcbRefusal> {
  const [head = '', ...lines] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const [first, ...columns] = head.split(',').map((cell) => cell.trim());
  if (first !== 'Date') return refuse({ no: 'file_is_not_readable', why: 'its first column is not "Date"' });
  const days = lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [day = '', ...cells] = line.split(',').map((cell) => cell.trim());
      const rates = columns.map((currency, n) => ({ currency, rate: cells[n] ?? '' }));
      return { day, rates: rates.filter(({ currency, rate }) => currency !== '' && rate !== '' && rate !== 'N/A') };
    });
  if (days.length === 0) return refuse({ no: 'file_is_not_readable', why: 'it names no day' });
  return checked(days);
}

/** A file with one wrong day is refused whole: who knows what else in it is wrong. */
function checked(days: DayOfRates[]): Result<DayOfRates[], EcbRefusal> {
  for (const { day, rates } of days) {
    if (!isDay(day)) return refuse({ no: 'file_is_not_readable', why: `"${day}" is not a day` });
    if (rates.length === 0) return refuse({ no: 'file_is_not_readable', why: `${day} has no rates` });
    const wrong = rates.find(({ currency, rate }) => !/^[A-Z]{3}$/.test(currency) || !isPositive(rate));
    if (wrong) return refuse({ no: 'file_is_not_readable', why: `${day}: ${wrong.currency} is "${wrong.rate}"` });
  }
  return ok(days);
}

export const isPositive = (rate: string) => /^\d{1,12}(\.\d{1,12})?$/.test(rate) && /[1-9]/.test(rate);
