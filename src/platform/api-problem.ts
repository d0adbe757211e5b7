/** How the API says no: refusals in their own words, input that is wrong, and what broke on our side. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isBroken } from './database.ts';
import type { House } from './house.ts';
import { noteTrouble } from './pulse.ts';

/** The door's pattern, never the address itself. */
export const placeOf = ({ method, routeOptions }: FastifyRequest): string => `${method} ${routeOptions.url ?? '/api'}`;

/** A refusal's name is a sentence with low lines for spaces. */
export function sentence(no: string): string {
  return `${no[0]!.toUpperCase()}${no.slice(1).replaceAll('_', ' ')}.`;
}

export function problem(no: string, says: string, detail: object = {}): { error: object } {
  const plain = JSON.parse(
    JSON.stringify(detail, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
  ) as object;
  return { error: { ...plain, no, says } };
}

export function sayTrouble(
  house: House,
  error: Error & {
    statusCode?: number;
    validation?: { instancePath: string; message?: string }[];
    validationContext?: string;
  },
  request: FastifyRequest,
  reply: FastifyReply,
): unknown {
  if (error.validation) {
    const where = error.validation.map((one) => ({
      where: `${error.validationContext ?? 'input'}${one.instancePath}`,
      what: one.message ?? 'is wrong',
    }));
    return reply
      .code(400)
      .send(problem('input_is_wrong', where.map((one) => `${one.where} ${one.what}`).join('; '), { where }));
  }
  if (error.statusCode && error.statusCode < 500)
    return reply.code(error.statusCode).send(problem('request_is_wrong', error.message));
  const trouble = isBroken(error);
  house.log.error({ request: request.id, path: request.routeOptions.url, err: error }, 'a request failed');
  if (!trouble) noteTrouble(house, placeOf(request), error, request.id);
  return reply
    .code(trouble ? 503 : 500)
    .send(
      problem(
        trouble ? 'try_again' : 'our_fault',
        trouble
          ? 'The house is busy mending itself. Send it again with the same key.'
          : 'Something broke on our side, and nothing was changed.',
        { request: request.id },
      ),
    );
}
