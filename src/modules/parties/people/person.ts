/** A person as they are shown to themselves and to the other departments. */
import { checkCurrency } from '#kernel/money';
import type { CurrencyRefusal } from '#kernel/money';
import { checkCountry } from '../country.ts';
import type { CountryRefusal } from '../country.ts';
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import type { Actor, StaffRole, StoreRole } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { actorsKept } from '../memory.ts';
import { plainName } from '../words.ts';

export interface AboutPerson {
  name: string;
  /** A language tag such as `pt-BR`: the language of letters. */
  locale: string;
  country: string;
  currency: string;
}

export type AboutRefusal =
  | { no: 'name_is_missing' }
  | { no: 'name_is_too_long'; most: number }
  | { no: 'language_is_not_readable' }
  | CountryRefusal
  | CurrencyRefusal;

export function checkAbout({ name, locale, country, currency }: AboutPerson): Result<AboutPerson, AboutRefusal> {
  const named = plainName(name);
  if (!named.ok) return named;
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale) || locale.length > 20)
    return refuse({ no: 'language_is_not_readable' });
  const where = checkCountry(country);
  if (!where.ok) return where;
  const paid = checkCurrency(currency);
  if (!paid.ok) return paid;
  return ok({ name: named.value, locale, country: where.value, currency: paid.value });
}

/** The asker's id where they are a person with an account: a guest's id and the house's own are no ids of people. */
export function personId(by: Actor): string | null {
  return by.kind === 'person' && isId(by.id) ? by.id : null;
}

export interface PersonView extends AboutPerson {
  person: string;
  email: string;
  /** Whether a letter to the address came back to us. */
  emailConfirmed: boolean;
  hasPassword: boolean;
  since: Date;
}

interface PersonRow extends AboutPerson {
  id: string;
  email: string;
  confirmed: boolean;
  has_password: boolean;
  created_at: Date;
}

export async function personOf(ask: Asking, { person }: { person: string }): Promise<PersonView | undefined> {
  return (await peopleOf(ask, { people: [person] }))[0];
}

/** In no order; those that are not there are left out. */
export async function peopleOf(ask: Asking, { people }: { people: readonly string[] }): Promise<PersonView[]> {
  const known = people.filter(isId);
  if (known.length === 0) return [];
  const rows = await ask.many<PersonRow>(sql`
    select id, email, email_confirmed_at is not null as confirmed, password_hash is not null as has_password,
           name, locale, country, currency, created_at
      from parties.people
     where id = any(${known}::uuid[])`);
  return rows.map(({ id, email, confirmed, has_password, name, locale, country, currency, created_at }) => ({
    person: id,
    email,
    emailConfirmed: confirmed,
    hasPassword: has_password,
    name,
    locale,
    country,
    currency,
    since: created_at,
  }));
}

export interface Me extends PersonView {
  stores: { store: string; slug: string; name: string; state: string; roles: StoreRole[] }[];
  staff: readonly StaffRole[];
}

/** The asker, with the stores they work for. Undefined for whoever has no account, keys included. */
export async function me(ask: Asking, _input: object): Promise<Me | undefined> {
  const person = personId(ask.by);
  if (!person) return undefined;
  const [view, stores] = await Promise.all([
    personOf(ask, { person }),
    ask.many<Me['stores'][number]>(sql`
      select m.store, s.slug, s.name, s.state, m.roles
        from parties.members m
        join parties.stores s on s.id = m.store
       where m.person = ${person}
       order by m.since, m.store
       limit 200`),
  ]);
  return view && { ...view, stores, staff: ask.by.staff };
}

export type EditPersonRefusal = { no: 'person_not_found' } | AboutRefusal;

/** What is not given stays as it is. */
export async function editPerson(
  work: Work,
  input: Partial<AboutPerson>,
): Promise<Result<AboutPerson, EditPersonRefusal>> {
  const person = personId(work.by);
  const before = await work.one<AboutPerson>(sql`
    select name, locale, country, currency from parties.people where id = ${person} for update`);
  if (!before) return refuse({ no: 'person_not_found' });
  const { name = before.name, locale = before.locale, country = before.country, currency = before.currency } = input;
  const about = checkAbout({ name, locale, country, currency });
  if (!about.ok) return about;
  const after = about.value;
  await work.run(sql`
    update parties.people
       set name = ${after.name}, locale = ${after.locale}, country = ${after.country}, currency = ${after.currency}
     where id = ${person}`);
  actorsKept(work.house).forget(work.by.id);
  return about;
}
