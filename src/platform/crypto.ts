/** Secrets: tokens, sealed papers, signed webhooks. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { House } from './house.ts';

/** 256 random bits as base64url: for sessions, links in mails, API keys. */
export function token(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token, so that a copy of the database opens no door. */
export function hashToken(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** AES-256-GCM with the house's secret: identity papers, bank accounts. `v1.iv.tag.text`, base64url. */
export function seal(house: House, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', house.config.secret, iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return ['v1', iv, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.');
}

/** Opens what `seal` closed; throws when it was changed or sealed with another secret. */
export function unseal(house: House, sealed: string): string {
  const [version, iv, tag, text] = sealed.split('.');
  if (version !== 'v1' || !iv || !tag || text === undefined) throw new Error('This was not sealed here.');
  const cipher = createDecipheriv('aes-256-gcm', house.config.secret, Buffer.from(iv, 'base64url'));
  cipher.setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([cipher.update(Buffer.from(text, 'base64url')), cipher.final()]).toString('utf8');
}

export interface WebhookHead {
  id: string;
  timestamp: string;
  signature: string;
}

const keys = new Map<string, KeyObject>();

/** Made once for each secret: there are few, and making one costs more than the hash. */
function keyOf(secret: string): KeyObject {
  let key = keys.get(secret);
  if (!key) keys.set(secret, (key = createSecretKey(Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))));
  return key;
}

function mac(secret: string, id: string, timestamp: string, body: string): Buffer {
  return createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest();
}

/** Standard Webhooks, symmetric: `v1,base64` over `id.timestamp.body`. */
export function signWebhook(secret: string, id: string, at: Date, body: string): WebhookHead {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return { id, timestamp, signature: `v1,${mac(secret, id, timestamp, body).toString('base64')}` };
}

/** Why a webhook is not believed; undefined when it is. Accepts several signatures, for the time a secret changes. */
export function webhookProblem(
  secret: string,
  head: Partial<WebhookHead>,
  body: string,
  now: Date,
): string | undefined {
  const { id, timestamp, signature } = head;
  if (!id || !timestamp || !signature) return 'a header is missing';
  if (!/^\d+$/.test(timestamp)) return 'the timestamp is not a number';
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > 300) return 'the timestamp is more than five minutes off';
  const expected = mac(secret, id, timestamp, body);
  const right = signature.split(' ').some((one) => {
    const [version, given] = one.split(',');
    const bytes = Buffer.from(given ?? '', 'base64');
    return version === 'v1' && bytes.length === expected.length && timingSafeEqual(bytes, expected);
  });
  return right ? undefined : 'the signature is wrong';
}
