/** A change of many products as its form says it. The same fields are read from an address (to look) and from a form (to do). */
import { parseHsCode } from '#kernel/hs-code';
import { parseMoney } from '#kernel/money';
import { countries } from '#kernel/place';
import { batteries, changes } from '#modules/catalogue';
import type { Change, ChangeName, ProductFilter, Which } from '#modules/catalogue';
import { filterOf } from '#modules/catalogue';
import type { Key } from '#lib/words/keys.ts';

export interface ReadChange {
  change?: Change;
  errors: Record<string, Key>;
}

export const changeName = (fields: URLSearchParams): ChangeName | undefined =>
  changes.find((one) => one === fields.get('what'));

/** Those ticked, or all that the filter shows. */
export function whichOf(fields: URLSearchParams): {
  which: Which;
  filter: ProductFilter | undefined;
  products: string[];
} {
  const filter = fields.get('all') ? filterOf(fields) : undefined;
  const products = filter ? [] : fields.getAll('product').slice(0, 1000);
  return { which: filter ? { filter } : { products }, filter, products };
}

type Fields = { get: (name: string) => string; currency: string; locale: string };
type Read = ReadChange | Change;

export function readChange(
  fields: URLSearchParams,
  { currency, locale }: { currency: string; locale: string },
): ReadChange {
  const what = changeName(fields);
  if (!what) return { errors: {} };
  const read = readers[what]({ get: (name) => (fields.get(name) ?? '').trim(), currency, locale });
  return 'errors' in read ? read : { change: read, errors: {} };
}

const wrong = (field: string, key: Key): ReadChange => ({ errors: { [field]: key } });

const readers: Readonly<Record<ChangeName, (fields: Fields) => Read>> = {
  price_percent: ({ get }) => {
    const percent = Number(get('percent').replace(',', '.'));
    const isRight = get('percent') !== '' && percent >= -95 && percent <= 1000 && percent !== 0;
    return isRight
      ? { what: 'price_percent', basisPoints: Math.round(percent * 100) }
      : wrong('percent', 'goods.many.percent_wrong');
  },
  price_amount: (fields) =>
    amountOf(fields, (minor) => ({ what: 'price_amount', minor: fields.get('way') === 'less' ? -minor : minor })),
  price_set: (fields) => amountOf(fields, (minor) => ({ what: 'price_set', minor })),
  stock_set: ({ get }) => countOf(get, 0, (count) => ({ what: 'stock_set', count })),
  stock_add: ({ get }) => countOf(get, -1_000_000, (count) => ({ what: 'stock_add', count })),
  category: ({ get }) => (get('to') ? { what: 'category', category: get('to') } : wrong('to', 'field.not_chosen')),
  customs: ({ get }) => {
    const origin = countries.find((one) => one === get('origin'));
    const battery = batteries.find((one) => one === get('battery'));
    const hs = get('hs') ? parseHsCode(get('hs')) : undefined;
    if (hs && !hs.ok) return wrong('hs', 'seller.problem.is_no_hs_code');
    if (!origin && !battery && !hs) return wrong('hs', 'field.missing');
    return {
      what: 'customs',
      ...(hs?.ok ? { hs: hs.value } : {}),
      ...(origin ? { origin } : {}),
      ...(battery ? { battery } : {}),
    };
  },
  packing: ({ get }) => {
    const grams = Number(get('grams'));
    const sides = ['length', 'width', 'height'].map((side) => Math.round(Number(get(side).replace(',', '.')) * 10));
    const [length = 0, width = 0, height = 0] = sides;
    if (!Number.isInteger(grams) || grams < 0) return wrong('grams', 'field.not_whole');
    if (sides.some((side) => !Number.isInteger(side) || side < 0)) return wrong('length', 'field.not_a_number');
    const some = sides.filter((side) => side > 0).length;
    if (some > 0 && some < 3) return wrong('length', 'goods.many.all_sides');
    if (grams === 0 && some === 0) return wrong('grams', 'field.missing');
    return {
      what: 'packing',
      ...(grams > 0 ? { grams } : {}),
      ...(some === 3 ? { sizeMm: [length, width, height] as const } : {}),
    };
  },
  submit: () => ({ what: 'submit' }),
  withdraw: () => ({ what: 'withdraw' }),
  relist: () => ({ what: 'relist' }),
};

function amountOf({ get, currency, locale }: Fields, make: (minor: bigint) => Change): Read {
  const read = parseMoney(get('amount'), currency, locale);
  if (!read.ok)
    return wrong('amount', read.refusal.no === 'amount_missing' ? 'field.missing' : 'goods.many.amount_wrong');
  return read.value.minor > 0n ? make(read.value.minor) : wrong('amount', 'field.not_above_zero');
}

function countOf(get: Fields['get'], least: number, make: (count: number) => Change): Read {
  const text = get('count');
  if (!/^-?\d{1,7}$/.test(text)) return wrong('count', 'field.not_whole');
  return Number(text) >= least ? make(Number(text)) : wrong('count', 'field.not_whole');
}
