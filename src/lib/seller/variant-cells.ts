/** A variant in the cells of a grid: as its numbers are typed in the person's language. */
import type { Variant } from '#modules/catalogue';
import { typedAmount } from '#lib/amount.ts';

interface Way {
  currency: string;
  locale: string;
}
type Cells = Record<string, string>;

const typedPrice = (minor: bigint, { currency, locale }: Way) =>
  minor > 0n ? typedAmount({ currency, minor }, locale) : '';
const typedCm = (mm: number, locale: string) =>
  mm === 0 ? '' : new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 1 }).format(mm / 10);
const shown = (count: number) => (count > 0 ? String(count) : '');

export function parcelCells({ tiers, sku, gtin, grams, sizeMm }: Variant, way: Way & { onHand: number }): Cells {
  const [length, width, height] = sizeMm.map((mm) => typedCm(mm, way.locale));
  return {
    'price.0': typedPrice(tiers[0]?.minor ?? 0n, way),
    onHand: String(way.onHand),
    grams: shown(grams),
    length: length!,
    width: width!,
    height: height!,
    sku,
    gtin,
  };
}

/** The least order, and from how many pieces on one costs less. */
export function tierCells({ tiers }: Variant, { steps, ...way }: Way & { steps: number }): Cells {
  const later = Array.from({ length: steps - 1 }, (_, n): [string, string][] => {
    const tier = tiers[n + 1];
    return [
      [`from.${n + 1}`, tier ? String(tier.from) : ''],
      [`price.${n + 1}`, tier ? typedPrice(tier.minor, way) : ''],
    ];
  });
  return { 'from.0': String(tiers[0]?.from ?? 1), ...Object.fromEntries(later.flat()) };
}
