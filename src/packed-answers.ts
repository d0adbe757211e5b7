/**
 * Pages made for one person are packed before they are sent: a telephone on a slow line waits for the bytes, and packing a
 * page lightly takes the processor less time than handing its bytes to the network as they are.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Packing = 'br' | 'gzip' | '';

/** The best that the browser takes of what we can do. */
export function packingFor({ headers }: IncomingMessage): Packing {
  const accepted = String(headers['accept-encoding'] ?? '');
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : '';
}

/** Less than what one packet carries gains nothing. */
const least = 1400;
const packable = /^(?:text\/html|application\/json)/;

/** To be told before anything is written. Whoever listens to the answer from then on hears it unpacked. */
export function packAnswer(request: IncomingMessage, response: ServerResponse): void {
  const packing = packingFor(request);
  if (!packing || request.method === 'HEAD') return;
  const { writeHead, write, end } = response;
  let waits: number | undefined;
  const chunks: Buffer[] = [];
  const take = (chunk: unknown): void => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
  };
  response.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    if (args.length > 1 || !mayBePacked(response)) return writeHead.apply(this, args as never);
    waits = Number(args[0]);
    return this;
  } as typeof writeHead;
  response.write = function (this: ServerResponse, ...args: unknown[]) {
    if (waits === undefined) return write.apply(this, args as never);
    take(args[0]);
    return true;
  } as typeof write;
  response.end = function (this: ServerResponse, ...args: unknown[]) {
    if (waits === undefined) return end.apply(this, args as never);
    take(args[0]);
    const plain = Buffer.concat(chunks);
    const body = plain.length < least ? plain : packed(plain, packing);
    if (body !== plain) response.setHeader('content-encoding', packing);
    response.appendHeader('vary', 'Accept-Encoding');
    response.setHeader('content-length', body.length);
    writeHead.call(this, waits);
    return end.apply(this, [body, ...args.filter((one) => typeof one === 'function')] as never);
  } as typeof end;
}

function mayBePacked(response: ServerResponse): boolean {
  return packable.test(String(response.getHeader('content-type') ?? '')) && !response.hasHeader('content-encoding');
}

function packed(plain: Buffer, packing: Exclude<Packing, ''>): Buffer {
  return packing === 'br'
    ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } })
    : gzipSync(plain, { level: 3 });
}
