import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Faults, type Mischief } from './faults.ts';
import { Refused } from './refused.ts';

const neverAnswer = new WeakSet<FastifyRequest>();

/**
 * Stands before a company's API: asks for the key, and misbehaves when it is told to. `timeout_after` does what was asked and never answers,
 * `timeout_before` does neither.
 */
export function guardApi(api: FastifyInstance, { key, mischief }: { key: string; mischief: Mischief }): void {
  const expected = digest(`Bearer ${key}`);
  api.addHook('onRequest', async (request, reply) => {
    const { authorization = '' } = request.headers;
    if (!timingSafeEqual(digest(authorization), expected)) {
      throw new Refused(401, 'key_not_known', 'Send the API key as Authorization: Bearer …');
    }
    const { slow_ms = 2000, hang_ms = 60_000 } = mischief.faults;
    const fault = mischief.api();
    if (fault === 'error_500') throw new Refused(500, 'internal_error', 'Something broke on our side.');
    if (fault === 'slow') await new Promise((go) => setTimeout(go, slow_ms));
    if (fault === 'timeout_before') await untilGivenUp(request, reply, hang_ms);
    if (fault === 'timeout_after') neverAnswer.add(request);
  });
  api.addHook('onSend', async (request, reply) => {
    if (neverAnswer.has(request)) await untilGivenUp(request, reply, mischief.faults.hang_ms ?? 60_000);
  });
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Says nothing until the caller hangs up, or a while has passed and the line is cut. */
async function untilGivenUp(request: FastifyRequest, reply: FastifyReply, hangMs: number): Promise<void> {
  reply.hijack();
  const { socket } = request.raw;
  const cut = setTimeout(() => socket.destroy(), hangMs);
  await new Promise<void>((gone) => (socket.destroyed ? gone() : socket.once('close', () => gone())));
  clearTimeout(cut);
}

/** POST …/sandbox/faults sets how the company misbehaves, GET says how it does, DELETE ends it. Open to whoever can reach the sandbox. */
export function faultDoors(app: FastifyInstance, path: string, mischief: Mischief): void {
  app.get(path, () => mischief.faults);
  app.post<{ Body: Faults }>(path, { schema: { body: Faults } }, (request) => {
    mischief.set(request.body);
    return mischief.faults;
  });
  app.delete(path, () => {
    mischief.set({});
    return mischief.faults;
  });
}
