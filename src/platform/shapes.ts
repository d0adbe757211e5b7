/** Shapes that many doors share. */
import { Type } from 'typebox';

export const MoneyShape = Type.Object({ currency: Type.String({ minLength: 3, maxLength: 3 }), minor: Type.Integer() });
export const When = Type.String({ format: 'date-time' });
export const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(shape: T) => Type.Union([shape, Type.Null()]);
export const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  description: 'UUID',
});
/** Anything; for parts whose shape another department says. */
export const Anything = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true });
