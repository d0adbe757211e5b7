/** The face of a store that has opened: what its owners may change without the desk. */
import sharp from 'sharp';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { announce } from '#platform/facts';
import { perform } from '#platform/perform';
import type { KeyRefusal } from '#platform/perform';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Work } from '#platform/work';
import { storeChanged } from '../facts.ts';
import { storesKept } from '../memory.ts';
import type { Call } from '../people/call.ts';
import { plainName, plainText } from '../words.ts';
import { lockTheirs, maySee } from './lock.ts';
import type { RoleRefusal } from './lock.ts';
import { mostBytes } from './papers.ts';

/** Listed in the order in which they are checked. */
export type EditStoreRefusal =
  | RoleRefusal
  | { no: 'application_is_being_reviewed' }
  | { no: 'name_is_missing' }
  | { no: 'name_is_too_long'; most: number }
  | { no: 'text_is_too_long'; most: number };

/** Name and description. What is not given stays; who the seller is was verified and is not changed here. */
export async function editStore(
  work: Work,
  { store, ...input }: { store: string; name?: string; about?: string },
): Promise<Result<{ name: string; about: string }, EditStoreRefusal>> {
  const locked = await lockTheirs(work, store, 'owner');
  if (!locked.ok) return locked;
  if (locked.value.state === 'in_review') return refuse({ no: 'application_is_being_reviewed' });
  const name = plainName(input.name ?? locked.value.name);
  if (!name.ok) return name;
  const about = plainText(input.about ?? locked.value.about);
  if (!about.ok) return about;
  await work.run(sql`update parties.stores set name = ${name.value}, about = ${about.value} where id = ${store}`);
  changed(work, store);
  return ok({ name: name.value, about: about.value });
}

function changed(work: Work, store: string): void {
  storesKept(work.house).forget(store);
  announce(work, storeChanged({ store }));
}

/** Listed in the order in which they are checked. */
export type BringLogoRefusal =
  { no: 'picture_is_too_large'; most: number } | RoleRefusal | { no: 'picture_is_not_readable' } | KeyRefusal;

const side = 320;

/** The sign of a store: any picture, kept as a square of 320 pixels. */
export async function bringLogo(
  call: Call,
  { store, bytes }: { store: string; bytes: Uint8Array },
): Promise<Result<{ logo: string }, BringLogoRefusal>> {
  if (bytes.length > mostBytes) return refuse({ no: 'picture_is_too_large', most: mostBytes });
  if (!(await question(call.house, call.by, (ask) => maySee(ask, store), {}))) return refuse({ no: 'store_not_found' });
  const picture = await square(bytes);
  if (!picture) return refuse({ no: 'picture_is_not_readable' });
  const logo = await call.house.files.put(picture);
  return perform(call.house, { key: call.key, by: call.by }, setLogo, { store, logo });
}

/** Undefined when it is no picture. Turned as the camera held it; what a picture tells beside itself (place, device) is left out. */
async function square(bytes: Uint8Array): Promise<Buffer | undefined> {
  try {
    return await sharp(bytes, { limitInputPixels: 50_000_000 })
      .rotate()
      .resize(side, side, { fit: 'contain', background: { r: 255, g: 255, b: 255, alpha: 0 } })
      .webp({ quality: 85 })
      .toBuffer();
  } catch {
    return undefined;
  }
}

async function setLogo(
  work: Work,
  { store, logo }: { store: string; logo: string },
): Promise<Result<{ logo: string }, RoleRefusal>> {
  const locked = await lockTheirs(work, store, 'owner');
  if (!locked.ok) return locked;
  await work.run(sql`update parties.stores set logo = ${logo} where id = ${store}`);
  changed(work, store);
  return ok({ logo });
}
