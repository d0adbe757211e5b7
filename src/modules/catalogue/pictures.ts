/** Pictures of products: brought by sellers, kept as they came, served in a few sizes that anybody may keep for ever. */
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import type { House } from '#platform/house';
import { enqueue, job } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { applyEdit } from './edit-product.ts';
import type { EditProductRefusal } from './edit-product.ts';
import type { Picture } from './listing.ts';
import { checkPicture, sized, wideWidths, widths } from './picture-check.ts';
import type { CheckedPicture, PictureRefusal, Width } from './picture-check.ts';
import { isOwn, lockProduct } from './product-row.ts';
import type { OwnProduct } from './product-row.ts';

export type AddPictureRefusal = PictureRefusal | EditProductRefusal;

/**
 * Adds a picture to the end of a product's. `data` is the file in base64: JPEG, PNG or WebP. A picture of a listing that
 * was reviewed waits for the desk, as any other change of what buyers see.
 */
export async function addPicture(
  work: Work,
  { product: id, store, data }: OwnProduct & { readonly data: string },
): Promise<Result<Picture & { waits: boolean }, AddPictureRefusal>> {
  const row = isId(id)
    ? await work.one<{ store: string }>(sql`select store from catalogue.products where id = ${id}`)
    : undefined;
  if (!row || !isOwn(work.by, row.store, store)) return refuse({ no: 'product_not_found' });
  const bytes = Buffer.from(data, 'base64');
  const checked = await checkPicture(bytes);
  if (!checked.ok) return checked;
  const picture = await keepPicture(work, { store: row.store, bytes, ...checked.value });

  // Locked only now, so that nobody waits while a picture is read.
  const product = (await lockProduct(work, id))!;
  const base = product.proposal ?? product.listing;
  const edited = await applyEdit(work, product, {
    ...base,
    pictures: [...base.pictures.filter((one) => one.hash !== picture.hash), picture],
  });
  return edited.ok ? ok({ ...picture, waits: edited.value.waits }) : edited;
}

/** Keeps a picture's bytes, and has its sizes made; `wide` ones too, if it is to fill a page. */
export async function keepPicture(
  work: Work,
  { store, bytes, type, width, height, small, wide = false }: CheckedPicture & Kept,
): Promise<Picture> {
  const hash = await work.house.files.put(bytes);
  await work.house.files.putVariant(hash, variantName(widths[0]), small);
  await work.run(sql`
    insert into catalogue.pictures (hash, type, width, height, bytes, store, at)
    values (${hash}, ${type}, ${width}, ${height}, ${bytes.length}, ${store}, ${work.now})
        on conflict (hash) do nothing`);
  enqueue(work, makeSizes(wide ? { hash, wide } : { hash }));
  return { hash, width, height };
}

interface Kept {
  store: string;
  bytes: Buffer;
  wide?: boolean;
}

/** Makes the sizes that are not made yet. */
export const makeSizes = job<{ hash: string; wide?: boolean }>(
  'catalogue.make_sizes',
  async (house, { hash, wide }) => {
    const original = await house.files.get(hash);
    if (!original) return;
    for (const width of wide ? [...widths, ...wideWidths] : widths) {
      // The same picture may stand in many listings.
      if (!(await house.files.get(hash, variantName(width)))) await made(house, hash, width, original);
    }
  },
);

async function made(house: House, hash: string, width: Width, original: Buffer): Promise<Buffer> {
  const bytes = await sized(original, width);
  await house.files.putVariant(hash, variantName(width), bytes);
  return bytes;
}

/** The largest size that is made of every picture. */
const most: Width = widths.at(-1)!;

const variantName = (width: Width): string => `${width}.webp`;

export interface ServedPicture {
  bytes: Buffer;
  type: 'image/webp';
  /** For the answer: its bytes do not change, so whoever has it need not ask again. */
  headers: { 'cache-control': string; etag: string };
}

/**
 * A picture at the smallest of our widths that is not below the asked one; made now if it is not there yet. Wide ones are
 * made of stores' banners and sections only, when they are brought; of others the largest that there is. Undefined for
 * hashes that are no picture: other papers lie among the house's files.
 */
export async function pictureBytes(house: House, hash: string, wanted: number): Promise<ServedPicture | undefined> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
  const wide = wanted > most ? (wideWidths.find((one) => one >= wanted) ?? wideWidths.at(-1)!) : undefined;
  const found = wide && (await house.files.get(hash, variantName(wide)));
  const width = found ? wide : (widths.find((one) => one >= wanted) ?? most);
  const bytes = found ?? (await house.files.get(hash, variantName(width))) ?? (await madeNow(house, hash, width));
  if (!bytes) return undefined;
  // A wide one may be being made at this moment.
  const keep = wide && !found ? 'public, max-age=300' : 'public, max-age=31536000, immutable';
  return {
    bytes,
    type: 'image/webp',
    headers: { 'cache-control': keep, etag: `"${hash.slice(0, 20)}-${width}"` },
  };
}

async function madeNow(house: House, hash: string, width: Width): Promise<Buffer | undefined> {
  const { rows } = await house.db.query(sql`select hash from catalogue.pictures where hash = ${hash}`);
  const original = rows.length > 0 ? await house.files.get(hash) : undefined;
  return original && made(house, hash, width, original);
}
