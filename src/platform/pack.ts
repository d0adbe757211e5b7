/** Answers are kept as text and given again exactly as they were, bigints and dates included. */
export function pack(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key: string, shown: unknown) {
    // Dates have become text by the time `shown` is passed, so look at the holder.
    const raw = this[key];
    if (typeof raw === 'bigint') return { $n: raw.toString() };
    if (raw instanceof Date) return { $d: raw.getTime() };
    return shown;
  });
}

export function unpack(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (value && typeof value === 'object') {
      if (typeof (value as { $n?: unknown }).$n === 'string') return BigInt((value as { $n: string }).$n);
      if (typeof (value as { $d?: unknown }).$d === 'number') return new Date((value as { $d: number }).$d);
    }
    return value;
  });
}

/** The same text for the same input, whatever the order of its keys. */
export function canonical(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (value === undefined) return 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof Date) return `@${value.getTime()}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value instanceof Uint8Array) return `#${Buffer.from(value).toString('base64')}`;
  const entries = Object.entries(value as Record<string, unknown>)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
