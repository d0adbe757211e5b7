/**
 * Ids are UUIDv7 (RFC 9562) made by the caller: they sort by the time given, so that new rows land at the end of an
 * index, and no sequence has to be asked.
 */

/**
 * An id that says whose it is. A plain string (a column, a path part) is accepted where it is asked for; an id of another
 * thing is not.
 */
export type Id<Of extends string> = string & { readonly idOf?: Of };

/** Ids of one millisecond count upwards from a random start: 30 bits of counter, then 44 random bits for each id. */
const COUNTER_MOST = 2 ** 30 - 1;
const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let lastTime = -1;
let counter = 0;

/** A new id for the given time. Within one process, ids made one after another for the same millisecond ascend. */
export function newId(at: Date): string {
  const time = at.getTime();
  if (!(time >= 0 && time < 2 ** 48)) throw new RangeError(`an id cannot carry this time: ${time}`);

  const random = randomWords();
  counter = time === lastTime ? counter + 1 : random[2] >>> 3;
  lastTime = time;
  if (counter > COUNTER_MOST) throw new RangeError('more ids in one millisecond than an id can count');

  const clock = hex(Math.floor(time / 2 ** 16), 8) + hex(time % 2 ** 16, 4);
  const high = hex(0x7000 | (counter >>> 18), 4);
  const low = hex(0x8000 | ((counter >>> 4) & 0x3fff), 4);
  const tail = hex(((counter & 0xf) << 12) | (random[0] & 0xfff), 4) + hex(random[1], 8);
  return `${clock.slice(0, 8)}-${clock.slice(8)}-${high}-${low}-${tail}`;
}

/** Whether the text is an id as we write it: UUIDv7, lower case. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && SHAPE.test(text);
}

/** The time an id was made for, to the millisecond. */
export function timeOfId(id: string): Date {
  if (!isId(id)) throw new TypeError(`not an id: ${id}`);
  return new Date(parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

const hex = (value: number, width: number) => value.toString(16).padStart(width, '0');

// Asking the system for random bytes costs more than making the id; one request serves many ids.
const pool = new Uint32Array(3 * 128);
let used = pool.length;

function randomWords(): [number, number, number] {
  if (used === pool.length) {
    globalThis.crypto.getRandomValues(pool);
    used = 0;
  }
  return [pool[used++]!, pool[used++]!, pool[used++]!];
}
