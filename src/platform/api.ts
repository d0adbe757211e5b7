/** The API over HTTP: Fastify reads the modules' doors; nothing about a route is said anywhere else. */
import swagger from '@fastify/swagger';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerFactory } from 'fastify';
import { Type } from 'typebox';
import { newId } from '#kernel/id';
import type { Actor } from './actor.ts';
import { placeOf, problem, sayTrouble, sentence } from './api-problem.ts';
import { mayEnter, pathNames } from './door.ts';
import type { Door } from './door.ts';
import type { House } from './house.ts';
import { perform } from './perform.ts';
import { notePace } from './pulse.ts';
import { question } from './work.ts';

export interface ApiParts {
  /** Finds out who asks, from a session cookie or an API key. */
  whoAsks: (house: House, request: FastifyRequest) => Promise<Actor>;
  serverFactory?: FastifyServerFactory;
}

const Problem = Type.Object(
  {
    error: Type.Object(
      { no: Type.String(), says: Type.String(), request: Type.Optional(Type.String()) },
      { additionalProperties: true },
    ),
  },
  { description: 'A refusal: `no` is stable and for programs, `says` is for people.' },
);

export async function openApi(house: House, { whoAsks, serverFactory }: ApiParts): Promise<FastifyInstance> {
  const api = Fastify({
    logger: false,
    genReqId: () => newId(house.clock.now()),
    bodyLimit: 12 * 1024 * 1024,
    // Who stands in front of us may say whom it speaks for; nobody else.
    trustProxy: house.config.trustProxy,
    ...(serverFactory ? { serverFactory } : {}),
    ajv: { customOptions: { coerceTypes: 'array', removeAdditional: false, allErrors: true } },
  });
  await api.register(swagger, { openapi: describedAs(house) } as never);
  // A webhook's signature is over its exact bytes, so they are kept beside what they say.
  api.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    (request as FastifyRequest & { raw_body?: string }).raw_body = body as string;
    if (body === '') return done(null, {});
    try {
      done(null, JSON.parse(body as string));
    } catch {
      done(Object.assign(new Error('The body is not JSON.'), { statusCode: 400 }));
    }
  });
  api.addHook('onResponse', (request, reply, done) => {
    if (request.routeOptions.url) notePace(house, placeOf(request), reply.elapsedTime);
    done();
  });
  api.setErrorHandler((error, request, reply) => sayTrouble(house, error as Error, request, reply));
  api.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(
        problem(
          'no_such_path',
          `There is nothing at ${request.method} ${request.url.split('?')[0]}. The paths are listed at /api.`,
        ),
      ),
  );
  for (const module of house.modules)
    for (const one of module.doors ?? []) addDoor(house, api, module.name, one, whoAsks);
  for (const module of house.modules) module.routes?.(api, house);
  api.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(api.swagger()),
  );
  return api;
}

function describedAs(house: House): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Entrepot',
      version: '1',
      description:
        'Everything that the doors do. Amounts are integers in the minor unit of their currency. Send an `Idempotency-Key` with every change: the same key and input is the same command.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: house.config.publicUrl }],
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key of a store, made in the seller centre.' },
        session: { type: 'apiKey', in: 'cookie', name: 'entrepot_session' },
      },
    },
  };
}

function addDoor(house: House, api: FastifyInstance, module: string, door: Door, whoAsks: ApiParts['whoAsks']): void {
  const names = pathNames(door.path);
  api.route({
    method: door.method,
    url: `/api/v1${door.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    schema: {
      tags: [module],
      summary: door.says,
      ...(door.may === 'anyone' ? {} : { security: [{ key: [] }, { session: [] }] }),
      ...(names.length > 0
        ? { params: Type.Object(Object.fromEntries(names.map((name) => [name, Type.String()]))) }
        : {}),
      ...(door.query ? { querystring: door.query } : {}),
      ...(door.body ? { body: door.body } : {}),
      ...(door.method === 'GET'
        ? {}
        : {
            headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) }),
          }),
      response: { 200: door.answer, '4xx': Problem, '5xx': Problem },
    } as never,
    handler: (request, reply) => answer(house, door, whoAsks, request, reply),
  });
}

async function answer(
  house: House,
  door: Door,
  whoAsks: ApiParts['whoAsks'],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const by = await whoAsks(house, request);
  if (!mayEnter(door.may, by)) {
    const known = by.kind === 'person';
    return reply
      .code(known ? 403 : 401)
      .send(
        known
          ? problem('not_allowed', 'Your account may not do this.')
          : problem('sign_in_first', 'Sign in, or send an API key as "Authorization: Bearer …".'),
      );
  }
  // What the path names is not to be said otherwise in the body.
  const input = {
    ...(request.query as object),
    ...(request.body as object | undefined),
    ...(request.params as object),
  } as never;
  const said = door.deed
    ? await perform(house, { key: keyOf(request), by }, door.deed as never, input)
    : await question(house, by, door.question as never, input);
  if (said === undefined || said === null)
    return reply.code(404).send(problem('not_found', 'There is nothing here, or it is not yours to see.'));
  if (!isResult(said)) return kept(door, reply).send(said);
  if (said.ok) return kept(door, reply).send(said.value ?? {});
  const { no, ...detail } = said.refusal;
  return reply
    .code(no === 'key_used_for_something_else' ? 409 : (door.refusals[no] ?? 422))
    .send(problem(no, sentence(no), detail));
}

function kept(door: Door, reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', door.keep ? `public, max-age=${door.keep}` : 'private, no-store');
}

function isResult(said: unknown): said is { ok: true; value: unknown } | { ok: false; refusal: { no: string } } {
  return (
    typeof said === 'object' &&
    said !== null &&
    'ok' in said &&
    typeof said.ok === 'boolean' &&
    ('value' in said || 'refusal' in said)
  );
}

function keyOf(request: FastifyRequest): string {
  const given = request.headers['idempotency-key'];
  return typeof given === 'string' && given !== '' ? given : request.id;
}
