/** One call to a store's address: no redirects, ten seconds, and of the answer no more than its beginning. */
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import type { House } from '#platform/house';
import { lookupFor, mayCall, NotPublic } from './address.ts';

export interface Sent {
  /** Absent when nobody answered. */
  status: number | null;
  /** Why nobody did. */
  problem: string | null;
  answer: string;
  ms: number;
}

const patienceMs = 10_000;
const mostOfAnswer = 2_000;

export async function send(
  house: House,
  { url, headers, body }: { url: string; headers: Record<string, string>; body: string },
): Promise<Sent> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  try {
    const told = await call(house, new URL(url), headers, body);
    return { ...told, problem: null, ms: took() };
  } catch (error) {
    return { status: null, problem: problemOf(error), answer: '', ms: took() };
  }
}

function problemOf(error: unknown): string {
  if (error instanceof NotPublic) return error.message;
  const { name, code, message } = error as Error & { code?: string };
  if (name === 'TimeoutError' || name === 'AbortError') return 'No answer within ten seconds.';
  return `${code ?? name}: ${message}`.slice(0, 200);
}

function call(
  house: House,
  url: URL,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number; answer: string }> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A bare address is connected to without any lookup.
  if (isIP(host) && !mayCall(house, host)) return Promise.reject(new NotPublic('The address is not public.'));
  return new Promise((give, fail) => {
    const call = url.protocol === 'https:' ? overHttps : overHttp;
    const asked = call(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        agent: false,
        lookup: lookupFor(house) as never,
        signal: AbortSignal.timeout(patienceMs),
      },
      (answer) => {
        let text = '';
        const end = () => give({ status: answer.statusCode ?? 0, answer: text.slice(0, mostOfAnswer) });
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
          if (text.length >= mostOfAnswer) {
            end();
            asked.destroy();
          }
        });
        answer.on('end', end);
        answer.on('error', fail);
      },
    );
    asked.on('error', fail);
    asked.end(body);
  });
}
