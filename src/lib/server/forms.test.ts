import { expect, test } from 'vitest';
import { moneyOf } from '#kernel/money';
import type { Locale } from '../words/locales.ts';
import { address } from './address.ts';
import {
  agreed,
  amount,
  day,
  email,
  file,
  files,
  manyOf,
  number,
  oneOf,
  optional,
  password,
  text,
  tick,
  whole,
} from './fields.ts';
import type { Reader } from './fields.ts';
import { done, readForm, refusalSentence, refused } from './forms.ts';
import { pick, sayAs, sayIn } from './messages.ts';

const asker = (locale: Locale = 'en') => ({ locale, country: 'BR', t: sayIn(locale), requestId: 'r-1' }) as App.Locals;

async function sent(entries: [string, string | File][], locale: Locale = 'en') {
  const body = new FormData();
  for (const [name, value] of entries) body.append(name, value);
  return readForm({ request: new Request('http://localhost/', { method: 'POST', body }), locals: asker(locale) });
}

test('reads a form into typed input', async () => {
  const form = await sent(
    [
      ['_key', 'k.1'],
      ['_form', '?/list'],
      ['title', '  A kettle\r\nof steel '],
      ['price', 'R$ 1.234,50'],
      ['pieces', '12'],
      ['roles', 'orders'],
      ['roles', 'finance'],
      ['agreed', 'on'],
    ],
    'pt-BR',
  );
  const input = form.take({
    title: text(),
    price: amount('BRL'),
    pieces: whole(),
    roles: manyOf(['orders', 'finance', 'owner']),
    agreed: agreed(),
    note: optional(text()),
    gift: tick(),
  });
  expect(form.key).toBe('k.1');
  expect(input).toEqual({
    ok: true,
    value: {
      title: 'A kettle\nof steel',
      price: moneyOf('BRL', '1234.50'),
      pieces: 12,
      roles: ['orders', 'finance'],
      agreed: true,
      note: undefined,
      gift: false,
    },
  });
});

test('gives a wrong form back with a sentence at each field and what was typed, but no password and no key', async () => {
  const form = await sent([
    ['_key', 'k'],
    ['_form', 'up'],
    ['email', 'luc'],
    ['new_password', 'short'],
    ['tags', 'a'],
    ['tags', 'b'],
  ]);
  const input = form.take({ email: email(), new_password: password({ least: 10 }), name: text() });
  expect(input.ok).toBe(false);
  expect(input).toMatchObject({
    again: {
      status: 422,
      data: {
        form: 'up',
        errors: {
          email: 'Write an e-mail address like name@example.com.',
          new_password: 'Use at least 10 characters.',
          name: 'Please fill this in.',
        },
      },
    },
  });
  expect(form.outcome.values).toEqual({ email: 'luc', tags: ['a', 'b'] });
});

test('a form without our key is a command of its own', async () => {
  const [one, other] = [await sent([]), await sent([])];
  expect(one.key).toMatch(/^[\w-]{36}$/);
  expect(one.key).not.toBe(other.key);
});

test.for<[string, Reader<unknown>, (string | File)[], unknown]>([
  ['text that is missing', text(), ['   '], 'missing'],
  ['text that is too long', text({ most: 3 }), ['four'], 'too_long'],
  ['an e-mail address', email(), ['luc@example.fr'], 'luc@example.fr'],
  ['an e-mail address with a space', email(), ['luc @example.fr'], 'not_an_email'],
  ['a password with spaces', password(), [' a b '], ' a b '],
  ['half a piece', whole(), ['1.5'], 'not_whole'],
  ['no piece', whole({ least: 1 }), ['0'], 'too_small'],
  ['too many pieces', whole({ most: 5 }), ['6'], 'too_large'],
  ['a number', number(), ['1.25'], 1.25],
  ['a number in words', number(), ['two'], 'not_a_number'],
  ['an amount', amount('JPY'), ['4,200'], { currency: 'JPY', minor: 4200n }],
  ['an amount of nothing', amount('EUR'), ['0'], 'not_above_zero'],
  ['an amount below nothing', amount('EUR'), ['-1'], 'not_above_zero'],
  ['an amount finer than the currency', amount('JPY'), ['1.5'], 'amount_too_fine'],
  ['an amount in words', amount('EUR'), ['ten'], 'not_an_amount'],
  ['an amount beyond all money', amount('EUR'), ['99999999999999999999'], 'amount_too_large'],
  ['nothing chosen', oneOf(['a']), [''], 'not_chosen'],
  ['something not offered', oneOf(['a']), ['b'], 'not_offered'],
  ['ticks not offered', manyOf(['a']), ['a', 'b'], 'not_offered'],
  ['what must be agreed to', agreed(), [], 'not_agreed'],
  ['a day', day(), ['2028-02-29'], '2028-02-29'],
  ['a day that is not', day(), ['2026-02-29'], 'not_a_day'],
  ['no file', file(), [new File([], '')], 'no_file'],
  [
    'a file of another kind',
    file({ kinds: ['image/png'] }),
    [new File(['x'], 'a.txt', { type: 'text/plain' })],
    'wrong_kind_of_file',
  ],
  ['a file too large', file({ most: 2 }), [new File(['xxx'], 'a')], 'file_too_large'],
  ['too many files', files({ count: 1 }), [new File(['x'], 'a'), new File(['y'], 'b')], 'too_many_files'],
  ['files, none chosen', files(), [new File([], '')], []],
  ['an empty answer that may be', optional(whole()), [' '], undefined],
  ['a wrong answer that need not be', optional(whole()), ['x'], 'not_whole'],
])('%s', ([, reader, entries, expected]) => {
  const read = reader(entries, { locale: 'en', part: () => [] });
  expect(read.ok ? read.value : read.refusal.no).toEqual(expected);
});

