import { domainToASCII } from 'node:url';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';

/** As we keep and compare it: no spaces around, small letters, the domain in ASCII. Two spellings of one mailbox are one address. */
export function checkEmail(text: string): Result<string, { no: 'email_is_wrong' }> {
  const plain = text.trim().normalize('NFKC').toLowerCase();
  const at = plain.lastIndexOf('@');
  const mailbox = plain.slice(0, at);
  const domain = domainToASCII(plain.slice(at + 1));
  const fits =
    at > 0 &&
    mailbox.length <= 64 &&
    plain.length <= 254 &&
    /^[^\s@<>()[\]\\,;:"\p{C}]+$/u.test(mailbox) &&
    !/^\.|\.\.|\.$/.test(mailbox) &&
    /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(domain);
  return fits ? ok(`${mailbox}@${domain}`) : refuse({ no: 'email_is_wrong' });
}
