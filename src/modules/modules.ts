/**
 * Who may call whom: the left may import the face of the right. Equal to the folders beside this file, or `tidy` fails.
 * An arrow that is missing here is a fact and a reaction instead.
 */
export const mayCall = {
  parties: [],
  ledger: [],
  exchange: ['ledger'],
  catalogue: ['parties'],
  discovery: ['catalogue', 'parties', 'trade'],
  payments: ['exchange', 'ledger', 'parties'],
  logistics: ['parties'],
  messaging: ['catalogue', 'parties'],
  trade: ['catalogue', 'exchange', 'logistics', 'messaging', 'parties', 'payments'],
  finance: ['exchange', 'ledger', 'messaging', 'parties', 'payments', 'trade'],
  webhooks: ['catalogue', 'finance', 'messaging', 'parties', 'trade'],
} as const satisfies Record<string, readonly string[]>;

export type ModuleName = keyof typeof mayCall;
