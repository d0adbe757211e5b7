/** Files stay short. Those that are longer are listed with the length they have; it may only become less. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allFiles, isCode, isTest, root } from './source.ts';

const most = 200;
const ledger = join(root, 'tools/tidy/sizes.json');

function longFiles(): Record<string, number> {
  return Object.fromEntries(
    allFiles()
      .filter((file) => isCode(file) && !isTest(file))
      .map(({ path, text }) => [path, text.split('\n').length - 1] as const)
      .filter(([, lines]) => lines > most)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

export function sizes(): string[] {
  const allowed = JSON.parse(readFileSync(ledger, 'utf8')) as Record<string, number>;
  const long = longFiles();
  return [
    ...Object.entries(long)
      .filter(([path, lines]) => lines > (allowed[path] ?? most))
      .map(
        ([path, lines]) =>
          `${path} has ${lines} lines, at most ${allowed[path] ?? most}: cut it where two thoughts meet`,
      ),
    ...Object.entries(allowed)
      .filter(([path, lines]) => (long[path] ?? 0) < lines)
      .map(([path]) => `${path} became shorter: say so with "npm run tidy -- --shorter", so that it stays so`),
  ];
}

/** Writes down what became shorter, and strikes what is short now. What grew keeps its old limit, and is refused by `sizes`. */
export function writeSizes(): void {
  const allowed = JSON.parse(readFileSync(ledger, 'utf8')) as Record<string, number>;
  const still = Object.entries(longFiles()).filter(([path]) => path in allowed);
  const least = still.map(([path, lines]) => [path, Math.min(lines, allowed[path]!)]);
  writeFileSync(ledger, `${JSON.stringify(Object.fromEntries(least), null, 2)}\n`);
}
