/** Where a person's goods go: cart and checkout say the same country and the same price. */
import { isCountry } from '#kernel/place';
import type { Address } from '#kernel/place';
import { addressesOfPerson } from '#modules/parties';

export interface Destination {
  country: string;
  /** One that this person keeps there. */
  address: Address | undefined;
}

/** The country that was asked for; else the one that is chosen for the whole shop, or that of the address that is kept first. */
export async function destinationOf(locals: App.Locals, asked = ''): Promise<Destination> {
  const addresses = locals.by.kind === 'person' ? await locals.ask(addressesOfPerson, {}) : [];
  const keptIn = (country: string) => addresses.find(({ address }) => address.country === country)?.address;
  if (isCountry(asked)) return { country: asked, address: keptIn(asked) };
  const address = keptIn(locals.country) ?? addresses[0]?.address;
  return { country: address?.country ?? locals.country, address };
}
