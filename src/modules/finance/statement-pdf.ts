/** A store's statement on paper, in the words of whoever prints it. */
import { readFileSync } from 'node:fs';
import { directionOf, languages } from '#kernel/languages';
import type { Language } from '#kernel/languages';
import { formatMoney } from '#kernel/money';
import { countryName } from '#kernel/place';
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { languageFor } from '#modules/messaging';
import { storesOf } from '#modules/parties';
import type { StoreView } from '#modules/parties';
import type { Asking } from '#platform/work';
import type words from './paper/en.json';
import { printStatement } from './statement-paper.ts';
import type { StatementPaper } from './statement-paper.ts';
import { wholeStatement } from './statement.ts';
import type { Statement, StatementRefusal, StatementWanted } from './statement.ts';

type Words = typeof words;

const folder = new URL('./paper/', import.meta.url);
const written: Readonly<Record<string, Words>> = Object.fromEntries(
  languages.map((language) => [
    language,
    JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')) as Words,
  ]),
);

/** The whole span with a letterhead, as a PDF on A4. Always whole: a search leaves gaps. */
export async function statementPdf(
  ask: Asking,
  { locale, ...wanted }: Omit<StatementWanted, 'before' | 'limit' | 'number' | 'amount'> & { locale: string },
): Promise<Result<{ name: string; pdf: Uint8Array }, StatementRefusal>> {
  const whole = await wholeStatement(ask, wanted);
  if (!whole.ok) return whole;
  const [store] = await storesOf(ask, { stores: [wanted.store] });
  const { from, to, currency } = whole.value;
  const paper = paperOf(whole.value, store!, { locale: languageFor(locale), host: hostOf(ask), now: ask.now });
  return ok({ name: `statement-${from}-${to}-${currency}.pdf`, pdf: await printStatement(paper, ask.now) });
}

const hostOf = ({ house }: Asking): string => new URL(house.config.publicUrl).host;

function paperOf(
  { currency, from, to, opening, closing, lines }: Statement,
  store: StoreView,
  { locale, host, now }: { locale: Language; host: string; now: Date },
): StatementPaper {
  const say = written[locale]!;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  const on = (text: string) => day.format(new Date(`${text}T00:00:00Z`));
  const of = (minor: bigint) => formatMoney({ currency, minor }, locale);
  const part = (minor: bigint | undefined) => (minor === undefined || minor === 0n ? '–' : of(-minor));
  return {
    lang: locale,
    dir: directionOf(locale),
    house: 'Entrepot',
    houseSays: host,
    title: say.title,
    days: `${on(from)} – ${on(to)}`,
    currency,
    store: {
      name: store.name,
      lines: [
        ...(store.shown?.address ?? (store.city ? [store.city] : [])),
        countryName(store.country, locale),
        ...(store.shown?.fields ?? []).map(({ label, value }) => `${label[locale] ?? label['en'] ?? ''}: ${value}`),
      ],
    },
    opening: [say.opening, of(opening ?? 0n)],
    closing: [say.closing, of(closing)],
    heads: [say.when, say.what, say.gross, say.commission, say.toLine, say.amount, say.balance],
    rows: lines
      .toReversed()
      .map(({ at, kind, number, minor, balance, sale }) => [
        day.format(at),
        number ? `${say.kinds[kind]} ${number}` : say.kinds[kind],
        sale ? of(sale.gross) : '–',
        part(sale?.commission),
        part(sale?.carriage),
        of(minor),
        of(balance),
      ]),
    none: say.none,
    note: say.note,
    foot: say.made.replace('{at}', moment.format(now)),
  };
}
