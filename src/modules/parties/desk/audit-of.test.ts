import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '#kernel/result';
import { system } from '#platform/actor';
import type { Actor, StaffRole } from '#platform/actor';
import { audit } from '#platform/audit';
import { perform } from '#platform/perform';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { auditTrail } from './audit-of.ts';

let house: TestHouse;
const staff = (...roles: StaffRole[]): Actor => ({ id: 'ada', kind: 'person', name: 'Ada', stores: [], staff: roles });
const subjects = [
  'store:s',
  'product:p',
  'order:o',
  'shipment:b',
  'payment:m',
  'refund:r',
  'payout:a',
  'margin:n',
  'text:t',
];

beforeAll(async () => {
  house = await openTestHouse();
  await perform(
    house,
    { key: 'note', by: system },
    async function notes(work) {
      for (const subject of subjects) await audit(work, { deed: 'looked_at', subject, why: 'For the test.' });
      return ok();
    },
    {},
  );
});
afterAll(() => house.close());

test.for<[StaffRole, string[]]>([
  ['admission', ['store:s']],
  ['listings', ['product:p']],
  ['orders', ['order:o', 'shipment:b']],
  ['money', ['payment:m', 'refund:r', 'payout:a']],
  ['rules', ['margin:n', 'text:t']],
  ['admin', subjects],
])('staff for %s see what was done with their own things', async ([role, theirs]) => {
  const seen: string[] = [];
  for (const subject of subjects) {
    const page = await question(house, staff(role), auditTrail, { subject });
    seen.push(...(page?.lines ?? []).map((line) => line.subject));
  }
  expect(seen).toEqual(theirs);
  expect((await question(house, staff(role), auditTrail, {}))?.lines.length).toBe(
    role === 'admin' ? subjects.length : undefined,
  );
});
