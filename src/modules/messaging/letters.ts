/**
 * The words of all letters about trade, one file for each language in `letters/`: a language is added by adding its file.
 * Each letter is plain text, and the same as simple HTML.
 */
import { readFileSync, readdirSync } from 'node:fs';
import type { House } from '#platform/house';
import { filled } from '#platform/mail';
import type { Draft } from '#platform/mail';
import type en from './letters/en.json';

export type LetterName = keyof typeof en;
/** `button` is what the letter's link is called where links can have names. */
export type LetterDraft = Draft & { button: string };

const folder = new URL('./letters/', import.meta.url);

export const letters: Readonly<Record<string, Readonly<Record<LetterName, LetterDraft>>>> = Object.fromEntries(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [
      file.slice(0, -'.json'.length),
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<LetterName, LetterDraft>,
    ]),
);

/** The language that a reader's letters are written in: theirs, or one of the same tongue, or English. */
export function languageFor(locale: string): string {
  const [tongue] = locale.split('-');
  return letters[locale] ? locale : (Object.keys(letters).find((one) => one.split('-')[0] === tongue) ?? 'en');
}

export interface Composed {
  subject: string;
  text: string;
  html: string;
}

/** `values.link` stands on a line of its own and becomes the letter's button. */
export function compose(
  locale: string,
  name: LetterName,
  values: Readonly<Record<string, string>> & { link: string },
): Composed {
  const language = languageFor(locale);
  const draft = letters[language]![name];
  const { subject, text } = filled(draft, values);
  return { subject, text, html: asHtml({ subject, text, language, link: values.link, button: draft.button }) };
}

/** Sends one letter. Sent again after a failure it is the same letter, and its mailbox knows it by its id. */
export async function sendLetter(
  house: House,
  {
    id,
    to,
    locale,
    letter,
    values,
  }: { id: string; to: string; locale: string; letter: LetterName; values: Record<string, string> & { link: string } },
): Promise<void> {
  await house.mail.send({ id, to, ...compose(locale, letter, values) });
}

const style = {
  body: 'margin:0;background:#f6f5f1;color:#10243e;font:16px/1.55 system-ui,-apple-system,Segoe UI,sans-serif',
  sheet: 'max-width:34rem;margin:0 auto;padding:24px 20px;background:#ffffff',
  brand: 'margin:0 0 20px;font-weight:700;font-size:18px;color:#0b4f6c',
  button:
    'display:inline-block;padding:12px 20px;border-radius:6px;background:#0b4f6c;color:#ffffff;font-weight:600;text-decoration:none',
};

interface Page {
  subject: string;
  text: string;
  language: string;
  link: string;
  button: string;
}

function asHtml({ subject, text, language, link, button }: Page): string {
  const paragraphs = text.trim().split(/\n{2,}/);
  const body = paragraphs.map((paragraph) => `<p>${paragraph.split('\n').map(line).join('<br>')}</p>`).join('\n');
  function line(words: string): string {
    return words === link
      ? `<a href="${escaped(link)}" style="${style.button}">${escaped(button)}</a>`
      : escaped(words);
  }
  return `<!doctype html>
<html lang="${language}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="${style.body}"><div style="${style.sheet}">
<p style="${style.brand}">Entrepôt</p>
${body}
</div></body></html>
`;
}

const isRightToLeft = (language: string) => /^(ar|fa|he|ur)\b/.test(language);

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
}
