/**
 * A segment on disk, so that a restart is ready in seconds. It is written beside the old one and takes its place when it is
 * whole: who is killed while writing leaves the old one. Each part carries its length and checksum; a file that is not as it
 * was written is not read.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { Segment } from '../memory/segment.ts';

/** Another number for another shape of segments, or for words that are found otherwise. */
const version = 1;
const mark = 'entrepot goods';

export interface Saved {
  readonly segment: Segment;
  /** The news after this were not in it; see `news.ts`. */
  readonly seen: string;
}

export function saveSegment(path: string, { segment, seen }: Saved): void {
  mkdirSync(dirname(path), { recursive: true });
  clearHalves(path);
  const beside = `${path}.${process.pid}-${Math.trunc(performance.now() * 1000)}`;
  const file = openSync(beside, 'w');
  try {
    const { spoken, ...plain } = segment;
    write(file, { mark, version, seen, locales: [...spoken.keys()] });
    for (const one of Object.entries(plain)) write(file, one);
    for (const speech of spoken.values()) for (const one of Object.entries(speech)) write(file, one);
    write(file, 'end');
    fsyncSync(file);
    closeSync(file);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** What somebody left half written who was killed. */
function clearHalves(path: string): void {
  const [folder, name] = [dirname(path), `${basename(path)}.`];
  for (const one of readdirSync(folder))
    if (one.startsWith(name) && !isAlive(Number(one.slice(name.length).split('-')[0])))
      rmSync(join(folder, one), { force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Undefined when there is none, or none that can be trusted. */
export function readSegment(path: string): Saved | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    const head = read(file) as { mark: string; version: number; seen: string; locales: string[] };
    if (head.mark !== mark || head.version !== version) return undefined;
    const parts = new Map<string, unknown>();
    const spoken = new Map<string, Record<string, unknown>>();
    let locale = -1;
    for (;;) {
      const one = read(file) as [string, unknown] | 'end';
      if (one === 'end') break;
      if (one[0] === 'locale') spoken.set(head.locales[++locale]!, {});
      if (locale < 0) parts.set(...one);
      else spoken.get(head.locales[locale]!)![one[0]] = one[1];
    }
    return { segment: { ...Object.fromEntries(parts), spoken } as unknown as Segment, seen: head.seen };
  } catch {
    return undefined;
  } finally {
    closeSync(file);
  }
}

function write(file: number, value: unknown): void {
  const bytes = serialize(value);
  const head = Buffer.alloc(12);
  head.writeBigUInt64LE(BigInt(bytes.length));
  head.writeUInt32LE(crc32(bytes), 8);
  writeSync(file, head);
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

function read(file: number): unknown {
  const head = take(file, 12);
  const bytes = take(file, Number(head.readBigUInt64LE()));
  if (crc32(bytes) !== head.readUInt32LE(8)) throw new Error('not as it was written');
  return deserialize(bytes);
}

function take(file: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length;) {
    const read = readSync(file, bytes, at, length - at, null);
    if (read === 0) throw new Error('cut off');
    at += read;
  }
  return bytes;
}
