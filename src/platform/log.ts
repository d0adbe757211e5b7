/** Logs carry a request id and no personal data: ids of people, never their names, addresses or mail. */
import { pino } from 'pino';
import type { Logger } from 'pino';

export type Log = Logger;

export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
