import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import words from '../../../messages/en/desk.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '../..');

/** What stands after `deed:` in the calls of `audit`, each deed that it can be. */
function deedsNoted(): Set<string> {
  const files = globSync('{modules,platform}/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
  const calls = files.flatMap((file) => [
    ...readFileSync(resolve(root, file), 'utf8').matchAll(/\baudit\(work, \{\s*deed: ([^,\n]+),/g),
  ]);
  return new Set(calls.flatMap(([, said]) => [...said!.matchAll(/'(\w+)'/g)].map(([, deed]) => deed!)));
}

test('every deed that is noted in the audit trail has a word', () => {
  const noted = deedsNoted();
  expect(noted.size).toBeGreaterThan(20);
  const known = Object.keys(words);
  expect([...noted].filter((deed) => !known.includes(`desk.deed.${deed}`)).sort()).toEqual([]);
});

test('and each of those words is read by the page', () => {
  const source = readFileSync(resolve(import.meta.dirname, 'deeds.ts'), 'utf8');
  const said = Object.keys(words).filter((key) => key.startsWith('desk.deed.'));
  expect(said.filter((key) => !source.includes(`'${key.slice('desk.deed.'.length)}'`))).toEqual([]);
});
