/** The demo's goods as listings: in the store's own money, with tiers, packing and customs data. */
import type { Battery, Listing, Picture, Variant } from '#modules/catalogue';
import { idOf } from '../../src/modules/catalogue/icecat/ids.ts';
import type { Good } from './goods.ts';
import { choicesOf, optionsOf } from './options.ts';

/** A yuan in other money, about: for setting prices, not for changing money. */
const worth: Record<string, number> = { CNY: 1, BRL: 0.77, EUR: 0.125 };
export const currencyOf: Record<string, string> = { CN: 'CNY', BR: 'BRL', DE: 'EUR', PT: 'EUR' };

/** The house's first day: ids are the same in every demo. */
const firstDay = Date.UTC(2026, 0, 1);
export const productId = (good: Good): string => idOf(firstDay + good.n, 'demo', String(good.n));

/** In the smallest unit, ending like a price in a shop. */
export function minorIn(country: string, yuan: number): number {
  const currency = currencyOf[country]!;
  if (currency === 'CNY') return yuan * 100;
  return Math.max(1, Math.round(yuan * worth[currency]!)) * 100 - 10;
}

const lithiumInside = ['mobile-phones', 'laptops', 'smart-watches', 'headphones', 'speakers'];

/** Electronics hold their battery; a power bank is one. */
function batteryOf({ noun: { category, words, attributes } }: Good): Battery {
  if (category === 'power-banks') return 'lithium_ion_alone';
  if (attributes['connection'] === 'wire') return 'none';
  if (lithiumInside.includes(category) || /cordless drill|electric toothbrush|head torch/.test(words.en))
    return 'lithium_ion_inside';
  return category === 'watches' && attributes['works'] === 'quartz' ? 'lithium_metal_inside' : 'none';
}

/** Cheap small goods are sold by the dozen too; some only from several pieces on. */
function tiersOf(good: Good, minor: number): Variant['tiers'] {
  const least = good.yuan < 40 && good.n % 7 === 0 && !good.digital ? 3 : 1;
  const steps: [from: number, part: number][] =
    good.digital || good.yuan > 900
      ? [[1, 1]]
      : good.n % 2 === 0
        ? [
            [least, 1],
            [10, 0.92],
            [50, 0.84],
            [200, 0.76],
          ]
        : good.n % 5 === 0
          ? [
              [least, 1],
              [5, 0.95],
            ]
          : [[least, 1]];
  return steps.map(([from, part]) => ({ from, minor: BigInt(Math.round((minor * part) / 10) * 10) }));
}

/** On most shelves there is enough; on some little is left, on a few nothing. */
function onHand(good: Good, variant: number): number {
  if (good.digital) return 0;
  if (good.n % 61 === 13) return 0;
  if ((good.n + variant) % 17 === 5) return 1 + (good.n % 4);
  return 60 + ((good.n * 37 + variant * 13) % 400);
}

export function listingOf(good: Good, pictures: readonly Picture[]): Listing {
  const { noun, store, n } = good;
  const options = optionsOf(good);
  const minor = minorIn(store.country, good.yuan);
  const variants = choicesOf(options).map(({ choice, factor }, place): Variant => {
    return {
      id: idOf(firstDay + n, 'demo variant', String(n), String(place)),
      sku: [store.code.slice(0, 3), n + 1, ...Object.values(choice)].join('-').toUpperCase(),
      gtin: '',
      choice,
      tiers: tiersOf(good, Math.round((minor * factor) / 10) * 10),
      grams: good.grams,
      sizeMm: good.sizeMm,
      onHand: onHand(good, place),
    };
  });
  return {
    category: noun.category,
    kind: good.digital ? 'digital' : 'goods',
    brand: good.digital ? '' : store.brand,
    titles: good.titles,
    descriptions: good.descriptions,
    attributes: noun.attributes,
    options,
    pictures,
    hs: good.digital ? '' : noun.hs,
    origin: good.digital ? '' : store.country,
    battery: good.digital ? 'none' : batteryOf(good),
    variants,
  };
}
