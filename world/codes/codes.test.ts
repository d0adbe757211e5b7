import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestWorld, type TestWorld } from '../testing.ts';
import { codeNow, demoSecret, isSecret } from './totp.ts';

let town: TestWorld;
beforeAll(async () => void (town = await openTestWorld()));
afterAll(() => town.close());

// RFC 6238, appendix B: the last six of the eight digits there. The secret is the RFC's own in base 32.
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [20000000000, '353130'],
])('at %i seconds the app shows %s', (seconds, code) =>
  expect(codeNow('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', new Date(seconds * 1000)).code).toBe(code),
);

test('the page shows the code of the demo, and of a key that is typed as the shop shows it', async () => {
  const page = async (path: string) => (await fetch(town.world.url + path)).text();
  const shown = (secret: string) => codeNow(secret, new Date('2026-03-02T09:00:00Z')).code.replace(/^.../, '$& ');
  expect(await page('/codes')).toContain(shown(demoSecret));
  expect(await page('/codes?secret=gezd+gnbv+gy3t+qojq')).toContain(shown('GEZDGNBVGY3TQOJQ'));
  expect(await page('/codes?secret=<b>1')).toContain('That is not a key');
  expect(isSecret(demoSecret)).toBe(true);
});
