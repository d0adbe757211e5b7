/** What an authenticator app does with a secret: RFC 6238. Written apart from the shop's own, as the app on a phone is. */
import { createHmac } from 'node:crypto';

/** The staff of the demo's desk. Everybody may know it: the people are invented. */
export const demoSecret = 'HARBOURATFIRSTLIGHTHARBOURATDAWN';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function isSecret(text: string): boolean {
  return /^[A-Z2-7]{16,128}$/.test(text);
}

export function codeNow(secret: string, at: Date): { code: string; seconds: number } {
  const bits = Array.from(secret, (letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const time = Math.floor(at.getTime() / 1000);
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(Math.floor(time / 30)));
  const mac = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const cut = mac.subarray(mac.at(-1)! & 15).readUInt32BE() & 0x7fffffff;
  return { code: String(cut % 1_000_000).padStart(6, '0'), seconds: 30 - (time % 30) };
}
