/** A margin before and after a change, and what it makes of an amount that everybody can reckon with. */
import { formatMoney, money } from '#kernel/money';
import { plainDecimal, parseDecimal, withMargin } from '#kernel/rate';
import { must } from '#kernel/result';
import { convertAt } from '#modules/exchange';
import type { MarginPreview } from '#modules/exchange';
import type { Preview } from './forms.ts';

/** One hundred thousand of the smallest units: 1,000.00 euro or 100,000 yen. */
const minor = 100_000n;

export function marginRows({ t, locale }: App.Locals, now: MarginPreview, bps: number): Preview['rows'] {
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const none = '–';
  const { example } = now;
  const share = {
    what: t('desk.margin.share'),
    before: now.bps === null ? none : shares.format(now.bps / 10_000),
    after: shares.format(bps / 10_000),
  };
  if (!example) return [share];
  const amount = money(example.from, minor);
  const pays = (of: number) => {
    const rate = plainDecimal(withMargin(must(parseDecimal(example.mid)), of));
    return formatMoney(convertAt({ rate, to: example.to }, amount), locale);
  };
  return [
    share,
    {
      what: t('desk.preview.buyer_pays', { amount: formatMoney(amount, locale) }),
      before: now.bps === null ? none : pays(now.bps),
      after: pays(bps),
    },
  ];
}
