import { checkCurrency } from '#kernel/money';
import type { CurrencyRefusal } from '#kernel/money';
import { dayOf } from '#kernel/period';
import { checkAddress } from '#kernel/place';
import type { Address, AddressFields, AddressRefusal } from '#kernel/place';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { checkCountry } from '../country.ts';
import type { CountryRefusal } from '../country.ts';
import { storesKept } from '../memory.ts';
import { plainName, plainText } from '../words.ts';
import { readDossier, writeDossier } from './dossier.ts';
import type { Dossier } from './dossier.ts';
import { checkField, identityAsked } from './identity-rules.ts';
import type { FieldRefusal, IdentityRule } from './identity-rules.ts';
import { lockTheirs } from './lock.ts';
import type { LockedStore, RoleRefusal } from './lock.ts';
import { checkPhone } from '../phone.ts';
import type { PhoneRefusal } from '../phone.ts';
import { chosenSlug } from './slug.ts';
import type { SlugRefusal } from './slug.ts';
import type { SellerKind, StoreState } from './store.ts';

/** One step of the application, or several. What is not given stays; what is given empty is taken back. */
export interface ApplicationStep {
  name?: string;
  /** Its address in the shop. */
  slug?: string;
  about?: string;
  kind?: SellerKind;
  country?: string;
  currency?: string;
  /** Answers to what is asked, by field. */
  identity?: Readonly<Record<string, string>>;
  /** Where the seller is found; its name is whom to ask for there. */
  address?: AddressFields;
  phone?: string;
}

type FaceRefusal =
  | { no: 'name_is_missing' }
  | { no: 'name_is_too_long'; most: number }
  | { no: 'text_is_too_long'; most: number }
  | CountryRefusal
  | CurrencyRefusal;

/** Listed in the order in which they are checked. */
export type SaveApplicationRefusal =
  | RoleRefusal
  | { no: 'application_is_not_a_draft'; state: StoreState }
  | FaceRefusal
  | { no: 'nobody_is_admitted_from_there'; country: string; kind: SellerKind }
  | FieldRefusal
  | AddressRefusal
  | PhoneRefusal
  | SlugRefusal;

/**
 * Saves what was filled in so far. Nothing need be complete, but what is given must be right in itself, so that an error
 * is seen at the field where it was made. With another country or kind, answers that are not asked there are dropped.
 */
export async function saveApplication(
  work: Work,
  { store, ...step }: ApplicationStep & { store: string },
): Promise<Result<{ store: string }, SaveApplicationRefusal>> {
  const locked = await lockTheirs(work, store, 'owner');
  if (!locked.ok) return locked;
  if (locked.value.state !== 'draft') return refuse({ no: 'application_is_not_a_draft', state: locked.value.state });
  const face = checkFace(locked.value, step);
  if (!face.ok) return face;
  const { country, kind } = face.value;
  const asked = await identityAsked(work, { country, kind });
  if (!asked) return refuse({ no: 'nobody_is_admitted_from_there', country, kind });
  const dossier = checkDossier(await readDossier(work, store), step, asked, country, dayOf(work.now));
  if (!dossier.ok) return dossier;
  const slug = step.slug ? await chosenSlug(work, store, step.slug) : ok(locked.value.slug);
  if (!slug.ok) return slug;
  await write(work, store, { ...face.value, slug: slug.value }, dossier.value, asked);
  return ok({ store });
}

type Face = Pick<LockedStore, 'name' | 'about' | 'kind' | 'country' | 'currency'>;

function checkFace(before: LockedStore, step: ApplicationStep): Result<Face, FaceRefusal> {
  const name = plainName(step.name ?? before.name);
  if (!name.ok) return name;
  const about = plainText(step.about ?? before.about);
  if (!about.ok) return about;
  const country = checkCountry(step.country ?? before.country);
  if (!country.ok) return country;
  const currency = checkCurrency(step.currency ?? before.currency);
  if (!currency.ok) return currency;
  return ok({
    name: name.value,
    about: about.value,
    kind: step.kind ?? before.kind,
    country: country.value,
    currency: currency.value,
  });
}

function checkDossier(
  before: Dossier,
  step: ApplicationStep,
  asked: IdentityRule,
  country: string,
  today: string,
): Result<Dossier, FieldRefusal | AddressRefusal | PhoneRefusal | FaceRefusal> {
  const known = new Set(asked.fields.map((one) => one.field));
  const identity: Record<string, string> = Object.fromEntries(
    Object.entries(before.identity).filter(([field]) => known.has(field)),
  );
  for (const [field, text] of Object.entries(step.identity ?? {})) {
    const checked = checkField(asked, { field, text, country, today });
    if (!checked.ok) return checked;
    if (checked.value === '') delete identity[field];
    else identity[field] = checked.value;
  }
  // Who sells from a country is found there; an address elsewhere belongs to another application.
  let address: Address | null = before.address?.country === country ? before.address : null;
  if (step.address) {
    const checked = checkAddress(country, step.address);
    if (!checked.ok) return checked;
    address = checked.value;
  }
  const phone =
    step.phone === undefined || step.phone.trim() === ''
      ? ok(step.phone === undefined ? before.phone : '')
      : checkPhone(step.phone, country);
  if (!phone.ok) return phone;
  return ok({ identity, address, phone: phone.value });
}

async function write(
  work: Work,
  store: string,
  face: Face & { slug: string },
  dossier: Dossier,
  asked: IdentityRule,
): Promise<void> {
  const { name, slug, about, kind, country, currency } = face;
  await work.run(sql`
    update parties.stores
       set name = ${name}, slug = ${slug}, about = ${about}, kind = ${kind}, country = ${country}, currency = ${currency}, city = ${dossier.address?.city ?? ''}
     where id = ${store}`);
  await writeDossier(work, store, dossier, { country, number: dossier.identity[asked.mark] ?? '' });
  storesKept(work.house).forget(store);
}
