import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { langNames, langs, shared, type BuyersLang, type Lang } from './words.ts';

/** Text that is HTML already. All else that gets into a page is escaped. */
export interface Html {
  readonly html: string;
}
export type Part = Html | string | number | null | undefined | false | readonly Part[];

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign]!);

function textOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escape(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(textOf).join('');
}

export function markup(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { html: strings.reduce((text, string, i) => text + textOf(parts[i - 1]) + string) };
}

export const asIs = (text: string): Html => ({ html: text });

/** The attributes of a tag that are there: true ones by name alone, false and empty ones not at all. */
export function attributes(wanted: Record<string, string | boolean | undefined>): Html {
  const there = Object.entries(wanted).filter(([, value]) => value !== undefined && value !== false && value !== '');
  return asIs(
    there.map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`)).join(''),
  );
}

/** Whose page it is: each has its own name, sign and colour (the colour carries white text, and reads on white). */
export interface Company {
  name: string;
  colour: string;
  /** Inside a square of 24. */
  sign: Html;
  home: string;
}

export interface Page {
  company: Company;
  lang: BuyersLang;
  /** The languages that the page is there in, unless it is in the two of the sandbox. */
  spoken?: readonly BuyersLang[];
  title: string;
  body: Html;
  /** A page that waits for something looks again after so many seconds, also without JavaScript. */
  lookAgain?: number;
}

const style = readFileSync(new URL('./assets/style.css', import.meta.url), 'utf8');
const script = readFileSync(new URL('./assets/pages.js', import.meta.url), 'utf8');

function pageOf({ company, lang, spoken = langs, title, body, lookAgain }: Page, address = '/'): string {
  const words = shared[lang];
  return markup`<!doctype html>
<html lang="${lang}"${attributes({ dir: lang === 'ar' && 'rtl' })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${company.name}</title>
${lookAgain && markup`<meta http-equiv="refresh" content="${lookAgain}">`}
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/style.css">
<script src="/assets/pages.js" defer></script>
</head>
<body style="--brand: ${company.colour}">
<header class="top"><div class="wide">
<a class="brand" href="${company.home}"><svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">${company.sign}</svg><span>${company.name}</span></a>
<nav class="langs" aria-label="${words.language}">
${spoken.map((code) => markup`${languageLink(code, lang, address)} `)}
</nav>
</div></header>
<main class="wide">${body}</main>
<footer><div class="wide"><p><strong>${words.sandbox}</strong> ${words.noRealMoney} <a href="/">${words.whatCanIDo}</a></p></div></footer>
</body>
</html>`.html;
}

function languageLink(code: BuyersLang, now: BuyersLang, address: string): Html {
  const name = langNames[code];
  if (code === now) return markup`<span lang="${code}" aria-current="true">${name}</span>`;
  const { pathname, searchParams } = new URL(address, 'http://world');
  searchParams.set('lang', code);
  return markup`<a lang="${code}" hreflang="${code}" href="${pathname}?${searchParams.toString()}">${name}</a>`;
}

/** No scripts but ours, no frames around a page that takes card numbers. (form-action would forbid the way back to the shop.) */
const policy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src * data:; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";

export function sendPage(reply: FastifyReply, page: Page, status = 200): FastifyReply {
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .send(pageOf(page, reply.request.url));
}

/** Asked for in the address, chosen before, what the shop said, what the browser prefers: in this order. */
export function langOf(request: FastifyRequest, reply: FastifyReply, shopSays?: string): Lang;
export function langOf<L extends BuyersLang>(
  request: FastifyRequest,
  reply: FastifyReply,
  shopSays: string | undefined,
  spoken: readonly L[],
): L;
export function langOf(
  request: FastifyRequest,
  reply: FastifyReply,
  shopSays?: string,
  spoken: readonly BuyersLang[] = langs,
): BuyersLang {
  const known = (lang?: string) => spoken.find((one) => lang && one.split('-')[0] === lang.toLowerCase().split('-')[0]);
  const { lang } = request.query as { lang?: string };
  const asked = known(lang);
  if (asked) void reply.header('set-cookie', `lang=${asked}; Path=/; SameSite=Lax; HttpOnly`);
  const chosen = /(?:^|;\s*)lang=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
  const preferred = request.headers['accept-language']?.split(',').map((part) => known(part.split(';')[0]?.trim()));
  return asked ?? known(chosen) ?? known(shopSays) ?? preferred?.find((found) => found) ?? 'en';
}

export function assetDoors(app: FastifyInstance): void {
  const kept = { 'cache-control': 'public, max-age=300' };
  app.get('/assets/style.css', (_, reply) => reply.type('text/css; charset=utf-8').headers(kept).send(style));
  app.get('/assets/pages.js', (_, reply) => reply.type('text/javascript; charset=utf-8').headers(kept).send(script));
}

/** With the same digits everywhere, as in the shop. */
const written = (lang: BuyersLang): string => (lang === 'ar' ? 'ar-u-nu-latn' : lang);

/** An amount as people of that language read it, with the digits of its currency. */
export function moneyText({ currency, minor }: { currency: string; minor: number }, lang: BuyersLang): string {
  const format = new Intl.NumberFormat(written(lang), { style: 'currency', currency });
  const text = format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  // Isolated, or the sign of the currency falls to the wrong side of its letters.
  return lang === 'ar' ? `\u2066${text.replaceAll('\u200f', '')}\u2069` : text;
}

/** A day and its hour, in the time of the place it is about. */
export function timeText(at: Date | string, lang: BuyersLang, zone: string): string {
  return new Intl.DateTimeFormat(written(lang), { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(
    new Date(at),
  );
}
