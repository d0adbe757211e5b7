import { expect, test } from 'vitest';
import { inLocale } from '../words/locales.ts';
import { inMinutes, onward } from './sign.ts';

const locals = (locale: 'en' | 'pt-BR') => ({ to: (path: string) => inLocale(path, locale) }) as App.Locals;
const from = (next: string, locale: 'en' | 'pt-BR' = 'en') =>
  onward(
    { url: new URL(`http://localhost:4000/sign-in?next=${encodeURIComponent(next)}`), locals: locals(locale) },
    '/',
  );

test.for([
  ['/checkout?country=BR', '/checkout?country=BR'],
  ['/pt-BR/cart', '/pt-BR/cart'],
  ['/seller', '/seller'],
  ['/invitation?token=x', '/invitation?token=x'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['', '/'],
])('who signs in from %s goes on to %s', ([next, to]) => {
  expect(from(next!)).toBe(to);
});

test.for([
  '/sign-in?next=%2Fsign-in',
  '/pt-BR/sign-out',
  '/sign-up',
  '/reset-password?token=x',
  '/forgot-password',
  '/confirm-email?token=x',
])('nobody goes on from signing in to %s', (next) => {
  expect(from(next, 'pt-BR')).toBe('/pt-BR');
});

test('how long a door stays shut is said in whole minutes, never none', () => {
  const at = (time: string) => new Date(`2026-03-02T${time}Z`);
  const now = (time: string) => ({ house: { clock: { now: () => at(time) } } }) as unknown as App.Locals;
  const refusal = { no: 'too_many_tries', again: at('09:15:00') };
  expect(inMinutes(refusal, now('09:00:00'))).toEqual({ ...refusal, minutes: 15 });
  expect(inMinutes(refusal, now('09:12:01'))).toEqual({ ...refusal, minutes: 3 });
  expect(inMinutes(refusal, now('09:15:00'))).toEqual({ ...refusal, minutes: 1 });
  expect(inMinutes({ no: 'email_is_wrong' }, now('09:00:00'))).toEqual({ no: 'email_is_wrong' });
});
