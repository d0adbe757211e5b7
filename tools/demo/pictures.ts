/** Pictures of the demo's goods: the emoji in 3-D, with nothing behind them, for the shop lays a plate there. Made once for each. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const assets = new URL('../../node_modules/@lobehub/fluent-emoji-3d/assets/', import.meta.url);
const side = 640;
const made = new Map<string, Promise<string>>();

/** A WebP in base64. */
export function pictureOf(emoji: string): Promise<string> {
  let picture = made.get(emoji);
  if (!picture) {
    picture = make(emoji);
    made.set(emoji, picture);
  }
  return picture;
}

async function make(emoji: string): Promise<string> {
  const bytes = await sharp(await readFile(fileURLToPath(new URL(`${emoji}.webp`, assets))))
    .resize(side, side, { kernel: 'lanczos3' })
    .webp({ quality: 86 })
    .toBuffer();
  return bytes.toString('base64');
}
