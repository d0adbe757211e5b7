/** Every page, with an address of it that leads to something of Mei's or Ana's. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Things } from './people.ts';

const routes = resolve(import.meta.dirname, '../../src/routes');

/** The routes under which one of these files stands: `+page.svelte`, `+server.ts`. */
export function routesWith(...names: string[]): string[] {
  return readdirSync(routes, { recursive: true })
    .map((file) => `/${String(file)}`)
    .filter((file) => names.some((name) => file.endsWith(`/${name}`)))
    .map((file) => file.replace(/\/[^/]*$/, '').replaceAll(/\/\([^)]*\)/g, '') || '/')
    .sort();
}

const instead: Readonly<Record<string, string>> = {
  hash: 'nothing',
  key: 'shell.cart',
  zone: 'brazil',
  kind: 'escrow',
  '...account': 'escrow',
  address: 'id',
};

export function addressOf(route: string, things: Things): string {
  const drafts: Record<string, string> = route.startsWith('/seller/open/') ? { store: 'application.store' } : {};
  return route.replaceAll(/\[([^\]]+)\]/g, (_all, name: string) => {
    const thing = drafts[name] ?? instead[name] ?? name;
    return encodeURIComponent(things[thing] ?? thing);
  });
}
