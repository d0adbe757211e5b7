/** Every department, in the order in which their migrations run: who is called comes before who calls. */
import type { Module } from '#platform/house';
import { exchange } from '#modules/exchange';
import { ledger } from '#modules/ledger';

export const departments: readonly Module[] = [
  ledger,
  exchange,
];
