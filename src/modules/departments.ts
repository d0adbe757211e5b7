/** Every department, in the order in which their migrations run: who is called comes before who calls. */
import type { Module } from '#platform/house';
import { catalogue } from '#modules/catalogue';
import { discovery } from '#modules/discovery';
import { exchange } from '#modules/exchange';
import { finance } from '#modules/finance';
import { ledger } from '#modules/ledger';
import { logistics } from '#modules/logistics';
import { messaging } from '#modules/messaging';
import { parties } from '#modules/parties';
import { payments } from '#modules/payments';
import { trade } from '#modules/trade';
import { webhooks } from '#modules/webhooks';

export const departments: readonly Module[] = [
  parties,
  ledger,
  exchange,
  catalogue,
  discovery,
  payments,
  logistics,
  messaging,
  trade,
  finance,
  webhooks,
];
