/**
 * Lighthouse on a phone's profile over home, results, product and checkout of a small shop: the lowest mark of the four
 * pages in each of its four matters. It is fetched once into `.entrepot/tools`, because nothing else of the house needs it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { configFrom } from '#platform/config';
import { buildWhenStale } from '../bin/ground/build.ts';
import { findChromium, howToGetChromium } from '../bin/ground/chromium.ts';
import { root } from '../bin/ground/root.ts';
import { openEntrepot } from '../src/entrepot.ts';
import { httpCall } from './buyer.ts';
import { openGround } from './ground.ts';
import { freePorts } from './ports.ts';
import { asProgram, rounded } from './report.ts';
import type { Outcome } from './report.ts';
import { bringRates, openStall } from './stall.ts';

const version = '13.0.1';
const must = { performance: 0.95, accessibility: 1, best_practices: 1, seo: 1 } as const;
const guest = 'entrepot_guest=abcdefghijklmnopqrstuvwxyzabcdef';
const matters = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Audit {
  id: string;
  title: string;
  score: number | null;
  numericValue?: number;
}

interface Marks {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
}

type Lighthouse = (url: string, flags: object) => Promise<{ lhr: Marks } | undefined>;

export async function benchBrowser(): Promise<Outcome> {
  const executablePath = findChromium();
  if (!executablePath) return { ok: false, figures: {}, why: howToGetChromium };
  const lighthouse = await bringLighthouse();
  await buildWhenStale()?.done;
  const ground = await openGround({ server: true, world: true, env: { ENTREPOT_PAGES: 'on' } });
  const house = openEntrepot(configFrom(ground.env));
  const debugging = await freePorts();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', `--remote-debugging-port=${debugging}`],
  });
  try {
    await bringRates(house);
    const variants: string[] = [];
    for (const name of ['north', 'south', 'east', 'west']) variants.push(await openStall(house, name, 1000));
    const pages = await somePages(ground.url, variants.slice(0, 2));
    const figures: Record<string, number> = { performance: 1, accessibility: 1, best_practices: 1, seo: 1, cls: 0 };
    for (const [name, path] of Object.entries(pages)) {
      const url = ground.env['PUBLIC_URL'] + path;
      await fetch(url, { headers: { cookie: guest } });
      note(figures, name, await look(lighthouse, url, debugging, name === 'checkout' ? guest : ''));
    }
    const ok = Object.entries(must).every(([name, least]) => figures[name]! >= least) && figures['cls']! < 0.05;
    return { ok, figures };
  } finally {
    await browser.close();
    await house.close();
    await ground.close();
  }
}

async function look(lighthouse: Lighthouse, url: string, port: number, cookie: string): Promise<Marks> {
  const flags = { port, output: 'json', logLevel: 'error', onlyCategories: matters };
  const found = await lighthouse(url, cookie ? { ...flags, extraHeaders: { cookie } } : flags);
  if (!found) throw new Error(`Lighthouse said nothing of ${url}.`);
  return found.lhr;
}

function note(figures: Record<string, number>, name: string, { categories, audits }: Marks): void {
  const said: string[] = [];
  for (const matter of matters) {
    const { score, auditRefs } = categories[matter]!;
    const figure = matter.replace('-', '_');
    figures[figure] = Math.min(figures[figure]!, score ?? 0);
    said.push(`${matter} ${score}`);
    const lost = auditRefs.map(({ id, weight }) => ({ ...audits[id]!, weight }));
    for (const { id, title, score: mark, weight } of lost) {
      if (weight > 0 && mark !== null && mark < 0.9) said.push(`\n    ${mark} ${id}: ${title}`);
    }
  }
  figures['cls'] = Math.max(figures['cls']!, rounded(audits['cumulative-layout-shift']?.numericValue ?? 0));
  console.log(`${name.padEnd(10)} ${said.join('  ')}`);
}

/** The checkout is that of a guest with two stores' goods in the cart; the others are seen as a visitor sees them. */
async function somePages(url: string, variants: readonly string[]): Promise<Record<string, string>> {
  for (const variant of variants)
    await httpCall(`${url}/api/v1`, 'POST', '/cart/lines', { cookie: guest }, { variant, quantity: 2 });
  const results = await fetch(`${url}/api/v1/categories/kettles/products?locale=en`);
  const [first] = ((await results.json()) as { cards: { product: string }[] }).cards;
  return {
    home: '/pt-BR',
    results: '/categories/kettles',
    product: `/products/${first!.product}`,
    checkout: '/checkout',
  };
}

async function bringLighthouse(): Promise<Lighthouse> {
  const tools = join(root, '.entrepot', 'tools');
  const manifest = join(tools, 'node_modules', 'lighthouse', 'package.json');
  if (!existsSync(manifest)) {
    console.log(`Fetching lighthouse ${version} …`);
    await mkdir(tools, { recursive: true });
    const wanted = ['install', '--prefix', tools, '--no-save', '--no-fund', '--no-audit', `lighthouse@${version}`];
    const { status } = spawnSync('npm', wanted, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0)
      throw new Error('Lighthouse could not be fetched. It needs npm and a connection, the first time.');
  }
  const entry = createRequire(manifest).resolve('lighthouse');
  return ((await import(pathToFileURL(entry).href)) as { default: Lighthouse }).default;
}

await asProgram(import.meta.url, 'browser', benchBrowser);
