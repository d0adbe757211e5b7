import { isId, newId } from '#kernel/id';
import { checkCurrency } from '#kernel/money';
import type { CurrencyRefusal } from '#kernel/money';
import type { Address } from '#kernel/place';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { announce } from '#platform/facts';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { checkCountry } from '../country.ts';
import type { CountryRefusal } from '../country.ts';
import { shownOf, verifyAgainAt } from '../desk/admit-store.ts';
import { noteDecision } from '../desk/decide.ts';
import { storeAdmitted } from '../facts.ts';
import { storesKept } from '../memory.ts';
import { plainName, plainText } from '../words.ts';
import { writeDossier } from './dossier.ts';
import { identityAsked } from './identity-rules.ts';
import { writeDraft } from './open-store.ts';
import type { OpenStore } from './open-store.ts';
import { freeSlug } from './slug.ts';
import type { SellerKind } from './store.ts';

export interface EnrolStore extends Omit<OpenStore, 'slug'> {
  /** A person; they are its owner. */
  owner: string;
  city?: string;
  address?: Address;
  phone?: string;
  /** What the other system knew of the seller, by the fields that are asked here; others are left out. */
  identity?: Readonly<Record<string, string>>;
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

  const store = newId(work.now);
  const slug = await freeSlug(work, store, name.value);
  await writeDraft(work, owner.id, {
    store,
    slug,
    name: name.value,
    about: about.value,
    kind: input.kind,
    country: country.value,
    currency: currency.value,
  });
  const seller = { id: store, kind: input.kind, country: country.value };
  await keepDossier(work, seller, input);
  await work.run(sql`
    update parties.stores
       set city = ${input.address?.city ?? input.city ?? ''}, state = 'in_review', submitted_at = ${work.now}
     where id = ${store}`);
  const shown = await shownOf(work, seller);
  await work.run(sql`
    update parties.stores
       set state = 'open', shown = ${shown && json(shown)}, opened_at = ${work.now}, verified_at = ${work.now},
           verify_again_at = ${verifyAgainAt(work.now)}
     where id = ${store}`);
  storesKept(work.house).forget(store);
  await noteDecision(work, 'admitted', { id: store, name: name.value }, input.why, { letters: false });
  announce(work, storeAdmitted({ store }));
  return ok({ store, slug });
}

async function keepDossier(
  work: Work,
  { id, country, kind }: { id: string; country: string; kind: SellerKind },
  { identity = {}, address = null, phone = '' }: Pick<EnrolStore, 'identity' | 'phone'> & { address?: Address | null },
): Promise<void> {
  const asked = await identityAsked(work, { country, kind });
  const fields = new Set(asked?.fields.map(({ field }) => field));
  const known = Object.fromEntries(Object.entries(identity).filter(([field]) => fields.has(field)));
  await writeDossier(
    work,
    id,
    { identity: known, address, phone },
    { country, number: known[asked?.mark ?? ''] ?? '' },
  );
}
