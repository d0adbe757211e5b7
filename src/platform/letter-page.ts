/**
 * A letter as mail programs show it: one sheet with one button, readable in the dark, from the right where people read so.
 * What is styled is styled in place, because many programs throw a letter's own sheet away; only the dark hues stand there.
 */
import { isRightToLeft } from '#kernel/languages';
import type { Draft } from './mail.ts';

const font = "font-family:system-ui,-apple-system,'Segoe UI','Noto Sans',sans-serif;font-size:16px;line-height:1.55";
const style = {
  page: `margin:0;padding:0;background-color:#f7f5f0;color:#10243e;${font}`,
  cell: 'padding:24px 12px',
  sheet: `width:100%;max-width:36rem;background-color:#ffffff;color:#10243e;border-radius:10px;${font}`,
  inner: 'padding:28px 24px 20px',
  brand: 'margin:0 0 20px;font-weight:700;font-size:18px;color:#14597a',
  line: 'margin:0 0 16px;overflow-wrap:anywhere',
  button:
    'display:inline-block;padding:12px 20px;border-radius:6px;background-color:#14597a;color:#ffffff;font-weight:600;text-decoration:none',
  unseen: 'display:none;max-height:0;overflow:hidden;mso-hide:all',
};

/** Said with force, for what is styled in place wins else. */
const dark = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background-color:#0b1726!important;color:#e9eef3!important}
.sheet{background-color:#12233a!important;color:#e9eef3!important}
.brand{color:#7cc4e2!important}
.button{background-color:#7cc4e2!important;color:#0b1726!important}
}`;

interface Parts {
  draft: Draft;
  values: Readonly<Record<string, string>>;
  language: string;
  /** The subject as it was sent. */
  subject: string;
  /** What the letter's link, `{link}` on a line of its own, is called. */
  button: string;
}

export function letterPage({ draft, values, language, subject, button }: Parts): string {
  const toTheLeft = isRightToLeft(language);
  const dir = toTheLeft ? 'rtl' : 'ltr';
  const { link = '' } = values;
  // Names and numbers of another script keep their own direction, and do not turn the words around them.
  const put = (value: string) => {
    const safe = whole(escaped(value)).replaceAll('\n', '<br>');
    return toTheLeft ? `<span dir="auto" style="unicode-bidi:isolate">${safe}</span>` : safe;
  };
  const line = (words: string) =>
    words === '{link}'
      ? `<a class="button" href="${escaped(link)}" style="${style.button}">${escaped(button)}</a>`
      : escaped(words).replace(/\{(\w+)\}/g, (_blank, name: string) => put(values[name] ?? ''));
  const paragraphs = draft.text.join('\n').split(/\n{2,}/);
  const body = paragraphs.map((one) => `<p style="${style.line}">${one.split('\n').map(line).join('<br>')}</p>`);
  return `<!doctype html>
<html lang="${language}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title><style>${dark}</style></head>
<body class="page" style="${style.page}">
<div style="${style.unseen}">${escaped(firstWords(draft, values))}</div>
<table class="page" role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" dir="${dir}" style="${style.page}"><tr>
<td align="center" style="${style.cell}">
<table class="sheet" role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" dir="${dir}" style="${style.sheet}"><tr>
<td align="${toTheLeft ? 'right' : 'left'}" style="${style.inner}">
<p class="brand" style="${style.brand}">Entrepot</p>
${body.join('\n')}
</td></tr></table></td></tr></table></body></html>
`;
}

/** What a list of letters shows beside the subject: not the greeting, but what comes after it. */
function firstWords({ text }: Draft, values: Readonly<Record<string, string>>): string {
  const [, words = ''] = text.filter((one) => one !== '');
  return words.replace(/\{(\w+)\}/g, (_blank, name: string) => values[name] ?? '').slice(0, 140);
}

/** Numbers that people read out, such as K9YYF-47PKC, are not broken at their hyphen. */
const whole = (html: string): string =>
  html.replace(/\b[A-Z\d]{2,8}-[A-Z\d]{2,8}\b/g, '<span style="white-space:nowrap">$&</span>');

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
}
