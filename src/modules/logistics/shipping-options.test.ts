import { afterAll, beforeAll, expect, test } from 'vitest';
import { moneyOf } from '#kernel/money';
import { must } from '#kernel/result';
import { parties } from '#modules/parties';
import { visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { addRateCard, carriageOf, linesForDesk, logistics, setCarriage, shippingOptions } from './index.ts';
import type { CardText, CarriageZone, ShippingWanted } from './index.ts';
import { asks, doing, openMeisStore, staff, worker } from './stores.testing.ts';

let house: TestHouse;
let store: string;
let mei: Actor;
let wanted: ShippingWanted;

beforeAll(async () => {
  house = await openTestHouse({ modules: [parties, logistics] });
  ({ store, mei } = await openMeisStore(house));
  wanted = {
    store,
    storeCountry: 'CN',
    country: 'BR',
    postalCode: '01310-200',
    grams: 1180,
    sizeMm: [[220, 200, 240]],
    currency: 'CNY',
    goods: moneyOf('CNY', '128.00'),
    battery: false,
  };
});
afterAll(() => house.close());

const options = (other: Partial<ShippingWanted> = {}) => asks(house, visitor, shippingOptions, { ...wanted, ...other });
const zone = (countries: string[], other: Partial<CarriageZone> = {}): CarriageZone => ({
  name: '',
  countries,
  base: 1000n,
  perKg: 2500n,
  freeFrom: null,
  maxGrams: null,
  days: [10, 20],
  ...other,
});
const sets = (zones: CarriageZone[], by = mei) => doing(house, by, setCarriage, { store, zones });

test('before the store has said anything, the line is offered: by volume, in the store’s currency', async () => {
  expect(await options()).toEqual([
    {
      code: 'line:meridian',
      by: 'line',
      name: 'Meridian Line',
      price: moneyOf('CNY', '153.36'),
      days: [18, 30],
      carrier: 'meridian',
    },
  ]);
  expect(await options({ currency: 'EUR' })).toMatchObject([{ price: moneyOf('EUR', '18.61') }]);
});

test('the line is not offered in a currency without prices, from elsewhere, within China, with a battery it does not take, or too heavy', async () => {
  const codes = async (other: Partial<ShippingWanted>) => (await options(other)).map(({ code }) => code);
  expect(await codes({ currency: 'JPY' })).toEqual([]);
  expect(await codes({ storeCountry: 'BR' })).toEqual([]);
  expect(await codes({ country: 'CN' })).toEqual([]);
  expect(await codes({ battery: true })).toEqual([]);
  expect(await codes({ battery: true, country: 'DE' })).toEqual(['line:meridian']);
  expect(await codes({ grams: 20_001 })).toEqual([]);
  expect(await codes({ country: 'AQ' })).toEqual(['line:meridian']);
});

test('the store’s own carriage comes beside it, cheapest first, free from an amount', async () => {
  must(await sets([zone(['BR', 'AR'], { freeFrom: 20_000n }), zone(['*'], { base: 5000n, days: [20, 40] })]));
  expect(await options()).toMatchObject([
    { code: 'seller:standard', by: 'seller', price: moneyOf('CNY', '39.50'), days: [10, 20], carrier: '' },
    { code: 'line:meridian' },
  ]);
  expect(await options({ goods: moneyOf('CNY', '200.00') })).toMatchObject([{ price: moneyOf('CNY', '0.00') }, {}]);
  expect((await options({ country: 'FR' })).find(({ by }) => by === 'seller')).toMatchObject({
    price: moneyOf('CNY', '79.50'),
    days: [20, 40],
  });
  // A gram more than a whole number of fen is a fen more.
  expect((await options({ grams: 1181 }))[0]!.price).toEqual(moneyOf('CNY', '39.53'));
});

test('what the store says is seen at once, and then read from memory', async () => {
  must(await sets([zone(['*'], { base: 700n, perKg: 0n })]));
  expect((await options())[0]!.price).toEqual(moneyOf('CNY', '7.00'));
  house.clock.advance({ minutes: 1 });
  await options();
  await house.db.query(`update logistics.carriage_zones set base_minor = 900 where store = '${store}'`);
  expect((await options())[0]!.price).toEqual(moneyOf('CNY', '7.00'));
  house.clock.advance({ minutes: 1 });
  expect((await options())[0]!.price).toEqual(moneyOf('CNY', '9.00'));
});

test('a parcel too heavy for the zone, and rules in a currency that is not the store’s any more, are not offered', async () => {
  must(await sets([zone(['*'], { maxGrams: 1000 })]));
  expect((await options()).map(({ by }) => by)).toEqual(['line']);
  expect((await options({ grams: 900 })).map(({ by }) => by)).toContain('seller');
  expect((await options({ grams: 900, currency: 'USD' })).map(({ by }) => by)).toEqual(['line']);
  must(await sets([]));
  expect(await asks(house, visitor, carriageOf, { store })).toEqual({ currency: null, zones: [] });
});

test('carriage that cannot be is refused, each with its reason', async () => {
  const no = async (zones: CarriageZone[], by?: Actor) => await sets(zones, by);
  expect(await no([], worker(store, 'products'))).toEqual({ ok: false, refusal: { no: 'store_not_found' } });
  expect(await no([], worker('0199f0a0-0000-7000-8000-000000000000', 'orders'))).toEqual({
    ok: false,
    refusal: { no: 'store_not_found' },
  });
  expect(await no(Array.from({ length: 61 }, () => zone(['BR'])))).toEqual({
    ok: false,
    refusal: { no: 'too_many_zones', most: 60 },
  });
  expect(await no([zone(['BR']), zone([])])).toEqual({ ok: false, refusal: { no: 'zone_needs_countries', zone: 1 } });
  expect(await no([zone(['BR', 'XX'])])).toEqual({
    ok: false,
    refusal: { no: 'country_is_unknown', zone: 0, country: 'XX' },
  });
  expect(await no([zone(['BR', '*']), zone(['*'])])).toEqual({
    ok: false,
    refusal: { no: 'country_is_in_two_zones', zone: 1, country: '*' },
  });
  expect(await no([zone(['BR'], { perKg: -1n })])).toEqual({
    ok: false,
    refusal: { no: 'amount_is_negative', zone: 0 },
  });
  expect(await no([zone(['BR'], { days: [9, 3] })])).toEqual({
    ok: false,
    refusal: { no: 'days_are_not_a_span', zone: 0 },
  });
  expect(await no([], worker(store, 'orders'))).toEqual({ ok: true, value: { zones: 0 } });
});

const prices = (amount: string) =>
  Object.fromEntries(['CNY', 'USD', 'EUR', 'BRL', 'GBP'].map((currency) => [currency, amount]));
const card = (other: Partial<CardText> = {}): CardText => ({
  zone: 'brazil',
  countries: ['BR'],
  validFrom: '2026-04-01',
  validTo: null,
  days: [16, 25],
  divisor: 8000,
  step: 10,
  maxGrams: 20_000,
  longestMm: 1500,
  girthMm: 3000,
  batteries: ['in_equipment'],
  breaks: [{ upTo: 20_000, base: prices('10.00'), perKg: prices('50.00') }],
  ...other,
});
const adds = (one: CardText, by = staff('rules'), line = 'meridian') =>
  doing(house, by, addRateCard, { line, card: one, source: 'Tariff of April', why: 'The hub in Liège is cheaper.' });

test('the desk adds a dated card; it counts from its day on, and the one before ends the day before', async () => {
  must(await adds(card()));
  expect((await options()).at(-1)!.price).toEqual(moneyOf('CNY', '153.36'));
  house.clock.set(new Date('2026-04-01T00:00:00Z'));
  expect(await options({ battery: true })).toMatchObject([{ price: moneyOf('CNY', '76.00'), days: [16, 25] }]);
  const { lines } = must(await asks(house, staff('rules'), linesForDesk, undefined));
  expect(
    lines[0]!.cards
      .filter((one) => one.zone === 'brazil')
      .map(({ validFrom, validTo, now, addedBy }) => [validFrom, validTo, now, addedBy]),
  ).toEqual([
    ['2026-04-01', null, true, 'rita'],
    ['2016-01-01', '2026-03-31', false, 'seed'],
  ]);
  const { rows } = await house.db.query(`select deed, subject, why from platform.audit where actor = 'rita'`);
  expect(rows).toEqual([{ deed: 'rate_card_added', subject: 'line:meridian', why: 'The hub in Liège is cheaper.' }]);
});

test('a card that has run out does not mean another price: the line is not offered', async () => {
  must(await adds(card({ validFrom: '2026-05-01', validTo: '2026-05-31' })));
  house.clock.set(new Date('2026-05-31T12:00:00Z'));
  expect(await options()).toHaveLength(1);
  house.clock.set(new Date('2026-06-01T00:00:00Z'));
  // Brazil is then everywhere else, for which the post's card still counts.
  expect(await options()).toMatchObject([{ code: 'line:meridian', days: [20, 60] }]);
  await house.db.query(`update logistics.rate_cards set valid_to = '2026-06-30' where zone = 'rest_of_world'`);
  house.clock.set(new Date('2026-07-01T00:00:00Z'));
  expect(await options()).toEqual([]);
});

test('a card that does not fit is refused, each with its reason', async () => {
  const from = { validFrom: '2026-08-01' };
  const no = async (...given: Parameters<typeof adds>) => await adds(...given);
  const broken = (one: CardText['breaks']) => card({ ...from, breaks: one });
  expect(await no(card(from), staff('orders'))).toEqual({ ok: false, refusal: { no: 'only_staff_for_rules_may' } });
  expect(await no(card(from), staff('rules'), 'nowhere')).toEqual({ ok: false, refusal: { no: 'line_not_found' } });
  expect(await no(card({ validFrom: '2026-06-30' }))).toEqual({
    ok: false,
    refusal: { no: 'card_begins_in_the_past', earliest: '2026-07-01' },
  });
  expect(await no(card({ ...from, validTo: '2026-07-31' }))).toEqual({
    ok: false,
    refusal: { no: 'card_ends_before_it_begins' },
  });
  expect(await no(card({ ...from, countries: ['XX'] }))).toEqual({
    ok: false,
    refusal: { no: 'country_is_unknown', country: 'XX' },
  });
  expect(await no(card({ ...from, countries: ['BR', 'DE'] }))).toEqual({
    ok: false,
    refusal: { no: 'country_is_in_another_zone', country: 'DE', zone: 'european_union' },
  });
  expect(await no(card({ ...from, days: [9, 3] }))).toEqual({ ok: false, refusal: { no: 'days_are_not_a_span' } });
  const one = { upTo: 20_000, base: prices('1.00'), perKg: prices('1.00') };
  expect(await no(broken([one, { ...one, upTo: 20_000 }]))).toEqual({
    ok: false,
    refusal: { no: 'breaks_do_not_ascend' },
  });
  expect(await no(broken([{ ...one, upTo: 19_999 }]))).toEqual({
    ok: false,
    refusal: { no: 'breaks_do_not_reach_the_heaviest_parcel', most: 20_000 },
  });
  const { BRL: _, ...withoutReais } = prices('1.00');
  expect(await no(broken([{ ...one, perKg: withoutReais }]))).toEqual({
    ok: false,
    refusal: { no: 'price_is_missing', currency: 'BRL' },
  });
  expect(await no(broken([{ ...one, base: { ...prices('1.00'), EUR: '1.005' } }]))).toEqual({
    ok: false,
    refusal: { no: 'amount_is_not_readable', amount: '1.005', currency: 'EUR' },
  });
  must(await adds(card({ ...from, validFrom: '2026-09-01' })));
  expect(await no(card(from))).toEqual({ ok: false, refusal: { no: 'later_card_is_there', from: '2026-09-01' } });
});
