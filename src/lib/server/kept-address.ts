/** The form of an address that somebody keeps: the address in its country's own form, a telephone, whether it comes first. */
import type { Address } from '#kernel/place';
import type { TypedAddress } from '#modules/parties';
import { address, askAddress } from './address.ts';
import { countryChoices } from './choices.ts';
import { optional, text, tick } from './fields.ts';

/** What the page shows. The country is the one that was chosen, or `usual`. */
export function askKeptAddress({ locals, url }: { locals: App.Locals; url: URL }, usual: string) {
  const asked = askAddress(url.searchParams.get('country') ?? usual, locals);
  return { asked, countries: countryChoices(locals.locale) };
}

/** How it is read. */
export const keptAddress = { address: address(), phone: optional(text({ most: 40 })), first: tick() };

export function asTyped(kept: { address: Address; phone: string | undefined; first: boolean }): TypedAddress {
  return { ...kept.address, phone: kept.phone, first: kept.first };
}
