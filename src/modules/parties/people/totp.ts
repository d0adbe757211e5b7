/** Codes that change every thirty seconds: RFC 6238 (2011) with SHA-1 and six digits, which every authenticator app speaks. */
import { createHmac } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const seconds = 30;
/** A clock that is half a minute off is still believed; RFC 6238, section 5.2. */
const off = 1;

/** RFC 4648, without the padding, as people type it. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += letters[(held >>> (bits - 5)) & 31];
    held &= 255;
  }
  return bits > 0 ? text + letters[(held << (5 - bits)) & 31] : text;
}

export function fromBase32(text: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text.toUpperCase()) {
    const value = letters.indexOf(letter);
    if (value < 0) continue;
    held = ((held << 5) | value) & 0xffff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >>> bits) & 255);
  }
  return Buffer.from(bytes);
}

export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / seconds);

/** RFC 4226, section 5.3: four bytes of the mac from where its last half byte points, as so many digits. */
export function codeAt(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const from = mac[mac.length - 1]! & 15;
  return String((mac.readUInt32BE(from) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

/** The step whose code was typed, of those around `at`; undefined where it is none of theirs. */
export function stepOf(secret: Uint8Array, typed: string, at: Date): number | undefined {
  const code = typed.replace(/\D/g, '');
  const now = stepAt(at);
  for (let step = now - off; step <= now + off; step++) if (codeAt(secret, step) === code) return step;
  return undefined;
}

/** What authenticator apps read out of the picture. */
export function keyUri(secret: string, email: string): string {
  return `otpauth://totp/Entrepot:${encodeURIComponent(email)}?secret=${secret}&issuer=Entrepot&algorithm=SHA1&digits=6&period=30`;
}
