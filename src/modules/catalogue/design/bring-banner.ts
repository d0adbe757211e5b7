/**
 * Pictures of a store's page: the wide one at its head, which is kept whole and shown around its focus as far as it fits, and
 * those of its sections.
 */
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import type { Work } from '#platform/work';
import type { Picture } from '../listing.ts';
import { checkPicture } from '../picture-check.ts';
import type { CheckedPicture, PictureRefusal } from '../picture-check.ts';
import { keepPicture } from '../pictures.ts';
import { listsFor } from '../product-row.ts';
import { keepDraft, lockDesign } from './arrange-store.ts';
import { nothingArranged } from './design.ts';

const leastWidth = 960;

/** Listed in the order in which they are checked. */
export type BringBannerRefusal =
  { no: 'store_not_found' } | PictureRefusal | { no: 'banner_is_too_narrow'; least: number };

/** `data` is the file in base64: JPEG, PNG or WebP. It goes into the draft, and its middle stays in view. */
export async function bringBanner(
  work: Work,
  { store, data }: { store: string; data: string },
): Promise<Result<Picture, BringBannerRefusal>> {
  const checked = await checkedFor(work, { store, data });
  if (!checked.ok) return checked;
  if (checked.value.width < leastWidth) return refuse({ no: 'banner_is_too_narrow', least: leastWidth });
  const picture = await keepPicture(work, { store, ...checked.value, wide: true });

  // Locked only now, so that nobody waits while a picture is read.
  const row = await lockDesign(work, store);
  const before = row?.draft ?? row?.shown ?? nothingArranged;
  await keepDraft(work, store, { ...before, banner: { ...picture, x: 'center', y: 'center' } });
  return ok(picture);
}

/** A picture for a section of the page; the section that shows it is arranged next. */
export async function bringSectionPicture(
  work: Work,
  { store, data }: { store: string; data: string },
): Promise<Result<Picture, { no: 'store_not_found' } | PictureRefusal>> {
  const checked = await checkedFor(work, { store, data });
  return checked.ok ? ok(await keepPicture(work, { store, ...checked.value, wide: true })) : checked;
}

async function checkedFor(
  work: Work,
  { store, data }: { store: string; data: string },
): Promise<Result<CheckedPicture & { bytes: Buffer }, { no: 'store_not_found' } | PictureRefusal>> {
  if (!isId(store) || !listsFor(work.by, store)) return refuse({ no: 'store_not_found' });
  const bytes = Buffer.from(data, 'base64');
  const checked = await checkPicture(bytes);
  return checked.ok ? ok({ ...checked.value, bytes }) : checked;
}
