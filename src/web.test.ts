import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { addressFinder } from './web.ts';

const from = (address: string, said?: string) =>
  ({
    socket: { remoteAddress: address },
    headers: said ? { 'x-forwarded-for': said } : {},
  }) as unknown as IncomingMessage;

test('only a proxy that we trust may say whom it speaks for', () => {
  const alone = addressFinder(false);
  expect(alone(from('203.0.113.7'))).toBe('203.0.113.7');
  expect(alone(from('203.0.113.7', '198.51.100.1'))).toBe('203.0.113.7');

  const behind = addressFinder(['10.0.0.0/8']);
  expect(behind(from('10.1.2.3', '198.51.100.1'))).toBe('198.51.100.1');
  // Somebody says a false one to the proxy, which adds the true one.
  expect(behind(from('10.1.2.3', '1.1.1.1, 198.51.100.1'))).toBe('198.51.100.1');
  expect(behind(from('203.0.113.7', '198.51.100.1'))).toBe('203.0.113.7');
});
