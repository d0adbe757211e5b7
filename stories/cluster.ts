/** One PostgreSQL for all tests of a run, with a migrated database that each test house copies. */
import { fileURLToPath } from 'node:url';
import { openEntrepot } from '../src/entrepot.ts';
import { migrate } from '#platform/migrate';
import { worldAt } from '#platform/config';
import { startPostgres } from '#platform/postgres';
import { inDatabase, once, testSecrets } from '#platform/testing';

export default async function cluster(project: {
  provide(key: string, value: unknown): void;
}): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const postgres = given
    ? { url: given, stop: async () => undefined }
    : await startPostgres({
        dir: fileURLToPath(new URL('../.entrepot/tests', import.meta.url)),
        durable: false,
        shared: true,
      });
  const template = `template_${process.pid}`;
  await once(postgres.url, `drop database if exists ${template} with (force)`);
  await once(postgres.url, `create database ${template}`);
  const house = openEntrepot({
    databaseUrl: inDatabase(postgres.url, template),
    pool: 3,
    port: 4000,
    publicUrl: 'http://localhost:4000',
    home: '/nonexistent',
    secret: testSecrets.secret,
    world: worldAt('http://127.0.0.1:9', testSecrets.providerKey, testSecrets.webhookSecret),
    smtpUrl: 'smtp://127.0.0.1:9',
    mailFrom: 'help@localhost',
    trustProxy: false,
    logLevel: 'warn',
  });
  await migrate(house);
  await house.close();
  project.provide('cluster', postgres.url);
  project.provide('template', template);
  return async () => {
    await once(postgres.url, `drop database if exists ${template} with (force)`);
    await postgres.stop();
  };
}
