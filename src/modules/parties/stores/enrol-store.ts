import { isId } from '#kernel/id';
import { checkCurrency } from '#kernel/money';
import type { CurrencyRefusal } from '#kernel/money';
import type { Address } from '#kernel/place';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { checkCountry } from '../country.ts';
import type { CountryRefusal } from '../country.ts';
import { verifyAgainAt } from '../desk/admit-store.ts';
import { noteDecision } from '../desk/decide.ts';
import { storeAdmitted } from '../facts.ts';
import { storesKept } from '../memory.ts';
import { plainName, plainText } from '../words.ts';
import { emptyDossier, writeDossier } from './dossier.ts';
import { begun } from './open-store.ts';
import type { OpenStore } from './open-store.ts';

export interface EnrolStore extends OpenStore {
  /** A person; they are its owner. */
  owner: string;
  about?: string;
  city?: string;
  address?: Address;
  phone?: string;
  /** Where the store comes from, for the audit trail. */
  why: string;
}

/** Listed in the order in which they are checked. */
export type EnrolStoreRefusal =
  | { no: 'only_the_house_may' }
  | { no: 'person_not_found' }
  | { no: 'name_is_missing' }
  | { no: 'name_is_too_long'; most: number }
  | { no: 'text_is_too_long'; most: number }
  | CountryRefusal
  | CurrencyRefusal;

/**
 * Brings over a store that another system has verified already: drafted, submitted and admitted in one deed. No letter
 * is written, for nobody waits for one.
 */
export async function enrolStore(
  work: Work,
  input: EnrolStore,
): Promise<Result<{ store: string; slug: string }, EnrolStoreRefusal>> {
  if (work.by.kind !== 'system') return refuse({ no: 'only_the_house_may' });
  const owner = isId(input.owner)
    ? await work.one<{ id: string }>(sql`select id from parties.people where id = ${input.owner}`)
    : undefined;
  if (!owner) return refuse({ no: 'person_not_found' });
  const name = plainName(input.name);
  if (!name.ok) return name;
  const about = plainText(input.about ?? '');
  if (!about.ok) return about;
  const country = checkCountry(input.country);
  if (!country.ok) return country;
  const currency = checkCurrency(input.currency);
  if (!currency.ok) return currency;

  const made = await begun(work, owner.id, {
    name: name.value,
    kind: input.kind,
    country: country.value,
    currency: currency.value,
  });
  const { store } = made;
  await work.run(sql`
    update parties.stores
       set about = ${about.value}, city = ${input.address?.city ?? input.city ?? ''}, state = 'in_review', submitted_at = ${work.now}
     where id = ${store}`);
  await work.run(sql`
    update parties.stores
       set state = 'open', opened_at = ${work.now}, verified_at = ${work.now}, verify_again_at = ${verifyAgainAt(work.now)}
     where id = ${store}`);
  await writeDossier(
    work,
    store,
    { ...emptyDossier, address: input.address ?? null, phone: input.phone ?? '' },
    undefined,
  );
  storesKept(work.house).forget(store);
  await noteDecision(work, 'admitted', { id: store, name: name.value }, input.why, { letters: false });
  announce(work, storeAdmitted({ store }));
  return ok(made);
}
