/** Ports of this machine's loopback. */
import { createServer } from 'node:net';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PostgresTrouble } from './trouble.ts';

/** The port wished for; else the one this folder had before, if it is free; else a free one, which it keeps. */
export async function portFor(dir: string, wished: number | undefined): Promise<number> {
  if (wished !== undefined) {
    if (await isFree(wished)) return wished;
    throw new PostgresTrouble(
      'port_taken',
      `Port ${wished} of 127.0.0.1 is in use by another program.`,
      'Stop that program, or name another port.',
    );
  }
  const file = join(dir, 'port');
  const before = Number(await readFile(file, 'utf8').catch(() => ''));
  if (before > 0 && (await isFree(before))) return before;
  const port = await freePort();
  await writeFile(file, String(port));
  return port;
}

function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return listen(port, host).then(
    () => true,
    () => false,
  );
}

function freePort(): Promise<number> {
  return listen(0, '127.0.0.1');
}

function listen(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
