import { expect, test } from 'vitest';
import { sieveOf } from './sieve.ts';

const sieve = (query: string) => sieveOf(new URLSearchParams(query));

test('what is wanted is read from the address, each value once', () => {
  expect(
    sieve('f.colour=black&f.colour=white&f.colour=black&brand=A%2C+B&least=9,5&available=1&sort=cheapest'),
  ).toEqual({
    values: { colour: ['black', 'white'], brand: ['A, B'] },
    least: 9.5,
    most: undefined,
    available: true,
  });
});

test('what is no wish is left out', () => {
  expect(sieve('f.COLOUR=x&f.=y&f.colour=&least=cheap&most=-1&available=yes')).toEqual({
    values: {},
    least: undefined,
    most: undefined,
    available: false,
  });
});
