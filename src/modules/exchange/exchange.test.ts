import { readFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moneyOf } from '#kernel/money';
import { newId } from '#kernel/id';
import { must, ok } from '#kernel/result';
import { ledger, post, trialBalance } from '#modules/ledger';
import { system, visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { perform } from '#platform/perform';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import type { Deed, Question } from '#platform/work';
import {
  convertAt,
  exchange,
  exchangeForDesk,
  fetchRates,
  fxClearing,
  importDays,
  importRates,
  lockQuote,
  marginPreview,
  midValue,
  quotesGiven,
  rateBetween,
  ratesOfCurrency,
  ratesOfDay,
  readEcbCsv,
  readEcbXml,
  revalue,
  setMargin,
} from './index.ts';
import { marginFor } from './margin.ts';

let house: TestHouse;
const rulesStaff: Actor = { id: 'rita', kind: 'person', name: 'Rita', stores: [], staff: ['rules', 'money'] };
const monday = [
  { currency: 'USD', rate: '1.1684' },
  { currency: 'JPY', rate: '186.75' },
  { currency: 'BRL', rate: '5.874' },
  { currency: 'CNY', rate: '7.9827' },
];
beforeAll(async () => {
  house = await openTestHouse({ modules: [ledger, exchange], at: '2026-04-13T17:00:00Z' });
  must(await does(importRates, { source: 'ECB', day: '2026-04-13', rates: monday }));
});
afterAll(() => house.close());

const does = <I, A, R extends { no: string }>(
  deed: Deed<I, import('#kernel/result').Result<A, R>>,
  input: I,
  by = system,
) => perform(house, { key: newId(house.clock.now()), by }, deed, input);
const asks = <I, A>(what: Question<I, A>, input: I, by: Actor = system) => question(house, by, what, input);
const inDays = (days: number) => new Date(house.clock.now().getTime() + days * 86_400_000);
const quotes = async () => must(await asks(quotesGiven, {})).quotes.length;

test('a rate goes through the euro, with the margin on top; the same currency is 1', async () => {
  const rate = await asks(rateBetween, { from: 'CNY', to: 'BRL' });
  expect(rate).toEqual({
    from: 'CNY',
    to: 'BRL',
    mid: '0.735841256717651922',
    marginBps: 150,
    rate: '0.746878875568416701',
    day: '2026-04-13',
    source: 'ECB',
  });
  expect(convertAt(rate!, moneyOf('CNY', '200.00'))).toEqual(moneyOf('BRL', '149.38'));
  expect(midValue(rate!, moneyOf('CNY', '200.00'))).toEqual(moneyOf('BRL', '147.17'));
  expect(await asks(rateBetween, { from: 'EUR', to: 'JPY' })).toMatchObject({ mid: '186.75', day: '2026-04-13' });
  expect(await asks(rateBetween, { from: 'USD', to: 'EUR' })).toMatchObject({
    mid: '0.855871276959945224',
    source: 'ECB',
  });
  expect(await asks(rateBetween, { from: 'KWD', to: 'KWD' })).toMatchObject({ mid: '1', rate: '1', marginBps: 0 });
});

test('there is no rate for what the source does not quote, and none for money that was withdrawn', async () => {
  must(await does(importRates, { source: 'ECB', day: '2026-01-05', rates: [{ currency: 'BGN', rate: '1.9558' }] }));
  expect(await asks(rateBetween, { from: 'BGN', to: 'EUR' })).toBeUndefined();
  expect(await asks(rateBetween, { from: 'KWD', to: 'EUR' })).toBeUndefined();
  expect(await asks(rateBetween, { from: 'EUR', to: 'XXX' })).toBeUndefined();
});

test('half up, once, with the digits of both currencies', () => {
  const yen = { mid: '0.3', rate: '0.5', to: 'JPY' };
  expect(convertAt(yen, moneyOf('KWD', '0.999'))).toEqual(moneyOf('JPY', '0'));
  expect(convertAt(yen, moneyOf('KWD', '1.000'))).toEqual(moneyOf('JPY', '1'));
  expect(midValue(yen, moneyOf('KWD', '5.000'))).toEqual(moneyOf('JPY', '2'));
  expect(convertAt({ rate: '1.2345', to: 'KWD' }, moneyOf('JPY', '1'))).toEqual(moneyOf('KWD', '1.235'));
  expect(convertAt({ rate: '2', to: 'EUR' }, moneyOf('EUR', '3.00'))).toEqual(moneyOf('EUR', '3.00'));
});

test('a quote holds its rate whatever comes later; a voucher holds it for days with a wider margin; one row each', async () => {
  const before = await quotes();
  const card = must(await does(lockQuote, { from: 'CNY', to: 'BRL' }));
  expect(card).toMatchObject({
    marginBps: 150,
    expiresAt: new Date('2026-04-13T17:30:00Z'),
    source: 'ECB',
    day: '2026-04-13',
  });
  const voucher = must(await does(lockQuote, { from: 'CNY', to: 'BRL', until: inDays(3) }));
  expect(voucher).toMatchObject({ marginBps: 250, mid: card.mid, expiresAt: inDays(3) });
  expect(await asks(rateBetween, { from: 'CNY', to: 'BRL', until: inDays(3) })).toMatchObject({
    marginBps: 250,
    rate: voucher.rate,
  });
  expect(await quotes()).toBe(before + 2);
  const kept = must(await asks(quotesGiven, { from: 'CNY', to: 'BRL', limit: 1 }));
  expect(kept.quotes).toMatchObject([{ id: voucher.id, mid: voucher.mid, rate: voucher.rate, margin_bps: 250 }]);
  expect(must(await asks(quotesGiven, { before: kept.next!, limit: 1 })).quotes).toMatchObject([{ id: card.id }]);
});

test('the same currency needs no row; a pair without a rate is refused', async () => {
  const before = await quotes();
  expect(await does(lockQuote, { from: 'KWD', to: 'KWD', until: inDays(1) })).toMatchObject({
    ok: true,
    value: { rate: '1', marginBps: 0 },
  });
  expect(await does(lockQuote, { from: 'KWD', to: 'BRL' })).toEqual({
    ok: false,
    refusal: { no: 'no_rate_for_this_pair' },
  });
  expect(await quotes()).toBe(before);
});

test('the same day again changes nothing, a correction does; what is wrong is refused', async () => {
  expect(await does(importRates, { source: 'ECB', day: '2026-04-13', rates: monday })).toEqual({
    ok: true,
    value: { days: 1, rates: 0 },
  });
  const friday = { day: '2026-04-10', rates: [{ currency: 'USD', rate: '1.1711' }] };
  expect(await does(importRates, { source: 'ECB', ...friday })).toMatchObject({ value: { rates: 1 } });
  friday.rates = [{ currency: 'USD', rate: '1.1712' }];
  expect(await does(importRates, { source: 'ECB', ...friday })).toMatchObject({ value: { rates: 1 } });
  expect(await asks(ratesOfCurrency, { currency: 'usd' })).toMatchObject({
    rates: [
      { day: '2026-04-10', rate: '1.1712' },
      { day: '2026-04-13', rate: '1.1684' },
    ],
  });
  expect((await asks(ratesOfDay, { day: '2026-04-12' })).rates).toEqual([
    { currency: 'USD', day: '2026-04-10', rate: '1.1712', source: 'ECB' },
  ]);

  const refusal = async (day: string, currency: string, rate: string, by = system) => {
    const said = await does(importRates, { source: 'hand', day, rates: [{ currency, rate }] }, by);
    return said.ok ? 'done' : said.refusal.no;
  };
  expect(await refusal('2026-04-13', 'USD', '1.2', visitor)).toBe('only_staff_for_rules_may');
  expect(await refusal('2026-04-14', 'USD', '1.2')).toBe('day_is_wrong');
  expect(await refusal('2026-02-30', 'USD', '1.2')).toBe('day_is_wrong');
  expect(await refusal('2026-04-13', 'USD', '0.00')).toBe('rate_is_wrong');
  expect(await refusal('2026-04-13', 'EUR', '1')).toBe('rate_is_wrong');
  expect(await refusal('2026-04-09', 'USD', '1.1685', rulesStaff)).toBe('done');
});

test('the margin of the closest pair applies, then that of the longest time', () => {
  const rule = (from_currency: string, to_currency: string, over_minutes: number, bps: number) => ({
    from_currency,
    to_currency,
    over_minutes,
    bps,
  });
  const rules = [
    rule('*', '*', 0, 150),
    rule('*', '*', 60, 250),
    rule('CNY', '*', 0, 120),
    rule('CNY', 'BRL', 0, 90),
    rule('CNY', 'BRL', 1440, 200),
  ];
  const margin = (from: string, to: string, minutes: number) => marginFor(rules, { from, to, minutes });
  expect([margin('USD', 'BRL', 0), margin('USD', 'BRL', 60), margin('USD', 'BRL', 61)]).toEqual([150, 150, 250]);
  expect([margin('CNY', 'JPY', 9999), margin('CNY', 'BRL', 30), margin('CNY', 'BRL', 4320)]).toEqual([120, 90, 200]);
  expect(marginFor([], { from: 'CNY', to: 'BRL', minutes: 0 })).toBeUndefined();
});

test('staff set a margin from a day on, with a reason; each way to be refused', async () => {
  const input = { from: 'USD', to: 'BRL', overMinutes: 0, bps: 100, validFrom: '2026-04-15', why: 'A quiet pair' };
  const said = async (change: Partial<typeof input>, by = rulesStaff) => {
    const answer = await does(setMargin, { ...input, ...change }, by);
    return answer.ok ? 'done' : answer.refusal.no;
  };
  expect(await said({}, visitor)).toBe('only_staff_for_rules_may');
  expect(await said({ from: 'XYZ' })).toBe('pair_is_not_known');
  expect(await said({ bps: 1001 })).toBe('margin_is_out_of_bounds');
  expect(await said({ validFrom: '2026-04-12' })).toBe('day_is_wrong');
  expect(await said({ why: '  ' })).toBe('say_why');
  expect(await said({})).toBe('done');
  expect(await said({ bps: 110 })).toBe('done');
  expect(await said({ bps: 80, validFrom: '2026-04-16' })).toBe('done');
  const { margins } = must(await asks(exchangeForDesk, undefined as never, rulesStaff));
  expect(margins.filter((one) => one.from_currency === 'USD')).toMatchObject([
    { bps: 80, valid_from: '2026-04-16', valid_to: null },
    { bps: 110, valid_from: '2026-04-15', valid_to: '2026-04-16' },
  ]);
  expect(await asks(rateBetween, { from: 'USD', to: 'BRL' })).toMatchObject({ marginBps: 150 });
  house.clock.advance({ days: 2 });
  expect(await asks(rateBetween, { from: 'USD', to: 'BRL' })).toMatchObject({ marginBps: 110 });
});

test('what a margin would do is said before it is set: what holds now, what is nearer, and the pair that is promised most', async () => {
  const preview = async (from: string, to: string, overMinutes: number) =>
    must(await asks(marginPreview, { from, to, overMinutes }, rulesStaff));
  const quoted = async () => [(await preview('*', '*', 60)).quotes, (await preview('CNY', 'BRL', 0)).quotes];
  const [long, all] = (await quoted()) as [number, number];
  must(await does(lockQuote, { from: 'CNY', to: 'BRL', until: inDays(3) }));
  must(await does(lockQuote, { from: 'CNY', to: 'BRL' }));
  // Both are of this pair, one of them is held for days.
  expect(await quoted()).toEqual([long + 1, all + 2]);
  // No rule names this pair: the one for all that are held as long is what holds.
  expect(await preview('CNY', 'BRL', 60)).toMatchObject({
    bps: 250,
    nearer: 0,
    example: { from: 'CNY', to: 'BRL' },
  });
  expect(await preview('*', '*', 0)).toMatchObject({ bps: 150 });
  expect((await preview('*', '*', 0)).nearer).toBeGreaterThan(0);
  expect((await preview('XAU', '*', 0)).example).toBeNull();
  expect(await asks(marginPreview, { from: '*', to: '*', overMinutes: 0 })).toMatchObject({ ok: true });
  const visitors = await asks(marginPreview, { from: '*', to: '*', overMinutes: 0 }, visitor);
  expect(visitors).toEqual({ ok: false, refusal: { no: 'only_staff_for_rules_may' } });
});

test('open positions are valued once a day, and the books of every currency sum to zero', async () => {
  const sale = async (work: import('#platform/work').Work) => {
    await post(work, {
      entry: 'sale:1',
      kind: 'sale',
      reference: 'one',
      transfers: [
        { debit: 'test_asset', credit: fxClearing, amount: moneyOf('BRL', '1468.50') },
        { debit: fxClearing, credit: 'test_debt', amount: moneyOf('CNY', '1995.68') },
      ],
    });
    return ok();
  };
  const { accountKind } = await import('#modules/ledger');
  accountKind({ kind: 'test_asset', side: 'debit', guarded: false, stripes: 1 });
  accountKind({ kind: 'test_debt', side: 'credit', guarded: false, stripes: 1 });
  must(await does(sale, {}));
  // 250 euro each way at Monday's rates.
  expect(await does(revalue, { day: '2026-04-15' })).toEqual({ ok: true, value: { gain: 0n } });
  expect(await does(revalue, { day: '2026-04-15' })).toEqual({ ok: false, refusal: { no: 'day_is_revalued' } });
  // The real falls: what we hold is worth 240 euro, what we owe still 250.
  house.clock.advance({ days: 1 });
  must(await does(importRates, { source: 'ECB', day: '2026-04-16', rates: [{ currency: 'BRL', rate: '6.11875' }] }));
  expect(await does(revalue, { day: '2026-04-16' })).toEqual({ ok: true, value: { gain: -1000n } });
  expect(await does(revalue, { day: '2026-04-17' })).toEqual({ ok: true, value: { gain: 0n } });
  const lines = await asks(trialBalance, undefined as never);
  for (const currency of ['BRL', 'CNY', 'EUR']) {
    expect(lines.filter((line) => line.currency === currency).reduce((sum, line) => sum + line.minor, 0n)).toBe(0n);
  }
  expect(lines).toContainEqual(expect.objectContaining({ kind: 'fx_gain_loss', currency: 'EUR', minor: -1000n }));
  expect(must(await asks(exchangeForDesk, undefined as never, rulesStaff)).revaluations[1]).toMatchObject({
    day: '2026-04-16',
    gain: -1000n,
    rates_of: '2026-04-13',
  });
});

test('rates of more than a week ago are shown but promised to nobody', async () => {
  house.clock.set(new Date('2026-04-20T23:00:00Z'));
  expect(await does(lockQuote, { from: 'USD', to: 'CNY' })).toMatchObject({ ok: true });
  house.clock.set(new Date('2026-04-21T00:00:00Z'));
  expect(await does(lockQuote, { from: 'USD', to: 'CNY' })).toEqual({
    ok: false,
    refusal: { no: 'rates_are_too_old', day: '2026-04-13' },
  });
  expect(await asks(rateBetween, { from: 'USD', to: 'CNY' })).toMatchObject({ day: '2026-04-13' });
});

const daily = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
	<gesmes:subject>Reference rates</gesmes:subject>
	<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
	<Cube><Cube time='2026-04-21'><Cube currency='USD' rate='1.1750'/><Cube currency='BRL' rate='5.9'/></Cube></Cube>
</gesmes:Envelope>`;

test("the Bank's XML is read, of one day and of many", () => {
  expect(readEcbXml(daily)).toEqual({
    ok: true,
    value: [
      {
        day: '2026-04-21',
        rates: [
          { currency: 'USD', rate: '1.1750' },
          { currency: 'BRL', rate: '5.9' },
        ],
      },
    ],
  });
  const two = daily.replace(
    '</Cube></Cube>',
    "</Cube><Cube time='2026-04-20'><Cube currency='USD' rate='1.17'/></Cube></Cube>",
  );
  expect(must(readEcbXml(two)).map(({ day, rates }) => [day, rates.length])).toEqual([
    ['2026-04-21', 2],
    ['2026-04-20', 1],
  ]);
  expect(readEcbXml('<html><body>503</body></html>')).toMatchObject({ ok: false, refusal: { why: 'it names no day' } });
  expect(readEcbXml('not XML at all <')).toMatchObject({ ok: false, refusal: { no: 'file_is_not_readable' } });
  expect(readEcbXml(daily.replace('1.1750', '-1'))).toMatchObject({
    ok: false,
    refusal: { why: '2026-04-21: USD is "-1"' },
  });
  expect(readEcbXml(daily.replace('2026-04-21', '21 April'))).toMatchObject({
    ok: false,
    refusal: { why: '"21 April" is not a day' },
  });
});

test("the Bank's CSV is read: a column per currency, N/A where it was not quoted", async () => {
  const csv = 'Date,USD,JPY,BGN,\n2026-04-21,1.1750,187.1,N/A,\n1999-01-04,1.1789,133.73,N/A,\n';
  const days = must(readEcbCsv(csv));
  expect(days).toEqual([
    {
      day: '2026-04-21',
      rates: [
        { currency: 'USD', rate: '1.1750' },
        { currency: 'JPY', rate: '187.1' },
      ],
    },
    {
      day: '1999-01-04',
      rates: [
        { currency: 'USD', rate: '1.1789' },
        { currency: 'JPY', rate: '133.73' },
      ],
    },
  ]);
  expect(readEcbCsv('Day;USD\n')).toMatchObject({ ok: false, refusal: { no: 'file_is_not_readable' } });
  expect(readEcbCsv('Date,USD\n2026-04-21,abc\n')).toMatchObject({ ok: false });
  expect(await does(importDays, { source: 'ECB', days })).toEqual({ ok: true, value: { days: 2, rates: 4 } });
});

// Real data, where it lies beside the project; it is not ours to keep in it.
const history = new URL('../../../../shared/data/ecb-fx/eurofxref-hist.csv', import.meta.url);
test.skipIf(!existsSync(history))('the real history since 1999 is read whole, and years of it taken in', async () => {
  const days = must(readEcbCsv(readFileSync(history, 'utf8')));
  expect(days).toHaveLength(6983);
  expect(days.at(-1)!.rates).toContainEqual({ currency: 'SKK', rate: '42.991' });
  const some = days.slice(0, 700);
  expect(await does(importDays, { source: 'ECB', days: some })).toMatchObject({ ok: true, value: { days: 700 } });
  expect(await does(importDays, { source: 'ECB', days: some })).toEqual({ ok: true, value: { days: 700, rates: 0 } });
});

test('the source is asked for its newest day, for ninety when days are missing; its failures are thrown', async () => {
  const asked: string[] = [];
  let fails = true;
  const server = createServer((request, reply) => {
    asked.push(request.url!);
    reply.writeHead(fails ? 503 : 200).end(fails ? '' : daily);
  }).listen(0, '127.0.0.1');
  await new Promise((open) => server.once('listening', open));
  house.config.world.ecb = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ecb`;
  house.clock.set(new Date('2026-06-01T17:00:00Z'));
  await expect(fetchRates(house)).rejects.toThrow('answered 503');
  fails = false;
  await fetchRates(house);
  house.clock.set(new Date('2026-06-01T17:00:01Z'));
  must(await does(importRates, { source: 'ECB', day: '2026-06-01', rates: monday }));
  await fetchRates(house);
  expect(asked).toEqual(['/ecb/eurofxref-hist-90d.xml', '/ecb/eurofxref-hist-90d.xml', '/ecb/eurofxref-daily.xml']);
  server.close();
});
