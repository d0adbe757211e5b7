/** The folder of the project, and this version of it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const version = (JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { version: string }).version;
