/** Who stands at the API's door: a store's key or a session as bearer, or the cookies of our own pages. */
import { visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import type { House } from '#platform/house';
import { actorOfKey, actorOfSession, keyPrefix } from './actor.ts';
import type { AtTheDoor } from './call.ts';

/** What is needed of a request; Fastify's fits. */
export interface Request {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly ip: string;
}

export async function whoAsks(house: House, request: Request): Promise<AtTheDoor> {
  const by = await asker(house, request);
  const key = one(request.headers['idempotency-key']);
  return {
    ...by,
    door: { key: key || undefined, from: { address: request.ip, agent: one(request.headers['user-agent']) } },
  };
}

/** A bearer that is wrong is nobody, also when the cookies are right: whoever sends one means it. */
async function asker(house: House, { headers }: Request): Promise<Actor> {
  const bearer = /^Bearer +(\S+)$/i.exec(one(headers['authorization']) ?? '')?.[1];
  if (bearer?.startsWith(keyPrefix)) return (await actorOfKey(house, bearer)) ?? visitor;
  if (bearer) return actorOfSession(house, bearer, undefined);
  const cookies = one(headers['cookie']);
  if (!cookies) return visitor;
  return actorOfSession(house, cookie(cookies, 'entrepot_session'), guestId(cookie(cookies, 'entrepot_guest')));
}

const one = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

function cookie(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || undefined;
  }
  return undefined;
}

const guestId = (value: string | undefined) => (value && /^[\w-]{32}$/.test(value) ? value : undefined);
