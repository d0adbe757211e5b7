/** A store's address in the shop: words of its name in small letters, and a number behind it where others were first. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';

const least = 3;
const most = 48;

const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  'а=a б=b в=v г=g ґ=g д=d е=e є=ye ж=zh з=z и=i і=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya'
    .split(' ')
    .map((pair) => pair.split('=')),
);

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
    .replace(/\p{Script=Cyrillic}/gu, (letter) => cyrillic[letter] ?? letter)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, most)
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

export type SlugRefusal =
  { no: 'store_address_is_wrong'; least: number; most: number } | { no: 'store_address_is_taken' };

/**
 * Takes the address that the seller chose, in place of those that a draft had: nobody outside knows them. Names in scripts
 * that are not written with Latin letters need this, for nothing can be made of them.
 */
export async function chosenSlug(work: Work, store: string, wanted: string): Promise<Result<string, SlugRefusal>> {
  const slug = wanted.trim().toLowerCase();
  if (slug.length < least || slug.length > most || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    return refuse({ no: 'store_address_is_wrong', least, most });
  const taken = refuse({ no: 'store_address_is_taken' as const });
  if (ours.has(slug)) return taken;
  await work.run(sql`insert into parties.slugs (slug, store) values (${slug}, ${store}) on conflict (slug) do nothing`);
  const row = await work.one<{ store: string }>(sql`select store from parties.slugs where slug = ${slug}`);
  if (row?.store !== store) return taken;
  await work.run(sql`delete from parties.slugs where store = ${store} and slug <> ${slug}`);
  return ok(slug);
}

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
