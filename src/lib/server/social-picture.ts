/**
 * The picture that messengers show of a link to a product or a store: wide, as they want it, and a JPEG, for not all of them read
 * WebP. It holds no words, because those stand beside it.
 */
import sharp from 'sharp';
import { pictureBytes } from '#modules/catalogue';

export const socialSize = { width: 1200, height: 630 };
const margin = 36;
const most = 3;
const mostKept = 60;

/** The last ones made, by what they show: a link that goes round is asked for by many at once. */
const kept = new Map<string, Buffer>();

/** Undefined where there is nothing to show; the shop's own picture stands for it then. */
export async function socialPicture({ house }: App.Locals, hashes: readonly string[]): Promise<Response | undefined> {
  const shown = hashes.slice(0, most);
  const name = shown.join(' ');
  let jpeg = kept.get(name);
  if (!jpeg) {
    const pictures = (await Promise.all(shown.map((hash) => pictureBytes(house, hash, 640)))).flatMap(
      (one) => one ?? [],
    );
    if (pictures.length === 0) return undefined;
    jpeg = await sheetOf(pictures.map(({ bytes }) => bytes));
    kept.set(name, jpeg);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  }
  return new Response(new Uint8Array(jpeg), {
    headers: { 'content-type': 'image/jpeg', 'cache-control': 'public, max-age=86400' },
  });
}

/** Side by side, each whole, on the plate that stands behind pictures in the shop. */
async function sheetOf(pictures: readonly Buffer[]): Promise<Buffer> {
  const { width, height } = socialSize;
  const across = Math.floor((width - margin * (pictures.length + 1)) / pictures.length);
  const side = Math.min(across, height - margin * 2);
  const start = Math.round((width - side * pictures.length - margin * (pictures.length - 1)) / 2);
  const parts = await Promise.all(
    pictures.map(async (bytes, n) => ({
      input: await sharp(bytes)
        .resize(side, side, { fit: 'contain', background: '#ffffff' })
        .flatten({ background: '#ffffff' })
        .toBuffer(),
      left: start + n * (side + margin),
      top: Math.round((height - side) / 2),
    })),
  );
  return sharp({ create: { width, height, channels: 3, background: '#e8f0f2' } })
    .composite(parts)
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer();
}
