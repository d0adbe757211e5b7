/** What the processes of one installation are told: see `src/platform/config.ts` for each. What is set already stays. */
import type { Home } from './home.ts';
import { Halt } from './halt.ts';

export function portWished(option?: string): number {
  const text = option ?? (process.env['PORT'] || '4000');
  const port = Number(text);
  // The outside world and its mail box take the two ports that follow.
  if (Number.isInteger(port) && port >= 1 && port <= 65533) return port;
  throw new Halt(`PORT must be a number from 1 to 65533, not "${text}".`, 'For instance: PORT=4010 npm start', 2);
}

export function environmentOf(home: Home, port: number, databaseUrl: string): Record<string, string> {
  const ours = {
    ...home.secrets,
    PUBLIC_URL: `http://localhost:${port}`,
    WORLD_URL: `http://127.0.0.1:${port + 1}`,
    SMTP_URL: `smtp://127.0.0.1:${port + 2}`,
    // Letters are for everybody to read only where none goes to a real person.
    ...(process.env['WORLD_URL'] || process.env['SMTP_URL']
      ? {}
      : { MAILBOX_URL: `http://127.0.0.1:${port + 1}/mail` }),
    NODE_ENV: 'production',
  };
  const theirs = Object.entries(process.env).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return {
    ...ours,
    ...Object.fromEntries(theirs),
    PORT: String(port),
    ENTREPOT_HOME: home.dir,
    DATABASE_URL: databaseUrl,
  };
}
