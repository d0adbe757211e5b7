/** Countries by their names, where the rules hold their codes. */
import { locale } from '#lib/words/words.ts';

export function placesText(codes: readonly string[]): string {
  const names = new Intl.DisplayNames(locale(), { type: 'region' });
  return new Intl.ListFormat(locale()).format(codes.map((code) => names.of(code) ?? code));
}
