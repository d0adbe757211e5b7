/** Who may import whom. */
import { mayCall } from '../../src/modules/modules.ts';
import { allFiles, importsOf, isCode, isTest } from './source.ts';
import type { Import, SourceFile } from './source.ts';

const calls: Record<string, readonly string[]> = mayCall;

/** What stands in each part of the house, by the start of its path, and what it may import by the start of the name. */
const parts: { part: RegExp; may: RegExp; says: string }[] = [
  {
    part: /^src\/kernel\//,
    may: /^(\.\/|#kernel\/)/,
    says: 'the kernel is pure and browser-safe: it imports only itself',
  },
  {
    part: /^src\/platform\//,
    may: /^(\.\.?\/|#kernel\/|#platform\/|node:|[a-z@])/,
    says: 'the platform knows no department',
  },
  {
    part: /^src\/lib\//,
    may: /^(\.\.?\/|#kernel\/|#lib\/|#platform\/|#modules|\$app|svelte|@sveltejs|node:|[a-z@])/,
    says: 'the parts of pages',
  },
  {
    part: /^world\//,
    may: /^(\.\.?\/|#kernel\/|node:|[a-z@])/,
    says: 'the outside world shares nothing with us but the kernel',
  },
];

/** The composition of a whole house for tests is the one place where the platform meets the departments. */
const exceptions = new Set(['src/platform/testing.ts ../entrepot.ts']);

export function walls(): string[] {
  const problems = [...sameAsFolders()];
  for (const file of allFiles().filter(isCode)) {
    for (const one of importsOf(file)) {
      if (exceptions.has(`${file.path} ${one.from}`)) continue;
      const problem = partProblem(file, one) ?? moduleProblem(file, one) ?? libProblem(file, one);
      if (problem) problems.push(`${file.path}:${one.line} imports ${one.from}: ${problem}`);
    }
  }
  return problems;
}

function sameAsFolders(): string[] {
  const folders = new Set(
    allFiles()
      .map(({ path }) => /^src\/modules\/([^/]+)\//.exec(path)?.[1])
      .filter((name) => name !== undefined),
  );
  const named = new Set(Object.keys(calls));
  return [
    ...[...folders]
      .filter((name) => !named.has(name))
      .map((name) => `src/modules/${name} is not in src/modules/modules.ts`),
    ...[...named]
      .filter((name) => !folders.has(name))
      .map((name) => `src/modules/modules.ts names ${name}, which has no folder`),
    ...Object.values(calls)
      .flat()
      .filter((name) => !named.has(name))
      .map((name) => `src/modules/modules.ts lets call ${name}, which it does not name`),
  ];
}

function partProblem(file: SourceFile, { from }: Import): string | undefined {
  if (isTest(file)) return undefined;
  const part = parts.find((one) => one.part.test(file.path));
  if (part && !part.may.test(from)) return part.says;
  if (/\/messages\/[^/]+\/[^/]+\.json$/.test(from)) return undefined;
  // A relative path must not climb out of its part.
  if (part && from.startsWith('..') && !inside(file.path, from, part.part)) return part.says;
  return undefined;
}

function inside(path: string, from: string, part: RegExp): boolean {
  const folders = path.split('/').slice(0, -1);
  for (const step of from.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.') folders.push(step);
  }
  return part.test(`${folders.join('/')}`) || part.test(`${folders.join('/')}/`);
}

function moduleProblem(file: SourceFile, { from }: Import): string | undefined {
  const module = /^src\/modules\/([^/]+)\//.exec(file.path)?.[1];
  if (!module) return undefined;
  if (isTest(file) && /\/world\/world\.ts$/.test(from)) return undefined;
  if (from.startsWith('#lib') || from.startsWith('$app') || from.includes('/routes/'))
    return 'departments know nothing of pages';
  const other = /^#modules\/(.+)$/.exec(from)?.[1];
  if (other === module) return 'a department reaches its own files by their names';
  if (other && !isTest(file) && !(calls[module] ?? []).includes(other))
    return `${module} may not call ${other}: see src/modules/modules.ts`;
  if (!isTest(file) && from.startsWith('../') && !inside(file.path, from, new RegExp(`^src/modules/${module}(/|$)`)))
    return 'only the face of another department can be imported, as #modules/<name>';
  return undefined;
}

/** Components are sent to browsers: of the departments they may know the types. Loads and actions run on the server. */
function libProblem(file: SourceFile, { from, typesOnly }: Import): string | undefined {
  const server = /^src\/(lib\/server|hooks\.server|routes\/.*(\.server)?\.ts$)/.test(file.path);
  if (!/^src\/(lib|routes)\//.test(file.path) || server) return undefined;
  if (from.startsWith('#modules') && !typesOnly) return 'components import types of departments, no more';
  if (from.startsWith('#platform') && !typesOnly) return 'components import types of the platform, no more';
  return undefined;
}
