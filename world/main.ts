/**
 * The process of the sandbox world beside the platform.
 *
 * | variable | meaning | default |
 * |---|---|---|
 * | WEBHOOK_SECRET | signs the webhooks, whsec_… | required |
 * | PROVIDER_KEY | what the platform shows to provider, bank and carrier | required |
 * | PORT | the platform's doors | 4000 |
 * | ENTREPOT_URL | where webhooks go | http://127.0.0.1:PORT |
 * | PUBLIC_URL | where visitors find the shop | ENTREPOT_URL |
 * | ENTREPOT_HOME | the world remembers in the folder world of it | .entrepot |
 * | WORLD_PORT | where the world listens | PORT + 1 |
 * | WORLD_HOST | on which address | 127.0.0.1 |
 * | WORLD_URL | how visitors reach it | http://localhost:WORLD_PORT |
 * | WORLD_SMTP_PORT | where it takes mail | WORLD_PORT + 1 |
 * | WORLD_PACE | how many times faster than life parcels travel; 0: only by hand | 288, a day in five minutes |
 */
import process, { env, exit } from 'node:process';
import { startWorld, type World } from './world.ts';

function needed(name: string): string {
  const value = env[name];
  if (value) return value;
  console.error(`${name} is not set. "npm start" sets it; see world/main.ts.`);
  return exit(1);
}

function numberFrom(name: string, usual: number): number {
  const number = Number(env[name] ?? usual);
  if (Number.isFinite(number) && number >= 0) return number;
  console.error(`${name} must be a number, not "${env[name]}".`);
  return exit(1);
}

const doors = numberFrom('PORT', 4000);
const port = numberFrom('WORLD_PORT', doors + 1);
const smtpPort = numberFrom('WORLD_SMTP_PORT', port + 1);
const platform = (env['ENTREPOT_URL'] ?? `http://127.0.0.1:${doors}`).replace(/\/$/, '');
const [secret, providerKey] = [needed('WEBHOOK_SECRET'), needed('PROVIDER_KEY')];
const log = (line: string) => console.error(`${new Date().toISOString()} world: ${line}`);

async function start(): Promise<World> {
  try {
    return await startWorld({
      port,
      smtpPort,
      host: env['WORLD_HOST'] ?? '127.0.0.1',
      publicUrl: (env['WORLD_URL'] ?? `http://localhost:${port}`).replace(/\/$/, ''),
      now: () => new Date(),
      dir: env['ENTREPOT_HOME'] ?? '.entrepot',
      secret,
      providerKey,
      shop: env['PUBLIC_URL'] ?? platform,
      webhooks: {
        payments: `${platform}/api/v1/webhooks/payments`,
        bank: `${platform}/api/v1/webhooks/bank`,
        carrier: `${platform}/api/v1/webhooks/carrier`,
      },
      pace: numberFrom('WORLD_PACE', 288),
      bankBooksAfterMs: 10_000,
      byItself: true,
      log,
    });
  } catch (problem) {
    const { code, message } = problem as NodeJS.ErrnoException & { port?: number };
    console.error(
      code === 'EADDRINUSE' ? `${message}. Stop what uses it, or set WORLD_PORT and WORLD_SMTP_PORT.` : problem,
    );
    return exit(1);
  }
}

const world = await start();
console.log(`The world outside is open at ${world.url}, and takes mail at port ${world.mail.port}.`);

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    void world.close().then(() => exit(0));
  });
}
