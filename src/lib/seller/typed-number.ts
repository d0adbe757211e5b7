/** Numbers as they are typed and pasted as text: 24,5 is as good as 24.5. */
import { latinDigits, plainSpaces, readNumber } from '#kernel/number-text';

/** With a point, as programs write it; undefined where it is no number of this language, nor a program's. */
export function typedNumber(text: string, locale: string): string | undefined {
  const typed = plainSpaces(text);
  const read = readNumber(typed, locale);
  if (read) return `${read.negative ? '-' : ''}${read.units || '0'}${read.part ? `.${read.part}` : ''}`;
  const latin = latinDigits(typed).replace('٫', '.');
  return /^-?\d+(\.\d+)?$/.test(latin) ? latin : undefined;
}
