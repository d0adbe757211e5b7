import { createHmac } from 'node:crypto';

const patienceMs = 15_000;

/** The key is the part after whsec_, in base64 (Standard Webhooks, spec/standard-webhooks.md). */
export function signature(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/** Status 0: no answer. A redirect is a failure too, as the standard has it. */
export async function post(
  url: string | undefined,
  { headers, body }: { headers: Record<string, string>; body: string },
  calls: Set<AbortController>,
): Promise<{ status: number; retryAfter?: number }> {
  if (!url) return { status: 0 };
  const call = new AbortController();
  const patience = setTimeout(() => call.abort(), patienceMs);
  calls.add(call);
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: call.signal });
    await answer.arrayBuffer();
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
    return Number.isFinite(seconds) ? { status: answer.status, retryAfter: seconds } : { status: answer.status };
  } catch {
    return { status: 0 };
  } finally {
    clearTimeout(patience);
    calls.delete(call);
  }
}
