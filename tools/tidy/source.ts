/** The project's own files, read once. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the root, with forward slashes. */
  path: string;
  text: string;
}

let kept: SourceFile[] | undefined;

/** Every file that is, or would be, in the repository: tracked, or new and not ignored. */
export function allFiles(): SourceFile[] {
  if (kept) return kept;
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 1 << 26,
  });
  const readable = /\.(ts|svelte|mjs|js|json|md|sql|css|html)$/;
  kept = listed
    .toString('utf8')
    .split('\0')
    .filter((path) => readable.test(path) && path !== 'package-lock.json')
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(join(root, path), 'utf8') }];
      } catch {
        return []; // deleted, but not yet committed as such
      }
    });
  return kept;
}

export const isCode = ({ path }: SourceFile) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.d.ts');
/** Tests, and what only tests use. */
export const isTest = ({ path }: SourceFile) => /\.(test|testing)\.ts$/.test(path);

export interface Import {
  from: string;
  /** Types only: nothing of it is there at run time. */
  typesOnly: boolean;
  line: number;
}

/** What a file imports, static and dynamic. Reading by pattern is enough: the formatter keeps imports in one shape. */
export function importsOf({ text }: SourceFile): Import[] {
  const found: Import[] = [];
  const lineOf = (index: number) => text.slice(0, index).split('\n').length;
  for (const match of text.matchAll(/^\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)) {
    found.push({ from: match[3]!, typesOnly: match[2] !== undefined, line: lineOf(match.index) });
  }
  for (const match of text.matchAll(/\bimport\('([^']+)'\)/g)) {
    // `import('…').Name` in a type position brings nothing at run time, but it is an import all the same.
    found.push({ from: match[1]!, typesOnly: false, line: lineOf(match.index) });
  }
  return found;
}
