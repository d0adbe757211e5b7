import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Journal } from './journal.ts';
import { Refused } from './refused.ts';

interface Answer {
  id: string;
  hash: string;
  status: number;
  /** As it was told: what the deed made will change, the answer to this key will not. */
  text: string;
  at: number;
}

const keptMs = 86_400_000;
const json = { 'content-type': 'application/json; charset=utf-8' };

export type Once = (
  request: FastifyRequest,
  reply: FastifyReply,
  deed: () => { status: number; body: unknown },
) => FastifyReply;

/**
 * Does a deed once per Idempotency-Key: the same key with the same body gets the stored answer, with another body 409. Only
 * what was done is kept, a refusal may be tried again under its key. Answers are kept for a day.
 */
export function openAnswers(journal: Journal, name: string, now: () => Date): Once {
  const answers = journal.table<Answer>(`answer.${name}`);

  /** They lie in the order of their age, so this looks at one more than it drops. */
  function forgetOld(before: number): void {
    for (const answer of answers.rows()) {
      if (answer.at >= before) return;
      answers.drop(answer.id);
    }
  }

  return (request, reply, deed) => {
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || key.length < 1 || key.length > 255) {
      throw new Refused(400, 'idempotency_key_required', 'Send an Idempotency-Key header of 1 to 255 characters.');
    }
    const hash = createHash('sha256').update(request.url).update(JSON.stringify(request.body)).digest('base64');

    const stored = answers.get(key);
    if (stored && stored.hash !== hash) {
      throw new Refused(409, 'idempotency_key_reused', 'This Idempotency-Key came with another request before.');
    }
    if (stored)
      return reply
        .code(stored.status)
        .headers({ ...json, 'idempotent-replayed': 'true' })
        .send(stored.text);

    const { status, body } = deed();
    const text = JSON.stringify(body);
    const at = now().getTime();
    forgetOld(at - keptMs);
    answers.put({ id: key, hash, status, text, at });
    return reply.code(status).headers(json).send(text);
  };
}
