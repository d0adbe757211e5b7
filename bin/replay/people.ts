/** Who trades: persons and stores made from the data's anonymous ids. What the data do not tell is said to be unknown, or is a stand-in. */
import { createHash } from 'node:crypto';
import type { Actor } from '#platform/actor';
import type { OlistPlace } from './olist.ts';

export interface Trader {
  name: string;
  email: string;
  locale: string;
  country: string;
  currency: string;
}

/** The data have neither names nor addresses: people are called by the beginning of their id. */
export function traderOf(kind: 'customer' | 'seller', id: string): Trader {
  return {
    name: `${kind === 'seller' ? 'Vendedor' : 'Cliente'} ${id.slice(0, 8)}`,
    email: `${id}@${kind}s.olist.example`,
    locale: 'pt-BR',
    country: 'BR',
    currency: 'BRL',
  };
}

export function actorOf(person: string, name: string, store?: string): Actor {
  return { id: person, kind: 'person', name, stores: store ? [{ store, roles: ['owner'] }] : [], staff: [] };
}

/** Of an address the data have the city, the state and how the postal code begins. 's/n' is how Brazil writes "no number". */
export function addressOf({ zip, city, state }: OlistPlace): Record<string, string> {
  return {
    street: 'Rua não informada',
    number: 's/n',
    district: 'Não informado',
    city: titled(city),
    region: state,
    postalCode: `${zip}-000`,
  };
}

/** 'sao paulo' → 'Sao Paulo'. */
export function titled(words: string): string {
  return words.replace(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** A tax number of nobody, always the same for the same person, whose check digits are right: a boleto needs one. */
export function taxIdOf(person: string): string {
  const digits = [...createHash('sha256').update(person).digest().subarray(0, 9)].map((byte) => byte % 10);
  // Eleven times the same digit is no number of anybody.
  if (new Set(digits).size === 1) digits[8] = (digits[8]! + 1) % 10;
  for (const first of [10, 11]) {
    const rest = digits.reduce((total, digit, n) => total + digit * (first - n), 0) % 11;
    digits.push(rest < 2 ? 0 : 11 - rest);
  }
  return digits.join('');
}
