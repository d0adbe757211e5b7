/**
 * What a deed answers. The business may say no: that is a refusal, an ordinary value, with the reason in a clerk's words.
 * What cannot be is a bug and is thrown.
 */
export interface Refusal {
  readonly no: string;
}

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<R> {
  readonly ok: false;
  readonly refusal: R;
}

export type Result<T, R extends Refusal = Refusal> = Ok<T> | Refused<R>;

/** The value type of a result, of a deed, or of the promise of either. */
export type ValueOf<X> = Settled<X> extends infer S ? (S extends Ok<infer T> ? T : never) : never;

/** The refusals of a result, of a deed, or of the promise of either. */
export type RefusalOf<X> = Settled<X> extends infer S ? (S extends Refused<infer R> ? R : never) : never;

// A deed's arguments do not matter here; `never` accepts every list of them.
type Settled<X> = Awaited<X extends (...args: never) => infer Answer ? Answer : X>;

export function ok(): Ok<undefined>;
export function ok<T>(value: T): Ok<T>;
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value };
}

/** Keeps the words of the refusal literal, so that a deed that only refuses in some branches fits its closed union. */
export function refuse<const R extends Refusal>(refusal: R): Refused<Loose<R>> {
  return { ok: false, refusal: refusal as Loose<R> };
}

// `const` makes lists read-only tuples, which no union of refusals asks for; they are lists again here.
type Loose<R> = { -readonly [Part in keyof R]: R[Part] extends readonly (infer Item)[] ? Item[] : R[Part] };

/** The value, where a refusal could only be a bug of ours: seeds, tests, literals in code. Throws the refusal's words. */
export function must<T>(result: Result<T, Refusal>): T {
  if (result.ok) return result.value;
  const { no, ...rest } = result.refusal;
  throw new Error(`refused: ${no}${Object.keys(rest).length ? ` ${spell(rest)}` : ''}`, { cause: result.refusal });
}

const spell = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));
