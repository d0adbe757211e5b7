/**
 * Pictures of the demo's goods: emoji in 3-D (Microsoft Fluent, MIT, from @lobehub/fluent-emoji-3d) laid out in several ways,
 * alone, in pairs, turned, in another colour; with nothing behind them, for the shop lays a plate there.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { OverlayOptions, Sharp } from 'sharp';
import type { Picture } from '#modules/catalogue';
import type { House } from '#platform/house';
import { json, sql } from '#platform/sql';

const assets = new URL('../../node_modules/@lobehub/fluent-emoji-3d/assets/', import.meta.url);
/** Somewhat larger than the emoji are drawn: more would be air. */
const side = 400;
/** The layouts are written for this many steps a side. */
const steps = 512;
const nothing = { r: 0, g: 0, b: 0, alpha: 0 };

interface Piece {
  size: number;
  left: number;
  top: number;
  turn?: number;
}

interface Layout {
  pieces: Piece[];
  /** Degrees on the wheel of colours. */
  hue?: number;
}

/** The ways in which a thing is shown. A good begins with its own and goes on with the next ones. */
const layouts: Layout[] = [
  { pieces: [{ size: 512, left: 0, top: 0 }] },
  {
    pieces: [
      { size: 300, left: 0, top: 40 },
      { size: 380, left: 132, top: 122 },
    ],
  },
  { pieces: [{ size: 400, left: 20, top: 20, turn: -14 }] },
  { pieces: [{ size: 480, left: 16, top: 16 }], hue: 150 },
  {
    pieces: [
      { size: 240, left: 20, top: 0 },
      { size: 240, left: 252, top: 0 },
      { size: 330, left: 91, top: 178 },
    ],
  },
  { pieces: [{ size: 390, left: 20, top: 20, turn: 16 }], hue: 230 },
];
export const ways = layouts.length;

const scaled = (length: number): number => Math.round((length * side) / steps);

/** A picture of a thing in one of the ways, as WebP. */
export async function drawPicture(emoji: string, way: number): Promise<Buffer> {
  const { pieces, hue } = layouts[way]!;
  const bytes = await readFile(fileURLToPath(new URL(`${emoji}.webp`, assets)));
  const overlays = await Promise.all(
    pieces.map(async ({ size, left, top, turn }): Promise<OverlayOptions> => {
      let piece: Sharp = sharp(bytes).resize(scaled(size), scaled(size), { kernel: 'cubic' });
      if (turn) piece = piece.rotate(turn, { background: nothing });
      const { data, info } = await piece.raw().toBuffer({ resolveWithObject: true });
      return {
        input: data,
        raw: { width: info.width, height: info.height, channels: 4 },
        left: scaled(left),
        top: scaled(top),
      };
    }),
  );
  let picture = sharp({ create: { width: side, height: side, channels: 4, background: nothing } }).composite(overlays);
  // A composition is closed before colours are turned: sharp would turn the empty canvas only.
  if (hue !== undefined) picture = sharp(await picture.png({ compressionLevel: 0 }).toBuffer()).modulate({ hue });
  return picture.webp({ quality: 80, alphaQuality: 70, effort: 0 }).toBuffer();
}

export type Album = (emoji: string, way: number, many?: number) => Picture[];

/** Draws what is not kept yet, a few at a time, and keeps it among the house's files. */
export async function makeAlbum(
  house: House,
  { emojis, store }: { emojis: readonly string[]; store: string },
  progress: (done: number, of: number) => void,
): Promise<Album> {
  const wanted = [...new Set(emojis)].flatMap((emoji) => layouts.map((_, way) => ({ emoji, way })));
  const made = new Map<string, Picture & { bytes: number }>();
  let next = 0;
  const draw = async (): Promise<void> => {
    for (;;) {
      const at = wanted[next++];
      if (!at) return;
      const bytes = await drawPicture(at.emoji, at.way);
      const hash = await house.files.put(bytes);
      made.set(`${at.emoji} ${at.way}`, { hash, width: side, height: side, bytes: bytes.length });
      if (made.size % 60 === 0) progress(made.size, wanted.length);
    }
  };
  await Promise.all([draw(), draw(), draw(), draw()]);
  // The catalogue's own deed takes one picture at a time, for one product; these are for hundreds.
  await house.db.query(sql`
    insert into catalogue.pictures (hash, type, width, height, bytes, store, at)
    select hash, 'image/webp', width, height, bytes, ${store}, ${house.clock.now()}
      from jsonb_to_recordset(${json([...made.values()])}::jsonb) as n (hash text, width int, height int, bytes int)
        on conflict (hash) do nothing`);
  return (emoji, way, many = 3) =>
    Array.from({ length: many }, (_, n) => {
      const { hash, width, height } = made.get(`${emoji} ${(way + n) % ways}`)!;
      return { hash, width, height };
    });
}
