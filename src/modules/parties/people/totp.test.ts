import { expect, test } from 'vitest';
import { codeAt, fromBase32, keyUri, stepAt, stepOf, toBase32 } from './totp.ts';

const secret = Buffer.from('12345678901234567890');

// RFC 6238, appendix B, the rows of SHA-1.
test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('at %i seconds the code is %s', (seconds, code) =>
  expect(codeAt(secret, stepAt(new Date(seconds * 1000)), 8)).toBe(code),
);

// RFC 4226, appendix D.
test.each(['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'])(
  'the codes of RFC 4226 come in their order: %s',
  (code) => expect(Array.from({ length: 10 }, (_, step) => codeAt(secret, step))).toContain(code),
);

// RFC 4648, section 10.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('%s is %s in base 32, and back', (text, typed) => {
  expect(toBase32(Buffer.from(text))).toBe(typed);
  expect(fromBase32(typed).toString()).toBe(text);
});

test('a code is believed half a minute early and late, with the space that apps show in it, and no further', () => {
  const at = new Date(1_111_111_111_000);
  const code = codeAt(secret, stepAt(at));
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);
  expect(stepOf(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, at)).toBe(stepAt(at));
  expect(stepOf(secret, code, later(30))).toBe(stepAt(at));
  expect(stepOf(secret, code, later(-30))).toBe(stepAt(at));
  expect(stepOf(secret, code, later(61))).toBeUndefined();
  expect(stepOf(secret, code, later(-61))).toBeUndefined();
  expect(stepOf(secret, '', at)).toBeUndefined();
});

test('the address for the app names the house and the person', () => {
  expect(keyUri('MZXW6', 'luc+shop@lyon.test')).toBe(
    'otpauth://totp/Entrepot:luc%2Bshop%40lyon.test?secret=MZXW6&issuer=Entrepot&algorithm=SHA1&digits=6&period=30',
  );
});
