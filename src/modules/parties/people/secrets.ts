/**
 * Tokens that say whose they are: the owner's id, which names the shard to look in, and a secret, of which only a hash
 * is kept. Secrets that go out in letters and are shown once are made from the house's own secret, so that neither the
 * queue of letters nor the stored answers ever hold one.
 */
import { createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import { hashToken, token } from '#platform/crypto';
import { remembered } from '#platform/house';
import type { House } from '#platform/house';

const ours = Symbol('parties.secret');
const shape = /^([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{43})$/;

/** A keyed hash of the parts, base64url, 43 letters. The same parts give the same text in every process of this house. */
export function made(house: House, purpose: string, ...parts: string[]): string {
  // Sealing and hashing must not share a key.
  const key = remembered(house, ours, () =>
    createSecretKey(Buffer.from(hkdfSync('sha256', house.config.secret, '', 'parties', 32))),
  );
  return createHmac('sha256', key)
    .update(JSON.stringify([purpose, ...parts]))
    .digest('base64url');
}

export function tokenFor(owner: string, secret: string = token()): string {
  return Buffer.from(owner.replaceAll('-', ''), 'hex').toString('base64url') + secret;
}

/** Whose token it is and what is kept of it; undefined when it cannot be one. */
export function readToken(text: string): { owner: string; hash: string } | undefined {
  const found = shape.exec(text);
  if (!found) return undefined;
  const hex = Buffer.from(found[1]!, 'base64url').toString('hex');
  const owner = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  return { owner, hash: hashToken(text) };
}
