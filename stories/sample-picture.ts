/** A picture for listings in stories: small to make, large enough for the catalogue's rules. */
import sharp from 'sharp';

let made: Promise<string> | undefined;

/** A PNG in base64. */
export function samplePicture(): Promise<string> {
  made ??= sharp({ create: { width: 600, height: 600, channels: 3, background: '#14597A' } })
    .png()
    .toBuffer()
    .then((bytes) => bytes.toString('base64'));
  return made;
}
