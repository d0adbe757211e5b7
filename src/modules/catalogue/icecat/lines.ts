/** A file of one JSON object per line, packed or not, read line by line: no more than a piece of it is ever in memory. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

export interface Line {
  /** 1 is the first. */
  readonly n: number;
  readonly text: string;
}

const newline = 10;

/** The lines that are not empty. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  const packed = createReadStream(path, { highWaterMark: 1 << 18 });
  const stream = path.endsWith('.gz') ? packed.pipe(createGunzip({ chunkSize: 1 << 18 })) : packed;
  // Trouble with the file itself does not travel along a pipe by itself.
  packed.on('error', (error) => stream.destroy(error));
  let rest = Buffer.alloc(0);
  let n = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let from = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
      n += 1;
      const text = bytes.toString('utf8', from, end).trim();
      if (text !== '') yield { n, text };
      from = end + 1;
    }
    rest = Buffer.from(bytes.subarray(from));
  }
  const last = rest.toString('utf8').trim();
  if (last !== '') yield { n: n + 1, text: last };
}

/** What the file is known by, so that an import goes on with the same file only. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
