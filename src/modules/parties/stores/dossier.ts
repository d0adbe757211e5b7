/** The sealed part of a store: who the seller is. Read here and nowhere else; in the table it is one unreadable text. */
import type { Address } from '#kernel/place';
import { seal, unseal } from '#platform/crypto';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { made } from '../people/secrets.ts';

export interface Dossier {
  /** Answers to what the rule asks, by field. */
  identity: Readonly<Record<string, string>>;
  /** Where the seller is found and parcels come from; its name is whom to ask for there. */
  address: Address | null;
  phone: string;
}

export const emptyDossier: Dossier = { identity: {}, address: null, phone: '' };

export async function readDossier(ask: Asking, store: string): Promise<Dossier> {
  const row = await ask.one<{ sealed: string }>(sql`select sealed from parties.dossiers where store = ${store}`);
  if (!row) return emptyDossier;
  const { store: whose, ...dossier } = JSON.parse(unseal(ask.house, row.sealed)) as Dossier & { store: string };
  // A seal says that the text is ours, not that it lies where it was put.
  if (whose !== store) throw new Error(`The dossier of store ${store} is another store's.`);
  return dossier;
}

/** `mark` is the number that names the seller, with its country; of it a keyed hash is kept beside the seal. */
export async function writeDossier(
  work: Work,
  store: string,
  dossier: Dossier,
  mark: { country: string; number: string } | undefined,
): Promise<void> {
  const sealed = seal(work.house, JSON.stringify({ store, ...dossier }));
  const hash =
    mark && mark.number !== ''
      ? made(work.house, 'seller', mark.country, mark.number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, ''))
      : null;
  await work.run(sql`
    insert into parties.dossiers (store, sealed, mark, changed_at) values (${store}, ${sealed}, ${hash}, ${work.now})
        on conflict (store) do update set sealed = excluded.sealed, mark = excluded.mark, changed_at = excluded.changed_at`);
}

/** Where the store's parcels come from, with a telephone for the label; undefined before it was said. */
export async function addressOfStore(
  ask: Asking,
  { store }: { store: string },
): Promise<{ address: Address; phone: string } | undefined> {
  const { address, phone } = await readDossier(ask, store);
  return address ? { address, phone } : undefined;
}
