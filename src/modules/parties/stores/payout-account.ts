/** Where a store's payouts go. Sealed; people see the last four signs, only finance's job sees the whole. */
import { checkCurrency } from '#kernel/money';
import type { CurrencyRefusal } from '#kernel/money';
import { isId, newId } from '#kernel/id';
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { seal, unseal } from '#platform/crypto';
import { announce } from '#platform/facts';
import { enqueue } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { checkCountry } from '../country.ts';
import type { CountryRefusal } from '../country.ts';
import { ownersOf } from '../desk/decide.ts';
import { payoutAccountChanged } from '../facts.ts';
import { letterToPerson } from '../people/letters.ts';
import { plainName } from '../words.ts';
import { checkAccount, last4Of } from './account-forms.ts';
import type { AccountRefusal, BankAccount, TypedAccount } from './account-forms.ts';
import { lockTheirs, maySee } from './lock.ts';
import type { RoleRefusal } from './lock.ts';

export interface PayoutAccountView {
  holder: string;
  country: string;
  currency: string;
  last4: string;
  setAt: Date;
}

export interface PayoutAccount extends PayoutAccountView {
  account: BankAccount;
}

export interface SetPayoutAccount extends TypedAccount {
  store: string;
  /** To whom the bank says the account belongs. */
  holder: string;
  country: string;
  currency: string;
}

/** Listed in the order in which they are checked. */
export type SetPayoutAccountRefusal =
  | RoleRefusal
  | { no: 'name_is_missing' }
  | { no: 'name_is_too_long'; most: number }
  | CountryRefusal
  | CurrencyRefusal
  | AccountRefusal;

/**
 * Payouts that are asked for from now on go to this account; those on their way are not turned round. The owners get a
 * letter, because whoever steals a seller's password comes here first.
 */
export async function setPayoutAccount(
  work: Work,
  input: SetPayoutAccount,
): Promise<Result<{ last4: string }, SetPayoutAccountRefusal>> {
  const { store } = input;
  const locked = await lockTheirs(work, store, 'finance');
  if (!locked.ok) return locked;
  const holder = plainName(input.holder);
  if (!holder.ok) return holder;
  const country = checkCountry(input.country);
  if (!country.ok) return country;
  const currency = checkCurrency(input.currency);
  if (!currency.ok) return currency;
  const account = checkAccount(country.value, input);
  if (!account.ok) return account;

  const last4 = last4Of(account.value);
  const where = 'iban' in account.value ? account.value.iban.slice(0, 2) : country.value;
  const sealed = seal(work.house, JSON.stringify({ store, holder: holder.value, account: account.value }));
  const replaced = await work.run(sql`
    update parties.payout_accounts set replaced_at = ${work.now} where store = ${store} and replaced_at is null`);
  await work.run(sql`
    insert into parties.payout_accounts (store, id, country, currency, sealed, last4, set_at, set_by)
    values (${store}, ${newId(work.now)}, ${where}, ${currency.value}, ${sealed}, ${last4}, ${work.now}, ${work.by.id})`);
  announce(work, payoutAccountChanged({ store }));
  if (replaced > 0) {
    for (const person of await ownersOf(work, store)) {
      const values = { store: locked.value.name, last4, link: '/seller/store' };
      enqueue(work, letterToPerson({ person, letter: 'payout_account_changed', values }));
    }
  }
  return ok({ last4 });
}

/** The whole account, opened: for the job that pays, never for a page. */
export async function payoutAccountOf(ask: Asking, { store }: { store: string }): Promise<PayoutAccount | undefined> {
  if (!isId(store)) return undefined;
  const row = await ask.one<{ country: string; currency: string; sealed: string; last4: string; set_at: Date }>(sql`
    select country, currency, sealed, last4, set_at from parties.payout_accounts where store = ${store} and replaced_at is null`);
  if (!row) return undefined;
  const { country, currency, last4, set_at } = row;
  const opened = JSON.parse(unseal(ask.house, row.sealed)) as { store: string; holder: string; account: BankAccount };
  if (opened.store !== store) throw new Error(`The payout account of store ${store} is another store's.`);
  return { holder: opened.holder, account: opened.account, country, currency, last4, setAt: set_at };
}

/** What may be shown of it. */
export async function payoutAccountShown(ask: Asking, store: string): Promise<PayoutAccountView | undefined> {
  const whole = await payoutAccountOf(ask, { store });
  if (!whole) return undefined;
  const { account: _account, ...shown } = whole;
  return shown;
}

/** For the people of the store who look after money. */
export async function payoutAccountPage(
  ask: Asking,
  { store }: { store: string },
): Promise<{ account: PayoutAccountView | null } | undefined> {
  if (!(await maySee(ask, store, 'finance'))) return undefined;
  return { account: (await payoutAccountShown(ask, store)) ?? null };
}
