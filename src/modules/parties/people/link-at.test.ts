import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { visitor } from '#platform/actor';
import { perform } from '#platform/perform';
import { question } from '#platform/work';
import { goodPassword, openTestTown } from '../mailbox-for-tests.ts';
import type { TestTown } from '../mailbox-for-tests.ts';
import { changeEmail } from './change-password.ts';
import { confirmEmail } from './confirm-email.ts';
import { linkAt } from './link-at.ts';
import { askReset } from './reset-password.ts';

let town: TestTown;
beforeAll(async () => {
  town = await openTestTown();
});
afterAll(() => town.close());

const at = (token: string) => question(town.house, visitor, linkAt, { token });

test('a link is looked at as often as one likes, and used once', async () => {
  await town.person('luc@lyon.example');
  await town.letters();
  const { token } = town.mail.last('luc@lyon.example');
  for (const _look of [1, 2]) {
    expect(await at(token)).toEqual({ purpose: 'confirm', email: 'luc@lyon.example', state: 'open' });
  }
  must(await perform(town.house, { key: 'used', by: visitor }, confirmEmail, { token }));
  expect(await at(token)).toMatchObject({ state: 'used' });
});

test('a reset runs out after an hour', async () => {
  must(await askReset(town.call(), { email: 'luc@lyon.example' }));
  await town.letters();
  const { token } = town.mail.last('luc@lyon.example');
  expect(await at(token)).toMatchObject({ purpose: 'reset', state: 'open' });
  town.house.clock.advance({ minutes: 61 });
  expect(await at(token)).toMatchObject({ state: 'over' });
});

test('what was sent to an address that was since exchanged opens nothing any more', async () => {
  const mei = await town.person('mei@shenzhen.example');
  await town.letters();
  const { token: first } = town.mail.last('mei@shenzhen.example');
  must(await changeEmail(town.call(await mei.actor()), { password: goodPassword, email: 'mei@kettles.example' }));
  await town.letters();
  const { token: change } = town.mail.last('mei@kettles.example');
  expect(await at(change)).toEqual({ purpose: 'change_email', email: 'mei@kettles.example', state: 'open' });
  must(await perform(town.house, { key: 'change', by: visitor }, confirmEmail, { token: change }));
  expect(await at(first)).toMatchObject({ purpose: 'confirm', state: 'over' });
});

test('a token that is none, or nobody’s, is nothing', async () => {
  expect(await at('')).toBeUndefined();
  expect(await at('A'.repeat(65))).toBeUndefined();
});
