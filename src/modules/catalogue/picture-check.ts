/** What a picture must be, found out by decoding it: a name or a type that somebody sent says nothing. */
import sharp from 'sharp';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';

export const mostPictureBytes = 8 * 1024 * 1024;
const leastSide = 200;
const mostSide = 12_000;
const mostPixels = 60_000_000;
const types = ['jpeg', 'png', 'webp'];

/** In the order in which they are checked. */
export type PictureRefusal =
  | { no: 'picture_is_missing' }
  | { no: 'picture_is_too_large'; most: number }
  | { no: 'picture_is_not_readable'; types: string[] }
  | { no: 'picture_is_too_small'; least: number }
  | { no: 'picture_has_too_many_pixels'; most: number };

export interface CheckedPicture {
  readonly type: string;
  /** As it is looked at: a telephone held upright writes width and height the other way round. */
  readonly width: number;
  readonly height: number;
  /** The smallest size that we serve, made on the way: what can be made smaller is whole. */
  readonly small: Buffer;
}

/** The widths in which pictures are served. Heights follow; nothing is cut off, and nothing made larger. */
export const widths = [320, 640, 1280] as const;
/** Beyond these, for pictures that fill a page: those of a store's design. */
export const wideWidths = [1920, 2560] as const;
export type Width = (typeof widths)[number] | (typeof wideWidths)[number];

export async function checkPicture(bytes: Buffer): Promise<Result<CheckedPicture, PictureRefusal>> {
  if (bytes.length === 0) return refuse({ no: 'picture_is_missing' });
  if (bytes.length > mostPictureBytes) return refuse({ no: 'picture_is_too_large', most: mostPictureBytes });
  const seen = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!seen || !types.includes(seen.format)) return refuse({ no: 'picture_is_not_readable', types });
  const { width, height } = seen.autoOrient;
  if (Math.min(width, height) < leastSide) return refuse({ no: 'picture_is_too_small', least: leastSide });
  if (Math.max(width, height) > mostSide || width * height > mostPixels)
    return refuse({ no: 'picture_has_too_many_pixels', most: mostPixels });

  const small = await sized(bytes, widths[0]).catch(() => undefined);
  if (!small) return refuse({ no: 'picture_is_not_readable', types });
  return ok({ type: `image/${seen.format}`, width, height, small });
}

/** A smaller copy as WebP. It carries none of what a camera writes beside the picture, such as the place. */
export function sized(bytes: Buffer, width: Width): Promise<Buffer> {
  return sharp(bytes, { failOn: 'error' })
    .autoOrient()
    .resize(width, width, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer();
}
