/** Bytes that people bring: pictures, papers. Kept under their hash, so that the same picture is kept once. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface Files {
  /** Keeps the bytes; returns their SHA-256, which is their name. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, or undefined when nothing is kept under this name. Refuses names that are no hash. */
  get(hash: string, variant?: string): Promise<Buffer | undefined>;
  /** Keeps something made from the original, such as a smaller picture, beside it. */
  putVariant(hash: string, variant: string, bytes: Uint8Array): Promise<void>;
}

const isHash = /^[0-9a-f]{64}$/;
const isVariant = /^[a-z0-9.-]{1,40}$/;

export function openFiles(folder: string): Files {
  const pathOf = (hash: string, variant?: string) => {
    if (!isHash.test(hash) || (variant !== undefined && !isVariant.test(variant)))
      throw new Error('This names no file.');
    return join(folder, hash.slice(0, 2), variant === undefined ? hash : `${hash}.${variant}`);
  };
  // Written beside and moved into place, so that a reader never sees half a file.
  const write = async (path: string, bytes: Uint8Array) => {
    await mkdir(dirname(path), { recursive: true });
    const beside = `${path}.${process.pid}.${process.hrtime.bigint()}`;
    await writeFile(beside, bytes);
    await rename(beside, path);
  };
  const isThere = (path: string) =>
    stat(path).then(
      () => true,
      () => false,
    );
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (!(await isThere(pathOf(hash)))) await write(pathOf(hash), bytes);
      return hash;
    },
    async get(hash, variant) {
      if (!isHash.test(hash) || (variant !== undefined && !isVariant.test(variant))) return undefined;
      return readFile(pathOf(hash, variant)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
    },
    putVariant: (hash, variant, bytes) => write(pathOf(hash, variant), bytes),
  };
}
