/** Rates, quotes that hold, and what it costs when rates move. */
import type { Module } from '#platform/house';
import { doors } from './doors.ts';
import { fetchHourly } from './fetch-rates.ts';
import { revalueDaily } from './revalue.ts';
import { seed } from './seed.ts';

export { fxClearing, fxGainLoss, fxMarginIncome } from './accounts.ts';
export { convertAt, midValue } from './convert.ts';
export { readEcbCsv, readEcbXml } from './ecb.ts';
export type { DayOfRates, EcbRefusal } from './ecb.ts';
export { fetchRates } from './fetch-rates.ts';
export { importDays, importRates } from './import-rates.ts';
export type { Imported, ImportRatesRefusal } from './import-rates.ts';
export { lockQuote } from './lock-quote.ts';
export type { LockQuoteRefusal, Quote } from './lock-quote.ts';
export { setMargin } from './set-margin.ts';
export type { SetMarginInput, SetMarginRefusal } from './set-margin.ts';
export { marginPreview } from './preview.ts';
export type { MarginPreview } from './preview.ts';
export { exchangeForDesk, quotesGiven, ratesOfCurrency, ratesOfDay } from './questions.ts';
export type { ExchangeForDesk, MarginLine, QuotationLine, QuoteLine, RevaluationLine } from './questions.ts';
export { latestRates, rateBetween } from './rates.ts';
export type { Rate, Rates } from './rates.ts';
export { revalue } from './revalue.ts';
export type { RevalueRefusal } from './revalue.ts';

export const exchange: Module = {
  name: 'exchange',
  migrations: new URL('./migrations/', import.meta.url),
  doors,
  periodic: [fetchHourly, revalueDaily],
  seed,
};
