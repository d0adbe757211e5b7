/** What people write to each other in public: measured, cleaned, and without ways to reach anybody outside. */
import { checkIdentifier } from '#kernel/identifiers';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';

export type WrittenRefusal =
  | { no: 'text_is_too_short'; least: number }
  | { no: 'text_is_too_long'; most: number }
  | { no: 'text_holds_a_mail_address' }
  | { no: 'text_holds_a_phone_number' }
  | { no: 'text_holds_a_link' };

/** Letters that nobody sees and that turn a line round or hide in it. Joiners stay: Persian and Hindi are written with them. */
const invisible = /[\p{Cc}\p{Co}]|(?![\u200c\u200d])\p{Cf}/gu;

export function writtenText(
  text: string,
  { least, most }: { least: number; most: number },
): Result<string, WrittenRefusal> {
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').replace(invisible, '').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const length = [...plain].length;
  if (length < least) return refuse({ no: 'text_is_too_short', least });
  if (length > most) return refuse({ no: 'text_is_too_long', most });
  // Digits of other scripts and full-width signs hide nothing.
  const read = asAscii(plain);
  const found = contactRules.find(({ holds }) => holds(read));
  return found ? refuse({ no: found.no }) : ok(plain);
}

/** Money and talk that leave the house leave its protection too. A line here is a rule. */
const contactRules = [
  { no: 'text_holds_a_mail_address', holds: holdsMailAddress },
  { no: 'text_holds_a_link', holds: holdsLink },
  { no: 'text_holds_a_phone_number', holds: holdsPhoneNumber },
] as const;

const sign = String.raw`\s*(?:@|[([{]\s*(?:at|arroba|et)\s*[)\]}])\s*`;
const dot = String.raw`\s*(?:\.|[([{]\s*(?:dot|ponto)\s*[)\]}]|\s(?:dot|ponto)\s)\s*`;
const name = String.raw`[\p{L}\d-]+`;
const signed = String.raw`${sign}${name}(?:${dot}${name})*${dot}\p{L}{2,}`;
/** Without its sign an address needs its point said too: “at” and “.” stand in every other sentence. */
const spoken = String.raw`\s+(?:at|arroba)\s+${name}\s+(?:dot|ponto)\s+\p{L}{2,}`;
const mailAddress = new RegExp(String.raw`[\p{L}\d._%+-]+(?:${signed}|${spoken})`, 'iu');

export function holdsMailAddress(text: string): boolean {
  return mailAddress.test(text);
}

export function holdsLink(text: string): boolean {
  return /https?:\/\/|\bwww\.\p{L}|\b(?:wa|t)\.me\//iu.test(text);
}

/** Runs of digits as people write telephone numbers; bar codes, days, prices and sizes are none. */
export function holdsPhoneNumber(text: string): boolean {
  const plain = text.replace(/\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/g, ' | ');
  return [...plain.matchAll(/(?<![\d\p{L}])(?:\+|\()?\d(?:[ ().-]{0,3}\d){6,}(?!\d)/gu)].some(([run]) => isPhone(run));
}

function isPhone(run: string): boolean {
  const digits = run.replace(/\D/g, '');
  if (digits.length > 15) return false;
  if (run.startsWith('+') || run.startsWith('(')) return digits.length >= 8;
  if (/^\d{1,3}([ .]\d{3})+$/.test(run)) return run.startsWith('0');
  if (run === digits && checkIdentifier('gtin', digits).ok) return false;
  const groups = run.split(/\D+/).filter(Boolean);
  const pairs = groups.length > 2 && groups.every((group) => group.length <= 2);
  return digits.length >= 9 ? !pairs || run.startsWith('0') : /^\d{4}[ -]\d{4}$/.test(run);
}

function asAscii(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Every script's digits stand together, nought first. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}