test('an address is read in its country’s own form, and each field says what is wrong with it', async () => {
  const right: [string, string][] = [
    ['country', 'BR'],
    ['name', 'Ana Souza'],
    ['postalCode', '01304001'],
    ['street', 'Rua Augusta'],
    ['number', '1200'],
    ['district', 'Consolação'],
    ['city', 'São Paulo'],
    ['region', 'SP'],
  ];
  const named = right.map(([name, value]): [string, string] => [`to.${name}`, value]);
  const good = (await sent(named)).take({ to: address() });
  expect(good).toMatchObject({ ok: true, value: { to: { country: 'BR', postalCode: '01304-001', region: 'SP' } } });

  const form = await sent(
    named.map(([name, value]) => [name, name === 'to.postalCode' ? '99' : name === 'to.city' ? '' : value]),
  );
  expect(form.take({ to: address() }).ok).toBe(false);
  expect(form.outcome.errors).toEqual({
    'to.postalCode': 'Write it like 01310-100.',
    'to.city': 'Please fill this in.',
  });
  expect((await sent([['to.country', 'XX']])).take({ to: address() })).toMatchObject({
    again: { data: { errors: { 'to.country': 'Please choose from the list.' } } },
  });
});

test('a refusal stands at the field that it is about, or above the form', async () => {
  const form = await sent([
    ['_form', 'f'],
    ['key', 'x'],
  ]);
  expect(refused({ no: 'key_used_for_something_else' }, form, { key_used_for_something_else: 'key' })).toMatchObject({
    status: 422,
    data: { errors: { key: expect.stringContaining('sent before') } },
  });
  const other = await sent([]);
  expect(refused({ no: 'nobody_knows_this_not_found' }, other)).toMatchObject({
    status: 404,
    data: { refusal: { no: 'nobody_knows_this_not_found', says: expect.stringContaining('r-1') } },
  });
});

test('what a refusal says besides stands in its sentence, written for the reader', () => {
  const says: [string, unknown][] = [];
  const t = ((key: string, args: Record<string, unknown>) => (says.push(...Object.entries(args)), key)) as never;
  refusalSentence(
    {
      no: 'key_used_for_something_else',
      left: 2,
      least: moneyOf('BRL', '9.90'),
      until: new Date('2026-12-04T00:00:00Z'),
      roles: ['a', 'b'],
      country: 'CN',
    } as never,
    { ...asker('pt-BR'), t },
  );
  expect(says).toEqual([
    ['left', 2],
    ['least', 'R$\u00a09,90'],
    ['until', '4 de dez. de 2026'],
    ['roles', 'a e b'],
    ['country', 'China'],
  ]);
});

test('sizes of files and shares are said as people say them', () => {
  const says = (no: string, most: number) => refusalSentence({ no, most } as never, asker());
  expect(says('picture_is_too_large', 8 * 1024 * 1024)).toBe('A picture can have at most 8 MB.');
  expect(says('commission_is_out_of_bounds', 500)).toBe('A commission is at most 5%.');
});

test('a deed that is done says so and clears the form', async () => {
  expect(
    done(
      await sent([
        ['_form', 'f'],
        ['a', '1'],
      ]),
      'Saved.',
    ),
  ).toEqual({ form: 'f', said: 'Saved.', errors: {}, values: {} });
});

test('a text that was set is said by all who were handed the words before, and no longer once it is taken back', () => {
  const en = sayIn('en');
  const page = () => pick('en', 'texts', ['desk.find'])['desk.find'];
  const own = en('desk.find');
  sayAs(new Map([['en', { 'desk.find': 'Look for it' }]]));
  expect([en('desk.find'), page(), sayIn('ru')('desk.find')]).toEqual([
    'Look for it',
    'Look for it',
    expect.not.stringContaining('Look'),
  ]);
  sayAs(new Map());
  expect([en('desk.find'), page()]).toEqual([own, own]);
});
