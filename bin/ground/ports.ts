/** The ports that a start takes: the doors', the outside world's, and its mail box's. Looked at before anything long. */
import { createServer } from 'node:net';
import { Halt } from './halt.ts';

const uses = ['the doors', "the sandbox's outside world", "the sandbox's mail box"];

export async function checkPorts(first: number): Promise<void> {
  for (const [step, use] of uses.entries()) {
    const port = first + step;
    const problem = await problemOf(port);
    if (problem === 'EACCES') {
      throw new Halt(
        `This account may not take port ${port}, needed for ${use}.`,
        `Ports below 1024 belong to root: choose another, for instance PORT=4000 npm start`,
      );
    }
    if (problem) {
      throw new Halt(
        `Port ${port} is in use by another program; Entrepôt needs it for ${use}.`,
        `Stop that program, or choose another port: PORT=${await freeFrom(first + 10)} npm start`,
      );
    }
  }
}

async function freeFrom(first: number): Promise<number> {
  for (let port = first; port < 65_000; port += 10) {
    const problems = await Promise.all(uses.map((_, step) => problemOf(port + step)));
    if (problems.every((problem) => problem === undefined)) return port;
  }
  return 4000;
}

/** On every address and on loopback: a program may hold only one of them. */
async function problemOf(port: number): Promise<string | undefined> {
  return (await tryPort(port)) ?? (await tryPort(port, '127.0.0.1'));
}

function tryPort(port: number, host?: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: { code?: string }) => resolve(code ?? 'unknown'));
    server.listen({ port, exclusive: true, ...(host && { host }) }, () => server.close(() => resolve(undefined)));
  });
}
