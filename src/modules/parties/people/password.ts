/** Passwords: argon2id, and rules that follow NIST SP 800-63B-4 (2025): long enough, not among the guessed ones, no other demands. */
import { hash, verify } from '@node-rs/argon2';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';

export type PasswordRefusal =
  | { no: 'password_is_too_short'; least: number }
  | { no: 'password_is_too_long'; most: number }
  | { no: 'password_is_easily_guessed' };

const least = 10;
const most = 200;

// OWASP Password Storage, 2025: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same text typed on another keyboard must be the same password. */
const typed = (password: string) => password.normalize('NFKC');

export function checkPassword(
  password: string,
  { email = '', name = '' }: { email?: string; name?: string } = {},
): Result<string, PasswordRefusal> {
  const text = typed(password);
  if ([...text].length < least) return refuse({ no: 'password_is_too_short', least });
  if ([...text].length > most) return refuse({ no: 'password_is_too_long', most });
  if (isGuessed(text.toLowerCase(), [email, email.split('@')[0]!, name]))
    return refuse({ no: 'password_is_easily_guessed' });
  return ok(text);
}

const roots =
  /^(password|passw0rd|qwerty|qwertyuiop|asdfghjkl|letmein|welcome|iloveyou|admin|administrator|changeme|secret|senha|entrepot|abc|abcdef)$/;

/** Few different letters, a run of the keyboard or of digits, a common word with digits behind it, or the person's own name. */
function isGuessed(text: string, own: string[]): boolean {
  if (new Set(text).size < 4) return true;
  if ('01234567890123456789'.includes(text) || '98765432109876543210'.includes(text)) return true;
  if ('abcdefghijklmnopqrstuvwxyz'.includes(text) || 'qwertyuiopasdfghjklzxcvbnm'.includes(text)) return true;
  const root = text.replace(/[\d\s!.?*#@_-]+$/, '');
  const half = text.slice(0, text.length / 2);
  if (root === '' && text.length < 12) return true;
  return (
    roots.test(root) ||
    (half + half === text && roots.test(half)) ||
    own.some((word) => word !== '' && word.toLowerCase() === text)
  );
}

export function hashPassword(password: string): Promise<string> {
  return hash(typed(password), cost);
}

let nobody: Promise<string> | undefined;

/**
 * Whether the password is the one of the hash. Without a hash it takes as long and says no, so that time tells nobody
 * whether there is an account.
 */
export async function isPassword(kept: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hash('nobody has this password', cost);
  const right = await verify(kept ?? (await nobody), typed(password).slice(0, most * 4));
  return right && kept !== null && kept !== undefined;
}
