import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * pay_ and the like, then the time in ten letters and eighty bits of chance: in a list they stand in the order in which they were
 * made, and a hosted page's address cannot be guessed.
 */
export function newId(prefix: string, at: Date): string {
  let time = '';
  for (let rest = at.getTime(), i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = alphabet[rest % 32] + time;
  let word = '';
  for (const byte of randomBytes(16)) word += alphabet[byte & 31];
  return `${prefix}_${time}${word}`;
}
