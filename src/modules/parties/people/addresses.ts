/** A person's address book. Each address is in its own country's form, checked when it is written. */
import { isId, newId } from '#kernel/id';
import { checkAddress } from '#kernel/place';
import type { Address, AddressFields, AddressRefusal } from '#kernel/place';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { json, sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { checkPhone } from '../phone.ts';
import type { PhoneRefusal } from '../phone.ts';
import { personId } from './person.ts';

const most = 50;

export interface AddressView {
  id: string;
  /** As it was checked: the country's own fields. */
  address: Address;
  /** For the carrier; may be empty. */
  phone: string;
  /** Whether it is offered before the others. */
  first: boolean;
}

export interface TypedAddress extends AddressFields {
  country: string;
  phone?: string | undefined;
  first?: boolean | undefined;
}

type Typed = Result<{ address: Address; phone: string }, AddressRefusal | PhoneRefusal>;

/** Checks an address and the telephone with it; also for somebody without an account, whose address is kept nowhere. */
export function checkTypedAddress({ country, phone = '', first: _first, ...fields }: TypedAddress): Typed {
  const checked = checkAddress(country.trim().toUpperCase(), fields);
  if (!checked.ok) return checked;
  const number = phone.trim() === '' ? ok('') : checkPhone(phone, checked.value.country);
  if (!number.ok) return number;
  return ok({ address: checked.value, phone: number.value });
}

/** The asker's, the one offered first before the others; none for whoever has no account. */
export async function addressesOfPerson(ask: Asking, _input?: object): Promise<AddressView[]> {
  return ask.many<AddressView>(sql`
    select id, address, phone, first
      from parties.addresses
     where person = ${personId(ask.by)}
     order by first desc, id`);
}

/** Listed in the order in which they are checked. */
export type AddAddressRefusal =
  { no: 'person_not_found' } | AddressRefusal | PhoneRefusal | { no: 'too_many_addresses'; most: number };

/** The first one added is the one offered first. */
export async function addAddress(work: Work, input: TypedAddress): Promise<Result<AddressView, AddAddressRefusal>> {
  const person = await lockPerson(work);
  if (!person) return refuse({ no: 'person_not_found' });
  const typed = checkTypedAddress(input);
  if (!typed.ok) return typed;
  const addresses = await addressesOfPerson(work);
  if (addresses.length >= most) return refuse({ no: 'too_many_addresses', most });
  const id = newId(work.now);
  const first = input.first === true || addresses.length === 0;
  if (first) await noneFirst(work, person);
  await work.run(sql`
    insert into parties.addresses (person, id, address, phone, first, created_at)
    values (${person}, ${id}, ${json(typed.value.address)}, ${typed.value.phone}, ${first}, ${work.now})`);
  return ok({ id, ...typed.value, first });
}

/** Keeps an address that was typed for an order, unless it is in the book already. */
export async function keepAddress(work: Work, input: TypedAddress): Promise<Result<AddressView, AddAddressRefusal>> {
  const typed = checkTypedAddress(input);
  if (!typed.ok) return typed;
  const same = (await addressesOfPerson(work)).find((one) => alike(one.address, typed.value.address));
  return same ? ok(same) : addAddress(work, input);
}

/** The database gives an address's fields back in an order of its own. */
function alike(one: Address, other: Address): boolean {
  const text = (address: Address) => JSON.stringify(Object.entries(address).sort(([a], [b]) => (a < b ? -1 : 1)));
  return text(one) === text(other);
}

export type EditAddressRefusal =
  { no: 'person_not_found' } | { no: 'address_not_found' } | AddressRefusal | PhoneRefusal;

/** Writes the whole address anew. Orders that were sent to the old one keep it: they have their own copy. */
export async function editAddress(
  work: Work,
  { id, ...input }: TypedAddress & { id: string },
): Promise<Result<AddressView, EditAddressRefusal>> {
  const person = await lockPerson(work);
  if (!person) return refuse({ no: 'person_not_found' });
  const before = (await addressesOfPerson(work)).find((one) => one.id === id);
  if (!before) return refuse({ no: 'address_not_found' });
  const typed = checkTypedAddress(input);
  if (!typed.ok) return typed;
  const first = before.first || input.first === true;
  if (first && !before.first) await noneFirst(work, person);
  await work.run(sql`
    update parties.addresses
       set address = ${json(typed.value.address)}, phone = ${typed.value.phone}, first = ${first}
     where person = ${person} and id = ${id}`);
  return ok({ id, ...typed.value, first });
}

export type RemoveAddressRefusal = { no: 'person_not_found' } | { no: 'address_not_found' };

/** The oldest of the others is then offered first. */
export async function removeAddress(
  work: Work,
  { id }: { id: string },
): Promise<Result<{ id: string }, RemoveAddressRefusal>> {
  const person = await lockPerson(work);
  if (!person) return refuse({ no: 'person_not_found' });
  const removed = isId(id)
    ? await work.run(sql`delete from parties.addresses where person = ${person} and id = ${id}`)
    : 0;
  if (removed === 0) return refuse({ no: 'address_not_found' });
  const addresses = await addressesOfPerson(work);
  if (addresses[0] && !addresses[0].first) {
    await work.run(sql`update parties.addresses set first = true where person = ${person} and id = ${addresses[0].id}`);
  }
  return ok({ id });
}

/** The person's row is locked before anything of theirs, so that two of their forms at once are one after the other. */
async function lockPerson(work: Work): Promise<string | undefined> {
  return (await work.one<{ id: string }>(sql`select id from parties.people where id = ${personId(work.by)} for update`))
    ?.id;
}

async function noneFirst(work: Work, person: string): Promise<void> {
  await work.run(sql`update parties.addresses set first = false where person = ${person} and first`);
}
