/** The buyers of a simulation: where they live, in which money and language they buy, where their parcels go. */
import type { Chance } from './chance.ts';

export interface Household {
  country: string;
  currency: string;
  locale: string;
  taxId?: string;
  address: Record<string, string>;
}

const households: readonly Household[] = [
  {
    country: 'BR',
    currency: 'BRL',
    locale: 'pt-BR',
    taxId: '390.533.447-05',
    address: {
      street: 'Avenida Paulista',
      number: '1000',
      district: 'Bela Vista',
      city: 'São Paulo',
      region: 'SP',
      postalCode: '01310-100',
    },
  },
  {
    country: 'BR',
    currency: 'BRL',
    locale: 'pt-BR',
    taxId: '390.533.447-05',
    address: {
      street: 'Rua Barroso',
      number: '220',
      district: 'Centro',
      city: 'Manaus',
      region: 'AM',
      postalCode: '69010-050',
    },
  },
  {
    country: 'BR',
    currency: 'BRL',
    locale: 'pt-BR',
    taxId: '390.533.447-05',
    address: {
      street: 'Rua da Bahia',
      number: '1148',
      district: 'Centro',
      city: 'Belo Horizonte',
      region: 'MG',
      postalCode: '30160-011',
    },
  },
  {
    country: 'FR',
    currency: 'EUR',
    locale: 'en',
    address: { street: '12 rue Mercière', city: 'Lyon', postalCode: '69002' },
  },
  {
    country: 'DE',
    currency: 'EUR',
    locale: 'en',
    address: { street: 'Oranienstraße 25', city: 'Berlin', postalCode: '10999' },
  },
  {
    country: 'GB',
    currency: 'GBP',
    locale: 'en',
    address: { street: '14 King Street', city: 'Manchester', postalCode: 'M2 6AG' },
  },
  {
    country: 'US',
    currency: 'USD',
    locale: 'en',
    address: { street: '410 Pine Street', city: 'Seattle', region: 'WA', postalCode: '98101' },
  },
  {
    country: 'JP',
    currency: 'JPY',
    locale: 'en',
    address: { street: '1-2-3 Ginza', city: 'Chuo-ku', region: '13', postalCode: '104-0061' },
  },
  {
    country: 'OM',
    currency: 'USD',
    locale: 'ar',
    address: { street: 'شارع السلطان قابوس 12', city: 'مسقط', postalCode: '112' },
  },
  {
    country: 'KZ',
    currency: 'USD',
    locale: 'ru',
    address: { street: 'проспект Абая, 52', city: 'Алматы', postalCode: '050008' },
  },
  {
    country: 'SG',
    currency: 'SGD',
    locale: 'zh-CN',
    address: { street: '118 Tanjong Pagar Road', city: 'Singapore', postalCode: '088533' },
  },
];

const given = [
  'Ana',
  'Luiz',
  'Beatriz',
  'João',
  'Clara',
  'Rafael',
  'Luc',
  'Inès',
  'Jonas',
  'Greta',
  'Emily',
  'Oliver',
  'Grace',
  'Noah',
  'Yuki',
  'Ren',
];
const family = [
  'Souza',
  'Lima',
  'Pereira',
  'Martin',
  'Bernard',
  'Keller',
  'Vogel',
  'Hughes',
  'Clarke',
  'Reed',
  'Mori',
  'Tanaka',
];

export interface Shopper extends Household {
  name: string;
  email: string;
  guest: string;
}

/** Somebody who comes by. Nearly three of ten are Brazilian. */
export function shopper(chance: Chance, n: number): Shopper {
  const name = `${chance.pick(given)} ${chance.pick(family)}`;
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '.')
    .replaceAll(/\.{2,}/g, '.');
  const id = `${n}${chance.whole(0, 2 ** 31).toString(36)}`;
  return {
    ...chance.pick(households),
    name,
    email: `${plain}.${n}@example.com`,
    guest: `sim${id}`.padEnd(32, '0').slice(0, 32),
  };
}
