import { newId } from '#kernel/id';
import { checkCurrency } from '#kernel/money';
import type { CurrencyRefusal } from '#kernel/money';
import { checkCountry } from '../country.ts';
import type { CountryRefusal } from '../country.ts';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { actorsKept } from '../memory.ts';
import { personId } from '../people/person.ts';
import { plainName, plainText } from '../words.ts';
import { identityAsked } from './identity-rules.ts';
import { chosenSlug, freeSlug } from './slug.ts';
import type { SlugRefusal } from './slug.ts';
import { storeLife } from './store.ts';
import type { SellerKind } from './store.ts';

export interface OpenStore {
  name: string;
  kind: SellerKind;
  country: string;
  /** What its prices are in and what it is paid out in. */
  currency: string;
  about?: string;
  /** Its address in the shop; without one, it is made from the name. */
  slug?: string;
}

/** Listed in the order in which they are checked. */
export type OpenStoreRefusal =
  | { no: 'only_people_open_stores' }
  | { no: 'name_is_missing' }
  | { no: 'name_is_too_long'; most: number }
  | { no: 'text_is_too_long'; most: number }
  | CountryRefusal
  | CurrencyRefusal
  | { no: 'nobody_is_admitted_from_there'; country: string; kind: SellerKind }
  | { no: 'finish_your_other_stores_first'; most: number }
  | SlugRefusal;

/** A person may prepare this many stores side by side; more are opened by programs, not by people. */
const mostUnopened = 5;

/** Somebody begins a store and is its owner. It is a draft: nothing is asked yet and nobody else sees it. */
export async function openStore(
  work: Work,
  input: OpenStore,
): Promise<Result<{ store: string; slug: string }, OpenStoreRefusal>> {
  const owner = personId(work.by);
  // Locked, so that two stores begun at once are counted one after the other.
  const person =
    owner && (await work.one<{ id: string }>(sql`select id from parties.people where id = ${owner} for update`));
  if (!owner || !person) return refuse({ no: 'only_people_open_stores' });
  const name = plainName(input.name);
  if (!name.ok) return name;
  const about = plainText(input.about ?? '');
  if (!about.ok) return about;
  const country = checkCountry(input.country);
  if (!country.ok) return country;
  const currency = checkCurrency(input.currency);
  if (!currency.ok) return currency;
  const { kind } = input;
  if (!(await identityAsked(work, { country: country.value, kind })))
    return refuse({ no: 'nobody_is_admitted_from_there', country: country.value, kind });
  const counted = await work.one<{ count: number }>(sql`
    select count(*)::int as count
      from parties.members m
      join parties.stores s on s.id = m.store
     where m.person = ${owner} and 'owner' = any(m.roles) and s.state in ('draft', 'in_review', 'refused')`);
  if (counted!.count >= mostUnopened) return refuse({ no: 'finish_your_other_stores_first', most: mostUnopened });
  const store = newId(work.now);
  const slug = input.slug ? await chosenSlug(work, store, input.slug) : ok(await freeSlug(work, store, name.value));
  if (!slug.ok) return slug;
  const face = { name: name.value, about: about.value, kind, country: country.value, currency: currency.value };
  await writeDraft(work, owner, { store, slug: slug.value, ...face });
  return ok({ store, slug: slug.value });
}

/** Writes the store down, as a draft with its first owner, at an address that is taken for it. */
export async function writeDraft(
  work: Work,
  owner: string,
  { store, slug, name, about, kind, country, currency }: Required<OpenStore> & { store: string },
): Promise<void> {
  await work.run(sql`
    insert into parties.stores (id, slug, name, about, kind, country, currency, state, created_at)
    values (${store}, ${slug}, ${name}, ${about}, ${kind}, ${country}, ${currency}, ${storeLife.first}, ${work.now})`);
  await work.run(sql`
    insert into parties.members (store, person, roles, since) values (${store}, ${owner}, ${['owner']}, ${work.now})`);
  actorsKept(work.house).forget(owner);
}
