/** A store's statement in the words of whoever prints it. */
import { formatMoney } from '#kernel/money';
import type { Statement, StatementPaper } from '#modules/finance';
import type { StoreView } from '#modules/parties';
import { countryName } from '#kernel/place';
import { localeData } from '#lib/words/locales.ts';

export function statementPaper(
  { t, locale, house }: App.Locals,
  { currency, from, to, opening, closing, lines }: Statement,
  store: StoreView,
): StatementPaper {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const on = (text: string) => day.format(new Date(`${text}T00:00:00Z`));
  const of = (minor: bigint) => formatMoney({ currency, minor }, locale);
  const part = (minor: bigint | undefined) => (minor === undefined || minor === 0n ? '–' : of(-minor));
  const now = house.clock.now();
  return {
    lang: locale,
    dir: localeData[locale].dir,
    house: 'Entrepot',
    houseSays: new URL(house.config.publicUrl).host,
    title: t('seller.balance.statement'),
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
    opening: [t('seller.balance.opening'), of(opening ?? 0n)],
    closing: [t('seller.balance.closing'), of(closing)],
    heads: [
      t('seller.balance.when'),
      t('seller.balance.what'),
      t('seller.balance.gross'),
      t('seller.money.commission'),
      t('seller.balance.to_line'),
      t('seller.balance.amount'),
      t('seller.nav.balance'),
    ],
    rows: lines
      .toReversed()
      .map(({ at, kind, number, minor, balance, sale }) => [
        day.format(at),
        number ? `${t(`seller.balance.kind.${kind}`)} ${number}` : t(`seller.balance.kind.${kind}`),
        sale ? of(sale.gross) : '–',
        part(sale?.commission),
        part(sale?.carriage),
        of(minor),
        of(balance),
      ]),
    none: t('statement.none'),
    note: t('statement.note'),
    foot: t('statement.made', {
      at: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(now),
    }),
  };
}
