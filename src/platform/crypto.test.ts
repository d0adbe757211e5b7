import { createSecretKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashToken, seal, signWebhook, token, unseal, webhookProblem } from './crypto.ts';
import type { House } from './house.ts';

// Only the secret of the house is read.
const house = { config: { secret: createSecretKey(Buffer.alloc(32, 1)) } } as unknown as House;
const other = { config: { secret: createSecretKey(Buffer.alloc(32, 2)) } } as unknown as House;

test('what is sealed opens only here, and only unchanged', () => {
  const sealed = seal(house, '91110000600037341L');
  expect(sealed).not.toContain('9111');
  expect(unseal(house, sealed)).toBe('91110000600037341L');
  expect(seal(house, 'a')).not.toBe(seal(house, 'a'));
  expect(() => unseal(other, sealed)).toThrow();
  const [version, iv, tag, text] = sealed.split('.');
  expect(() => unseal(house, [version, iv, tag, `${text!.slice(0, -2)}AA`].join('.'))).toThrow();
  expect(() => unseal(house, 'plain')).toThrow(/not sealed/);
});

test('tokens are long and their hash is what is kept', () => {
  expect(token()).toHaveLength(43);
  expect(token()).not.toBe(token());
  expect(hashToken('a')).toMatch(/^[0-9a-f]{64}$/);
});

// The vector of the Standard Webhooks specification.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const at = new Date(1_614_265_330_000);
const body = '{"test": 2432232314}';
const head = signWebhook(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', at, body);

test('webhooks are signed as the specification says', () => {
  expect(head.signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  expect(webhookProblem(secret, head, body, at)).toBeUndefined();
  expect(webhookProblem(secret, { ...head, signature: `v1,AAAA ${head.signature}` }, body, at)).toBeUndefined();
});

test.each([
  ['a header is missing', { ...head, id: '' }, body, at],
  ['the timestamp is not a number', { ...head, timestamp: 'soon' }, body, at],
  ['the timestamp is more than five minutes off', head, body, new Date(at.getTime() + 301_000)],
  ['the signature is wrong', { ...head, signature: 'v1,AAAA' }, body, at],
  ['the signature is wrong', head, `${body} `, at],
  ['the signature is wrong', { ...head, id: 'msg_other' }, body, at],
])('%s', (why, given, text, now) => {
  expect(webhookProblem(secret, given, text, now)).toBe(why);
});
