/**
 * Where we may send to. A store writes the address, so it could name machines behind our own doors: only public addresses are
 * called, over https, and what a name leads to is looked at when the connection is made, not before.
 */
import { lookup } from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import type { House } from '#platform/house';

const longest = 500;

/** IANA's registries of special-purpose addresses, 2026: what is not to be reached over the public internet. */
const special = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(net, bits, 'ipv4');
/** Of IPv6 only global unicast is called, and of it not what leads elsewhere: documentation, Teredo, 6to4. */
const unicast = new BlockList();
unicast.addSubnet('2000::', 3, 'ipv6');
special.addSubnet('2001::', 23, 'ipv6');
special.addSubnet('2001:db8::', 32, 'ipv6');
special.addSubnet('2002::', 16, 'ipv6');
special.addSubnet('3fff::', 20, 'ipv6');

export function isPublic(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !special.check(address, 'ipv4');
  return kind === 6 && unicast.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

const isLoopback = (address: string) => address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));

/** The outside world of demo and tests is on this very machine: then a store's programs may be, too. */
export function inSandbox(house: House): boolean {
  const { hostname } = new URL(house.config.world.provider);
  return hostname === 'localhost' || isLoopback(hostname);
}

export const mayCall = (house: House, address: string): boolean =>
  isPublic(address) || (inSandbox(house) && isLoopback(address));

export type AddressRefusal = { no: 'address_is_not_public_https' } | { no: 'address_is_too_long'; most: number };

/** What can be said of an address without calling it. Names are looked at again each time they are called. */
export function checkAddress(house: House, text: string): Result<string, AddressRefusal> {
  if (text.length > longest) return refuse({ no: 'address_is_too_long', most: longest });
  const no = refuse<AddressRefusal>({ no: 'address_is_not_public_https' });
  if (!URL.canParse(text.trim())) return no;
  const url = new URL(text.trim());
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const ours = inSandbox(house) && (host === 'localhost' || isLoopback(host));
  if (url.protocol !== 'https:' && !(ours && url.protocol === 'http:')) return no;
  if (url.username || url.password) return no;
  if (isIP(host) ? !mayCall(house, host) : !ours && !/\.[a-z][a-z0-9-]*[a-z0-9]\.?$/i.test(`.${host}`)) return no;
  if (!isIP(host) && !ours && (!host.includes('.') || /\.(local|localhost|internal|home\.arpa)\.?$/i.test(host)))
    return no;
  url.hash = '';
  return ok(url.href);
}

export class NotPublic extends Error {}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** Finds a name's addresses for a connection, and refuses it when one of them is not to be called. */
export const lookupFor =
  (house: House) =>
  (name: string, options: LookupOptions, found: Found): void =>
    lookup(name, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, []);
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => !mayCall(house, address)))
        return found(new NotPublic('The name leads to an address that is not public.'), []);
      return options.all ? found(null, addresses) : found(null, first.address, first.family);
    });
