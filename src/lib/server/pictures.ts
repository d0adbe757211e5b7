/** Addresses of products' pictures, at the widths that catalogue makes. */
import { widths } from '#modules/catalogue';

export interface Shown {
  src: string;
  srcset: string;
  /** As large as we have it. */
  full: string;
}

/** What the part named `Picture` takes; nothing where there is no picture. */
export function pictureOf(picture: { hash: string } | string | null | undefined): Shown | undefined {
  const hash = typeof picture === 'string' ? picture : picture?.hash;
  if (!hash) return undefined;
  const at = (width: number) => `/pictures/${hash}/${width}.webp`;
  return {
    src: at(widths[1]),
    srcset: widths.map((width) => `${at(width)} ${width}w`).join(', '),
    full: at(widths[2]),
  };
}
