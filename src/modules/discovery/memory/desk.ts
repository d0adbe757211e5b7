/** Work space for a segment's documents, kept from question to question; between them all is 0. */
export class Desk {
  readonly score: Float64Array;
  /** How many of the words it has. */
  readonly has: Uint8Array;
  /** The best of several names, while one thing is looked up. */
  readonly value: Uint16Array;
  readonly seen: Uint32Array;
  readonly touched: Uint32Array;

  constructor(documents: number) {
    this.score = new Float64Array(documents);
    this.has = new Uint8Array(documents);
    this.value = new Uint16Array(documents);
    this.seen = new Uint32Array(documents);
    this.touched = new Uint32Array(documents);
  }
}
