/**
 * Gives the server the list of words of each route: `import words from 'virtual:words-of-routes'`. While developing it
 * is empty, which means all words, so that a new key shows at once.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { Sources } from './used-words.ts';

const name = 'virtual:words-of-routes';
const shells = ['+layout.svelte', '+layout.ts', '+error.svelte'];
const pages = ['+page.svelte', '+page.ts'];

export function wordsOfRoutes(): Plugin {
  let root = process.cwd();
  let building = false;
  return {
    name: 'words-of-routes',
    configResolved: (config) => {
      root = config.root;
      building = config.command === 'build';
    },
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? `export default ${JSON.stringify(building ? listWords(root) : {})}` : null),
  };
}

/** Route id → keys, some with a `*` for the part that is put in. The id `''` is for pages that match no route. */
export function listWords(root: string): Record<string, string[]> {
  const routes = join(root, 'src/routes');
  const sources = new Sources(root);
  const list: Record<string, string[]> = {};
  const visit = (folder: string, id: string, above: string[]): void => {
    const here = [...above, ...present(folder, shells)];
    const page = present(folder, pages);
    if (page.length) list[id || '/'] = [...sources.keysOf([...here, ...page])].sort();
    if (folder === routes) list[''] = [...sources.keysOf(here)].sort();
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) visit(join(folder, entry.name), `${id}/${entry.name}`, here);
    }
  };
  visit(routes, '', []);
  return list;
}

const present = (folder: string, names: string[]) =>
  names.map((file) => join(folder, file)).filter((file) => existsSync(file));
