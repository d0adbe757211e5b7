import { languages } from './languages.ts';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { argumentsOf, say } from './icu.ts';

const messages = [
  'Plain words, it’s said.',
  "It's said in o'clock style",
  'Hello {name}, you have {count, number} and {share, number, percent} or {count, number, integer}',
  '{count, plural, =0 {nothing} one {# thing} other {# things}}',
  '{count, plural, offset:1 =0 {nobody} =1 {{name}} one {{name} and # more} other {{name} and # more}}',
  '{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
  '{kind, select, parcel {the parcel} other {the {kind}}} of {name}',
  '{count, plural, one {# {kind, select, parcel {parcel no. #} other {thing}}} other {{kind, select, parcel {{count, number} parcels} other {things}} #}}',
  "quoted '{braces}' and ''two'' and '{' alone",
  "{count, plural, one {a '#' sign} other {# '#' signs}}",
];
const many = [
  { name: 'Luc', count: 0, share: 0.256, place: 1, kind: 'parcel' },
  { name: 'Mei', count: 1, share: 1, place: 22, kind: 'letter' },
  { name: '名', count: 12345.678, share: 0, place: 13, kind: 'other' },
  { name: '', count: 1_000_000, share: 12, place: 103, kind: 'parcel' },
];

test.for(languages)('writes in %s what intl-messageformat writes', (locale) => {
  for (const message of messages) {
    const theirs = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
    for (const args of many) expect(say(message, args, locale), message).toBe(theirs.format(args));
  }
});

test('an argument that was not given stays visible', () => {
  expect(say('Hello {name}', {}, 'en')).toBe('Hello {name}');
  expect(say('{count, plural, other {#}}', {}, 'en')).toBe('{count}');
});

test('amounts beyond what a float holds are written exactly', () => {
  expect(say('{n, number}', { n: 9007199254740993n }, 'en')).toBe('9,007,199,254,740,993');
});

test('names the arguments, inside of cases too', () => {
  expect(argumentsOf('{a} {n, plural, one {{b}} other {{c, number}}}')).toEqual(new Set(['a', 'n', 'b', 'c']));
});

test.for([
  ['{', 'a word is missing at 1'],
  ['{a', '“,” is missing'],
  ['a } b', 'a “}” too many at 2'],
  ['{n, plural, one {x}}', '“other” is missing'],
  ['{n, plural, one {x} other {y}', 'a word is missing'],
  ['{at, date}', '“date” is not known'],
  ['{n, number, ::currency/EUR}', '“::currency/EUR” is not known'],
])('%s is not well formed: %s', ([message, says]) => {
  expect(() => argumentsOf(message!)).toThrow(says!);
});
