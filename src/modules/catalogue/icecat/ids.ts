import { createHash } from 'node:crypto';

/**
 * The id of what a file brings: always the same for the same thing of the same file in the same store, so that bringing
 * it twice makes one. It has the shape of all our ids (UUIDv7): the time is the thing's own, the rest its fingerprint.
 */
export function idOf(time: number, ...what: string[]): string {
  const bytes = createHash('sha256').update(what.join('\0')).digest();
  bytes.writeUIntBE(Math.min(Math.max(0, Math.trunc(time) || 0), 2 ** 48 - 1), 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
