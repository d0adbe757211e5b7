/** The whole house: the platform with every department in it. Each process opens one. */
import { join } from 'node:path';
import { realClock } from '#platform/clock';
import type { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { openDatabase } from '#platform/database';
import { openFiles } from '#platform/files';
import { buildHouse } from '#platform/house';
import type { House, Module } from '#platform/house';
import { openLog } from '#platform/log';
import { openMail } from '#platform/mail';
import { departments } from './modules/departments.ts';

export function openEntrepot(
  config: Config,
  { clock = realClock, modules = departments }: { clock?: Clock; modules?: readonly Module[] } = {},
): House {
  const log = openLog(config.logLevel);
  return buildHouse({
    config,
    clock,
    log,
    modules,
    db: openDatabase(config.databaseUrl, {
      pool: config.pool,
      onError: (error) => log.warn({ err: error }, 'a database connection broke'),
    }),
    files: openFiles(join(config.home, 'files')),
    mail: openMail(config.smtpUrl, config.mailFrom),
  });
}
