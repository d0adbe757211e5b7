/** Answers for the wire, where amounts are numbers. A union such as "amount or null" is not written there from a bigint. */
export type Wire<T> = T extends bigint
  ? number
  : T extends Date
    ? Date
    : T extends readonly (infer Item)[]
      ? Wire<Item>[]
      : T extends object
        ? { [Part in keyof T]: Wire<T[Part]> }
        : T;

export function wire<T>(value: T): Wire<T> {
  return told(value) as Wire<T>;
}

function told(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(told);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, told(inner)]));
}
