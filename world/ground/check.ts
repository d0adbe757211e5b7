import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Refused } from './refused.ts';

type Check = (value: unknown) => true | { error: Refused };

/** Shared by all worlds of a process: a test opens many, and to make a check costs more than to open the world. */
const checks = new WeakMap<TSchema, Check>();

/** What is asked is checked as it came; nothing is bent into shape or left out silently. */
export function checkBodies(app: FastifyInstance): void {
  app.setValidatorCompiler<TSchema>(({ schema, httpPart = '' }) => {
    const check = checks.get(schema) ?? checkOf(schema, httpPart);
    checks.set(schema, check);
    return check;
  });
}

function checkOf(schema: TSchema, part: string): Check {
  const compiled = Compile(schema);
  return (value) => {
    if (compiled.Check(value)) return true;
    const [first] = compiled.Errors(value);
    const { requiredProperties = [] } = (first?.params ?? {}) as { requiredProperties?: string[] };
    const field = [...(first?.instancePath ?? '').split('/').slice(1), ...requiredProperties.slice(0, 1)].join('.');
    return {
      error: new Refused(400, 'not_understood', `${part} ${field}: ${first?.message ?? 'not understood'}.`, field),
    };
  };
}
