/** Addresses of products' pictures, at the widths that catalogue makes. */
import { wideWidths, widths } from '#modules/catalogue';

export interface Shown {
  src: string;
  srcset: string;
  /** As large as we have it. */
  full: string;
}

/** What the part named `Picture` takes; nothing where there is no picture. In lists the largest is never needed. */
export function pictureOf(
  picture: { hash: string } | string | null | undefined,
  { listed = false } = {},
): Shown | undefined {
  const hash = typeof picture === 'string' ? picture : picture?.hash;
  if (!hash) return undefined;
  const at = (width: number) => `/pictures/${hash}/${width}.webp`;
  const wanted = listed ? widths.slice(0, -1) : widths;
  return {
    src: at(widths[1]),
    srcset: wanted.map((width) => `${at(width)} ${width}w`).join(', '),
    full: at(widths[2]),
  };
}

/** Of pictures that fill a page: also wider than others are made, as far as the picture itself reaches. */
export function widePictureOf(picture: { hash: string; width: number } | null): Shown | undefined {
  const shown = pictureOf(picture);
  if (!picture || !shown) return undefined;
  const all = [...widths, ...wideWidths];
  const enough = all.findIndex((width) => width >= picture.width);
  const wanted = enough < 0 ? all : all.slice(0, enough + 1);
  const named = wanted.map((width) => `/pictures/${picture.hash}/${width}.webp ${Math.min(width, picture.width)}w`);
  return { ...shown, srcset: named.join(', ') };
}

/** The smallest alone, for long tables. */
export function thumbOf(picture: { hash: string } | null): string | undefined {
  return picture ? `/pictures/${picture.hash}/${widths[0]}.webp` : undefined;
}
