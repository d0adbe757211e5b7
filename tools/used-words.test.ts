import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { asksFor, readSource } from './used-words.ts';
import { listWords } from './words-of-routes.ts';

const root = mkdtempSync(join(tmpdir(), 'words-'));
afterAll(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

test('finds words in markup, scripts, branches and keys that are put together', () => {
  const file = write(
    'a.svelte',
    `<script lang="ts">
       const title: string = t('title');
       const label = state satisfies string ? t(late ? 'late' : 'early') : t(\`state.\${state}.short\`);
     </script>
     <h1 title={t('hover', { name, count: 2 })}>{#if x}{t('inner')}{/if}</h1>{alert('no word')}<style>h1 { color: red }</style>`,
  );
  expect(readSource(file, root).uses.map(({ key, args }) => [key, args])).toEqual([
    ['hover', ['name', 'count']],
    ['inner', []],
    ['title', []],
    ['late', []],
    ['early', []],
    ['state.*.short', []],
  ]);
});

test('a route has the words of its layouts, its page and all that they import; nothing of the server', () => {
  write(
    'src/lib/Part.svelte',
    `<script lang="ts">import './deep.ts'; import type { X } from '#lib/server/x.ts';</script>{t('part')}`,
  );
  write('src/lib/deep.ts', `export const deep = () => t('deep');`);
  write('src/lib/server/x.ts', `t('server');`);
  write('src/routes/+layout.svelte', `{t('root')}`);
  write('src/routes/+error.svelte', `{t('error')}`);
  write('src/routes/(shop)/+layout.svelte', `{t('shop')}`);
  write('src/routes/(shop)/cart/+page.svelte', `<script>import Part from '#lib/Part.svelte';</script>{t('cart')}`);
  write('src/routes/(shop)/cart/+page.server.ts', `locals.t('action');`);
  write('src/routes/desk/+page.svelte', `{t('desk')}`);
  expect(listWords(root)).toEqual({
    '': ['error', 'root'],
    '/(shop)/cart': ['cart', 'deep', 'error', 'part', 'root', 'shop'],
    '/desk': ['desk', 'error', 'root'],
  });
});

test.for([
  ['a.b', 'a.b', true],
  ['a.b', 'a.bc', false],
  ['a.*', 'a.b', true],
  ['a.*', 'a.', false],
  ['a.*.c', 'a.b.c', true],
  ['a.*.c', 'a.b.d', false],
  ['a.*.a', 'a.a', false],
] as const)('%s asks for %s: %s', ([use, key, does]) => {
  expect(asksFor(use, key)).toBe(does);
});
