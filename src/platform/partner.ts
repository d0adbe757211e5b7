/**
 * Asking a firm outside: JSON over HTTP, a key of ours, an idempotency key with each change. Called by jobs only, never inside a
 * transaction. Three ends: an answer; a no, which will stay one; and trouble, which is thrown as it comes and tried again.
 */
import type { House } from './house.ts';

/** They answered, and their answer is no. */
export class PartnerRefuses extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, says: string) {
    super(says);
    this.status = status;
    this.code = code;
  }
}

/** Refusals that say nothing of what was asked: our key, their patience, another call of ours at the same moment. */
const notAboutIt = new Set([401, 403, 408, 425, 429]);

export interface Ask {
  method: 'GET' | 'POST';
  path: string;
  body?: object;
  key?: string;
}

export interface Partner {
  /** As in our log and in words to the desk. */
  name: string;
  url: string;
  patienceMs: number;
}

/** Throws PartnerRefuses for a no; whatever else goes wrong is trouble. */
export async function askPartner(
  house: House,
  { name, url, patienceMs }: Partner,
  { method, path, body, key }: Ask,
): Promise<unknown> {
  const answer = await fetch(`${url}/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${house.config.world.providerKey}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    // A key is shown to nobody else, wherever they send us.
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  });
  const text = await answer.text();
  if (answer.ok) return JSON.parse(text);
  const { code, says } = problemIn(text);
  const why = says || `${name} answered ${answer.status} to ${method} ${path.split('?')[0]}.`;
  if (answer.status >= 400 && answer.status < 500 && !notAboutIt.has(answer.status))
    throw new PartnerRefuses(answer.status, code, why);
  throw new Error(why);
}

function problemIn(text: string): { code: string; says: string } {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: unknown; message?: unknown } };
    return {
      code: String(error?.code ?? 'no_reason_given').slice(0, 100),
      says: String(error?.message ?? '').slice(0, 300),
    };
  } catch {
    return { code: 'no_reason_given', says: '' };
  }
}
