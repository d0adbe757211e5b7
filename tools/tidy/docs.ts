/** What the docs name must exist: files, commands, modules. And nothing speaks of what is not the project. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mayCall } from '../../src/modules/modules.ts';
import { allFiles, root } from './source.ts';

/** Paths in backticks that begin in one of the project's folders. */
const path = /`((?:src|bin|docs|stories|world|bench|tools|messages|\.ci)\/[\w./()[\]-]+)`/g;

export function docs(): string[] {
  const problems: string[] = [];
  for (const file of allFiles().filter(({ path }) => path.endsWith('.md'))) {
    for (const [, named] of file.text.matchAll(path)) {
      if (!existsSync(join(root, named!))) problems.push(`${file.path} names ${named}, which does not exist`);
    }
  }
  for (const name of Object.keys(mayCall)) {
    for (const needed of ['README.md', 'index.ts']) {
      if (!existsSync(join(root, 'src/modules', name, needed))) problems.push(`src/modules/${name} has no ${needed}`);
    }
  }
  return [...problems, ...glossary()];
}

/** Each department is in ARCHITECTURE.md, so that a stranger finds it there. */
function glossary(): string[] {
  const architecture = allFiles().find(({ path }) => path === 'ARCHITECTURE.md')?.text ?? '';
  return Object.keys(mayCall)
    .filter((name) => !architecture.includes(`\`${name}\``))
    .map((name) => `ARCHITECTURE.md does not name the department \`${name}\``);
}
