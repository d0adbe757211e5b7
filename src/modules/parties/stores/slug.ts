/** A store's address in the shop: words of its name in small letters, and a number behind it where others were first. */
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';

export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');
  // Names in other scripts keep no letter; a single one says nothing.
  return plain.length >= 2 ? plain : 'store';
}

/** What the shop's own pages are called, or could be. */
const ours = new Set([
  'store',
  'stores',
  'open',
  'new',
  'search',
  'help',
  'about',
  'admin',
  'api',
  'entrepot',
  'official',
  'support',
]);

/** Takes an address that is free. The end of the store's id makes it so when the first few are taken. */
export async function freeSlug(work: Work, store: string, name: string): Promise<string> {
  const base = slugOf(name);
  const tail = store.slice(-8);
  const tries = ours.has(base) ? [`${base}-${tail}`] : [base, `${base}-2`, `${base}-3`, `${base}-${tail}`];
  for (const slug of [...tries, `store-${store}`]) {
    const taken = await work.run(sql`
      insert into parties.slugs (slug, store) values (${slug}, ${store}) on conflict (slug) do nothing`);
    if (taken > 0) return slug;
  }
  throw new Error(`No address is free for store ${store}, though one holds its own id.`);
}
