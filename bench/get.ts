/** Asking pages over connections that stay open, as browsers and proxies do. */
import { Agent, request } from 'node:http';

export interface Wish {
  path: string;
  cookie?: string | undefined;
  headers?: Record<string, string>;
}

export interface Got {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

export function get(url: string, { path, cookie, headers = {} }: Wish, agent?: Agent): Promise<Got> {
  return new Promise((done, fail) => {
    const sent = request(
      url + path,
      { ...(agent ? { agent } : {}), headers: { accept: 'text/html', ...headers, ...(cookie ? { cookie } : {}) } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.once('end', () =>
          done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
        );
      },
    );
    sent.once('error', fail);
    sent.end();
  });
}

/** So many requests, some at once, each in its turn. Every answer must be a page. */
export async function askMany(url: string, wishes: readonly Wish[], many: number, atOnce = 8): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < many) {
      const wish = wishes[next++ % wishes.length]!;
      const { status } = await get(url, wish, agent);
      if (status !== 200) throw new Error(`${wish.path} answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  agent.destroy();
}
