/** Pictures of the demo's goods: the emoji in 3-D on a calm ground, made once for each. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const assets = new URL('../../node_modules/@lobehub/fluent-emoji-3d/assets/', import.meta.url);
const grounds = ['#E8F0F2', '#F3EBDD', '#EAE6F2', '#E6F0E4', '#F6E4DF'];
const side = 720;
const made = new Map<string, Promise<string>>();

/** A WebP in base64. The ground follows from the good, so that lists are lively and always look the same. */
export function pictureOf(emoji: string): Promise<string> {
  let picture = made.get(emoji);
  if (!picture) {
    picture = make(emoji);
    made.set(emoji, picture);
  }
  return picture;
}

async function make(emoji: string): Promise<string> {
  const figure = await sharp(await readFile(fileURLToPath(new URL(`${emoji}.webp`, assets))))
    .resize(520, 520, { kernel: 'lanczos3' })
    .toBuffer();
  const background = grounds[[...emoji].reduce((sum, sign) => sum + sign.codePointAt(0)!, 0) % grounds.length]!;
  const bytes = await sharp({ create: { width: side, height: side, channels: 3, background } })
    .composite([{ input: figure, gravity: 'centre' }])
    .webp({ quality: 86 })
    .toBuffer();
  return bytes.toString('base64');
}
