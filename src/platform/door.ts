/**
 * One table per module says its doors: path, who may, shape of what comes and goes, and the status of each refusal.
 * The API's routes, its permissions and its OpenAPI page are all read from it.
 */
import type { Static, TObject, TSchema } from 'typebox';
import type { Actor } from './actor.ts';
import type { Deed, Question } from './work.ts';

/** Who may knock at all; whose things they may touch is checked by the deed or question itself. */
export type Who = 'anyone' | 'person' | 'store' | 'staff';

export function mayEnter(who: Who, by: Actor): boolean {
  if (who === 'anyone') return true;
  if (by.kind !== 'person' && by.kind !== 'system') return false;
  if (who === 'store') return by.stores.length > 0;
  if (who === 'staff') return by.staff.length > 0 || by.kind === 'system';
  return true;
}

interface DoorShape {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, with `{names}` in braces. */
  readonly path: string;
  /** One sentence for the page of the API. */
  readonly says: string;
  readonly may: Who;
  readonly body?: TObject;
  readonly query?: TObject;
  readonly answer: TSchema;
  /** The status of each refusal. 404 and 403 among them say whose things these are. */
  readonly refusals: Readonly<Record<string, number>>;
  /** For answers that anybody may keep: seconds. */
  readonly keep?: number;
}

export type Door = DoorShape & {
  readonly deed?: Deed<never, unknown>;
  readonly question?: Question<never, unknown>;
};

type Said<A> = A extends { ok: true; value: unknown } | { ok: false; refusal: infer R extends { no: string } }
  ? R['no']
  : never;
type RefusalsOf<A> = Said<Extract<Awaited<A>, { ok: false }>>;
type ShapeIn<S> = S extends TObject ? Static<S> : unknown;

/**
 * Makes a door. Every refusal of the deed must have its status here, or it does not compile. A question may answer
 * `undefined`, which is 404, or a result.
 */
export function door<B extends TObject | undefined, Q extends TObject | undefined, Input extends object, Answer>(
  shape: Omit<DoorShape, 'refusals' | 'body' | 'query'> & {
    body?: B;
    query?: Q;
    refusals?: { readonly [No in RefusalsOf<Answer>]: number };
  } & (
      | { deed: (work: import('./work.ts').Work, input: Input) => Promise<Answer>; question?: never }
      | { question: (ask: import('./work.ts').Asking, input: Input) => Promise<Answer>; deed?: never }
    ) &
    ([ShapeIn<B> & ShapeIn<Q>] extends [unknown] ? unknown : never),
): Door {
  return { refusals: {}, ...shape } as unknown as Door;
}

/** The names in braces of a path. */
export function pathNames(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
}
