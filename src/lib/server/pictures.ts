/** Addresses of products' pictures, at the widths that catalogue makes. */
import { widths } from '#modules/catalogue';

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

/** The smallest alone, for long tables. */
export function thumbOf(picture: { hash: string } | null): string | undefined {
  return picture ? `/pictures/${picture.hash}/${widths[0]}.webp` : undefined;
}
