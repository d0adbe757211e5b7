/** Words that people write: cleaned, so that they are one line where one line is meant, and measured. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';

const mostName = 120;
const mostText = 2_000;

/** Letters that nobody sees and that turn a line round or hide in it. Joiners stay: Persian and Hindi are written with them. */
const invisible = /[\p{Cc}\p{Co}]|(?![\u200c\u200d])\p{Cf}/gu;

/** A name of a person or a store, on one line. */
export function plainName(
  text: string,
): Result<string, { no: 'name_is_missing' } | { no: 'name_is_too_long'; most: number }> {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').replace(invisible, '').trim();
  if (name === '') return refuse({ no: 'name_is_missing' });
  return [...name].length > mostName ? refuse({ no: 'name_is_too_long', most: mostName }) : ok(name);
}

/** A sentence or a few paragraphs; may be empty. */
export function plainText(text: string): Result<string, { no: 'text_is_too_long'; most: number }> {
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .split('\n')
    .map((line) => line.replace(invisible, '').trim())
    .join('\n')
    .trim();
  return [...plain].length > mostText ? refuse({ no: 'text_is_too_long', most: mostText }) : ok(plain);
}

export type ReasonRefusal = { no: 'reason_is_missing' } | { no: 'text_is_too_long'; most: number };

/** A decision's reason is a sentence for both sides, never empty. */
export function plainReason(text: string): Result<string, ReasonRefusal> {
  const plain = plainText(text);
  return plain.ok && plain.value.length < 3 ? refuse({ no: 'reason_is_missing' }) : plain;
}
