/** A picture as it leaves: a camera's twelve million points are more than a shop shows, and dear on a phone's line. */

/** The longest side that is sent; the largest that pages show is smaller. What is long and narrow keeps its width. */
const longSide = 2000;
const shortSide = 800;
const quality = 0.9;

/** The sides after; nothing where the picture is small enough. */
export function sidesOf({
  width,
  height,
}: {
  width: number;
  height: number;
}): { width: number; height: number } | undefined {
  const share = Math.max(longSide / Math.max(width, height), shortSide / Math.min(width, height));
  if (share >= 1) return undefined;
  return { width: Math.round(width * share), height: Math.round(height * share) };
}

/**
 * The same picture with a long side of 2,000 points at most, upright as its camera was held. What is small enough, what this
 * browser cannot read and what would not become lighter goes as it is: the server says what is wrong with it.
 */
export async function smaller(file: File): Promise<File> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const sides = sidesOf(picture);
    const made = sides && (await drawn(picture, { ...sides, type: file.type }));
    picture.close();
    return made && made.size < file.size ? new File([made], file.name, { type: made.type }) : file;
  } catch {
    return file;
  }
}

function drawn(
  picture: ImageBitmap,
  { width, height, type }: { width: number; height: number; type: string },
): Promise<Blob | null> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality));
}
