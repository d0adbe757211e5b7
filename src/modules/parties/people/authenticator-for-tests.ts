/** A person's device for tests: it makes keys and signs with them as WebAuthn says, counting or not. */
import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

interface Kept {
  id: string;
  key: KeyObject;
  user: string;
  counter: number;
}

export interface Device {
  /** What it answers when a key is to be made. */
  makes(options: { challenge: string; user: { id: string }; rp: { id?: string } }, made?: Made): string;
  /** What its last key answers when asked to sign. */
  signs(options: { challenge: string }, made?: Made): string;
  /** The same keys in other hands. */
  copy(): Device;
}

/** What may be other than right. */
interface Made {
  origin?: string;
  host?: string;
  /** Whether it made sure of its person. */
  verified?: boolean;
  /** Whose the key is said to be. */
  user?: string;
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();
const base64 = (bytes: Buffer) => bytes.toString('base64url');

// The few forms of CBOR (RFC 8949) that are needed here.
function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.of((major << 5) | size);
  if (size < 256) return Buffer.of((major << 5) | 24, size);
  return Buffer.of((major << 5) | 25, size >> 8, size & 255);
}
const whole = (n: number) => (n < 0 ? head(1, -1 - n) : head(0, n));
const bytes = (b: Buffer) => Buffer.concat([head(2, b.length), b]);
const text = (s: string) => Buffer.concat([head(3, s.length), Buffer.from(s)]);
const map = (...pairs: Buffer[]) => Buffer.concat([head(5, pairs.length / 2), ...pairs]);

function coseOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const point = (part: string) => bytes(Buffer.from(part, 'base64url'));
  return map(whole(1), whole(2), whole(3), whole(-7), whole(-1), whole(1), whole(-2), point(x), whole(-3), point(y));
}

export function openDevice(publicUrl: string, { counts = true, keys = [] as Kept[] } = {}): Device {
  const home = new URL(publicUrl);
  const clientData = (type: string, challenge: string, { origin = home.origin }: Made) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const said = ({ host = home.hostname, verified = true }: Made, counter: number, attested = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = 1 | (verified ? 4 : 0) | (attested.length > 0 ? 64 : 0);
    return Buffer.concat([sha256(host), Buffer.of(flags), count, attested]);
  };
  return {
    makes({ challenge, user }, made = {}) {
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const id = randomBytes(16);
      keys.push({ id: base64(id), key: pair.privateKey, user: user.id, counter: counts ? 1 : 0 });
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.of(0, id.length), id, coseOf(pair.publicKey)]);
      const authData = said(made, counts ? 1 : 0, attested);
      const object = map(text('fmt'), text('none'), text('attStmt'), map(), text('authData'), bytes(authData));
      return JSON.stringify({
        id: base64(id),
        rawId: base64(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64(clientData('webauthn.create', challenge, made)),
          attestationObject: base64(object),
          transports: ['internal'],
        },
      });
    },
    signs({ challenge }, made = {}) {
      const kept = keys.at(-1)!;
      if (counts) kept.counter += 1;
      const client = clientData('webauthn.get', challenge, made);
      const authData = said(made, kept.counter);
      return JSON.stringify({
        id: kept.id,
        rawId: kept.id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64(client),
          authenticatorData: base64(authData),
          signature: base64(sign('sha256', Buffer.concat([authData, sha256(client)]), kept.key)),
          userHandle: made.user ?? kept.user,
        },
      });
    },
    copy: () =>
      openDevice(publicUrl, {
        counts,
        keys: keys.map((one) => ({ ...one, key: createPrivateKey(one.key.export({ format: 'pem', type: 'pkcs8' })) })),
      }),
  };
}
