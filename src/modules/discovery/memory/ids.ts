/** Ids of products as the 16 bytes that they are, one after another in their order. */

export const bytesOf = (ids: readonly string[]): Uint8Array => {
  const bytes = new Uint8Array(ids.length * 16);
  ids.forEach((id, n) => bytes.set(Buffer.from(id.replaceAll('-', ''), 'hex'), n * 16));
  return bytes;
};

export function idAt(bytes: Uint8Array, n: number): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset + n * 16, 16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Where an id stands among sorted ones; -1 if it does not. */
export function numberOf(bytes: Uint8Array, id: string): number {
  const wanted = Buffer.from(id.replaceAll('-', ''), 'hex');
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let low = 0;
  let high = bytes.length / 16 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = all.compare(wanted, 0, 16, middle * 16, middle * 16 + 16);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
