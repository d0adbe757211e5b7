/**
 * What a process is told by its environment. `bin/entrepot start` sets all of it; on a cluster the operator does.
 *
 * | variable | meaning | default |
 * |---|---|---|
 * | DATABASE_URL | PostgreSQL 15 to 18 | required |
 * | DATABASE_POOL | connections of this process | 12 |
 * | PORT | the doors | 4000 |
 * | PUBLIC_URL | how people reach us | http://localhost:PORT |
 * | ENTREPOT_HOME | files, demo state | .entrepot |
 * | ENTREPOT_SECRET | 32 bytes, base64: seals identity papers | required outside tests |
 * | WORLD_URL | the sandbox's payment provider, bank, carrier, rates | http://127.0.0.1:PORT+1 |
 * | WEBHOOK_SECRET | what the outside signs its webhooks with | required outside tests |
 * | PROVIDER_KEY | our key at the payment provider and the bank | required outside tests |
 * | SMTP_URL | where mail goes | smtp://127.0.0.1:PORT+2 |
 * | MAIL_FROM | the address that letters come from; people must read what is answered there, for the help says so | help@ and the host of PUBLIC_URL |
 * | MAILBOX_URL | where the sandbox shows the letters it took, at /world/mail; never set it beside real mail | none |
 * | TRUST_PROXY | addresses of proxies that may say whom they speak for, with commas | none |
 * | LOG_LEVEL | pino's | info |
 */
import { createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
export interface Config {
  databaseUrl: string;
  pool: number;
  port: number;
  publicUrl: string;
  home: string;
  secret: KeyObject;
  world: { provider: string; bank: string; carrier: string; ecb: string; providerKey: string; webhookSecret: string };
  smtpUrl: string;
  /** Letters come from here, and answers to them are read here. */
  mailFrom: string;
  /** Where the sandbox shows the letters that it took; elsewhere there is no such place. */
  mailbox?: string;
  /** Addresses of proxies, or false. */
  trustProxy: string[] | false;
  logLevel: string;
}

export class ConfigProblem extends Error {}

export function configFrom(env: Record<string, string | undefined>): Config {
  const need = (name: string): string => {
    const value = env[name];
    if (!value)
      throw new ConfigProblem(`${name} is not set. Start with "npm start", or set it: see src/platform/config.ts.`);
    return value;
  };
  const port = Number(env['PORT'] ?? 4000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new ConfigProblem(`PORT must be 1 to 65535, not "${env['PORT']}".`);
  const secret = Buffer.from(need('ENTREPOT_SECRET'), 'base64');
  if (secret.length !== 32) throw new ConfigProblem('ENTREPOT_SECRET must be 32 bytes in base64.');
  const world = env['WORLD_URL'] ?? `http://127.0.0.1:${port + 1}`;
  const publicUrl = env['PUBLIC_URL'] ?? `http://localhost:${port}`;
  return {
    databaseUrl: need('DATABASE_URL'),
    pool: Number(env['DATABASE_POOL'] ?? 12),
    port,
    publicUrl,
    home: env['ENTREPOT_HOME'] ?? '.entrepot',
    // A key made once: from bytes it would be made anew for each use, at ten times the cost.
    secret: createSecretKey(secret),
    world: worldAt(world, need('PROVIDER_KEY'), need('WEBHOOK_SECRET')),
    smtpUrl: env['SMTP_URL'] ?? `smtp://127.0.0.1:${port + 2}`,
    mailFrom: env['MAIL_FROM'] ?? `help@${new URL(publicUrl).hostname}`,
    ...(env['MAILBOX_URL'] ? { mailbox: env['MAILBOX_URL'] } : {}),
    trustProxy: env['TRUST_PROXY'] ? env['TRUST_PROXY'].split(',').map((address) => address.trim()) : false,
    logLevel: env['LOG_LEVEL'] ?? 'info',
  };
}

export function worldAt(url: string, providerKey: string, webhookSecret: string): Config['world'] {
  return {
    provider: `${url}/pay`,
    bank: `${url}/bank`,
    carrier: `${url}/carrier`,
    ecb: `${url}/ecb`,
    providerKey,
    webhookSecret,
  };
}
