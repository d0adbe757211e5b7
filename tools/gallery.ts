/**
 * Takes pictures of the pages of a running demo, and writes `docs/gallery.md` from a choice of them.
 *
 *   npm start                                              in another terminal
 *   node tools/gallery.ts                                  the choice for docs/gallery.md, small
 *   node tools/gallery.ts --all --out /tmp/look            every page, phone and desktop, light and dark, in all languages
 *   node tools/gallery.ts --all --only seller --locales ar,zh-CN --schemes light --out /tmp/look
 *
 * A page that is pushed sideways, that fails, or whose script complains is named at the end, and then the exit code is 1.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { findChromium, howToGetChromium } from '../bin/ground/chromium.ts';
import { locales } from '../src/lib/words/locales.ts';
import type { Locale } from '../src/lib/words/locales.ts';
import { addressIn, look } from './gallery/eyes.ts';
import type { Eyes } from './gallery/eyes.ts';
import { sights } from './gallery/pages.ts';
import type { Sight } from './gallery/pages.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:4000' },
    out: { type: 'string', default: 'docs/gallery' },
    all: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    locales: { type: 'string', default: locales.join(',') },
    schemes: { type: 'string', default: 'light,dark' },
  },
});
const out = resolve(values.out);
const spoken = values.locales.split(',').filter((one): one is Locale => (locales as readonly string[]).includes(one));
const faults: string[] = [];

const every: readonly Eyes[] = spoken.flatMap((locale) =>
  (['phone', 'desktop'] as const).flatMap((device) =>
    (['light', 'dark'] as const)
      .filter((scheme) => values.schemes.includes(scheme))
      .map((scheme) => ({ locale, device, scheme })),
  ),
);

/** For the gallery: each page at a desk by day in English, and on a phone in another language, now by day, now by night. */
function chosen(n: number): readonly Eyes[] {
  const others = locales.filter((one) => one !== 'en');
  return [
    { locale: 'en', device: 'desktop', scheme: 'light' },
    { locale: others[n % others.length]!, device: 'phone', scheme: n % 3 === 1 ? 'dark' : 'light' },
  ];
}

/** The pages that are opened: what is seen by day and by night is opened once. */
function openings(eyes: readonly Eyes[]): Eyes[][] {
  const by = Map.groupBy(eyes, ({ locale, device }) => `${locale} ${device}`);
  return [...by.values()];
}

/** Pictures of one page in one language and size, by day and by night as they are wanted. */
async function take(browser: Browser, sight: Sight, looks: readonly Eyes[]): Promise<string[]> {
  const [eyes] = looks as [Eyes];
  const name = `${sight.name}.${eyes.locale}.${eyes.device}`;
  const page = await look(browser, values.url, sight.who, eyes);
  const files: string[] = [];
  const tell = (what: string) => void faults.push(`${name}: ${what}`);
  page.on('pageerror', (error) => tell(String(error)));
  page.on('console', (said) => {
    const broken = said.type() === 'error' || said.text().startsWith('Failed to hydrate');
    if (broken && !said.text().startsWith('Failed to load resource')) tell(said.text().split('\n')[0]!);
  });
  try {
    const at = addressIn(values.url, eyes.locale);
    const path = typeof sight.path === 'string' ? sight.path : await sight.path(page, at);
    const answer = path ? await page.goto(known(path, at), { waitUntil: 'networkidle' }) : null;
    if (answer && answer.status() >= 500) tell(`answered ${answer.status()}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 1) tell(`is ${wide} pixels too wide`);
    const height = Math.min(
      await page.evaluate(() => document.documentElement.scrollHeight),
      values.all ? 3200 : eyes.device === 'phone' ? 740 : 860,
    );
    const width = values.all ? undefined : eyes.device === 'phone' ? 240 : 640;
    for (const { scheme } of looks) {
      await page.emulateMedia({ colorScheme: scheme });
      const shot = await page.screenshot({
        fullPage: values.all,
        clip: { x: 0, y: 0, width: page.viewportSize()!.width, height },
      });
      const file = `${name}${scheme === 'dark' ? '.dark' : ''}.webp`;
      await sharp(shot)
        .resize({ ...(width ? { width } : {}) })
        .webp({ quality: values.all ? 80 : 70 })
        .toFile(join(out, file));
      files.push(file);
    }
    return files;
  } catch (error) {
    tell(String(error).split('\n')[0]!);
    return files;
  } finally {
    await page.context().close();
  }
}

/** A link found on a page has its language already; a path that was only named has not. */
function known(path: string, at: (path: string) => string): string {
  const spokenPath = locales.some((one) => path === `/${one}` || path.startsWith(`/${one}/`));
  return spokenPath ? values.url + path : at(path);
}

const executable = findChromium();
if (!executable) throw new Error(`No Chromium is here. To get it: ${howToGetChromium}`);
if (!values.all) rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: executable,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
});
const doors = { shop: 'The shop', seller: 'The seller centre', desk: 'The desk' } as const;
const lines = [
  '# Gallery',
  '',
  'The pages of the demo marketplace, as a browser shows them: at a desk in English, and on a phone in one of the other languages. Drawn by `node tools/gallery.ts`.',
];
let door = '';
for (const [n, sight] of sights.entries()) {
  if (!values.only.split(',').some((part) => sight.name.includes(part))) continue;
  const files: string[] = [];
  for (const looks of openings(values.all ? every : chosen(n))) files.push(...(await take(browser, sight, looks)));
  console.log(`${sight.name}: ${files.length}`);
  if (sight.door !== door) lines.push('', `## ${doors[(door = sight.door) as keyof typeof doors]}`);
  lines.push(
    '',
    `**${sight.title}**`,
    '',
    files
      .map((file) => `<img src="gallery/${file}" alt="${sight.title}, ${file.split('.')[1]}" height="260" />`)
      .join(' '),
  );
}
await browser.close();
if (!values.all) writeFileSync(join(out, '..', 'gallery.md'), `${lines.join('\n')}\n`);
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
