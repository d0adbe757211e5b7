import { createServer } from 'node:net';

/** The doors take the first of three, the outside world and its mail the others. */
export async function freePorts(): Promise<number> {
  for (;;) {
    const first = await portOf(0);
    if (first < 65_000 && (await portOf(first + 1)) && (await portOf(first + 2))) return first;
  }
}

/** The port, if nobody has it; 0 asks for any. 0 comes back when it is taken. */
function portOf(port: number): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(0));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const got = typeof address === 'object' && address ? address.port : 0;
      server.close(() => done(got));
    });
  });
}
