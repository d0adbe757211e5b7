/**
 * The pages of all three doors as HTML, warm, with 20,000 products in the database: processor time of server and database
 * per request, made anew for somebody with a cookie of their own, and handed out from the page cache to visitors. And what
 * a browser loads to show the shop's.
 */
import pg from 'pg';
import { newId } from '#kernel/id';
import { must } from '#kernel/result';
import { appointStaff, signInAs } from '#modules/parties';
import { system } from '#platform/actor';
import { configFrom } from '#platform/config';
import type { House } from '#platform/house';
import { perform } from '#platform/perform';
import { buildWhenStale } from '../bin/ground/build.ts';
import { openEntrepot } from '../src/entrepot.ts';
import { httpCall, saoPaulo } from './buyer.ts';
import { askMany } from './get.ts';
import type { Wish } from './get.ts';
import { openGround } from './ground.ts';
import type { Ground } from './ground.ts';
import { bringIcecat } from './icecat-store.ts';
import { asProgram, noData, realData, rounded } from './report.ts';
import type { Outcome } from './report.ts';
import { bringRates, openStall } from './stall.ts';
import { weightOf } from './weight.ts';

const must4 = 4;
const most = { table_cpu_ms: 8, cached_cpu_ms: 0.3, js_gzip_kb: 60, css_gzip_kb: 15 };
const counted = Number(process.env['BENCH_COUNT'] ?? 1500);
const warmUp = Number(process.env['BENCH_WARM'] ?? 700);
const guest = 'entrepot_guest=abcdefghijklmnopqrstuvwxyzabcdef';

type Pages = Record<'home' | 'category' | 'product' | 'cart' | 'order' | 'seller_table' | 'desk_queue', Wish[]>;

export async function benchPages(): Promise<Outcome> {
  const file = realData('icecat', 'products.ndjson.gz');
  if (!file) return { ok: false, figures: {}, why: noData('icecat/products.ndjson.gz') };
  await buildWhenStale()?.done;
  const ground = await openGround({ server: true, world: true, env: { ENTREPOT_PAGES: 'on' } });
  const house = openEntrepot(configFrom(ground.env));
  try {
    console.log('Bringing in the products …');
    await bringIcecat(ground, file);
    await bringRates(house);
    const pages = await somePages(ground, house);
    const figures: Record<string, number> = {};
    for (const [name, wishes] of Object.entries(pages)) {
      const spent = await measure(ground, wishes, warmUp, counted);
      figures[`${name}_cpu_ms`] = rounded(spent.total);
      figures[`${name}_database_ms`] = rounded(spent.database);
      console.log(`${name.padEnd(14)} ${rounded(spent.total)} ms, of which the database ${rounded(spent.database)}`);
    }
    const visited = [pages.home, pages.category.slice(0, 10), pages.product.slice(0, 40)].flat();
    const asVisitor = visited.map(({ path }) => ({ path, headers: { 'accept-encoding': 'gzip, br' } }));
    figures['cached_cpu_ms'] = rounded((await measure(ground, asVisitor, 1500, 8000)).total);
    const weights = await Promise.all(
      [pages.home, pages.category, pages.product, pages.cart, pages.order].map(([one]) => weightOf(ground.url, one!)),
    );
    figures['js_gzip_kb'] = rounded(Math.max(...weights.map(({ js }) => js)) / 1024, 1);
    figures['css_gzip_kb'] = rounded(Math.max(...weights.map(({ css }) => css)) / 1024, 1);
    return { ok: areMet(figures), figures };
  } finally {
    await house.close();
    await ground.close();
  }
}

function areMet(figures: Record<string, number>): boolean {
  const within = (name: string, limit: number) => (figures[name] ?? Infinity) <= limit;
  const each = ['home', 'category', 'product', 'cart', 'order', 'desk_queue'];
  return (
    each.every((name) => within(`${name}_cpu_ms`, must4)) &&
    within('seller_table_cpu_ms', most.table_cpu_ms) &&
    (['cached_cpu_ms', 'js_gzip_kb', 'css_gzip_kb'] as const).every((name) => within(name, most[name]))
  );
}

async function measure(ground: Ground, wishes: readonly Wish[], before: number, many: number) {
  await askMany(ground.url, wishes, before);
  const began = ground.cpu();
  await askMany(ground.url, wishes, many);
  const ended = ground.cpu();
  return { total: (ended.total - began.total) / many, database: (ended.database - began.database) / many };
}

/** Shop pages for a guest who has a cart, the table for the store that sells all of it, the queue for staff. */
async function somePages(ground: Ground, house: House): Promise<Pages> {
  const client = new pg.Client({ connectionString: ground.databaseUrl });
  await client.connect();
  try {
    await openStall(house, 'west', 1000);
    // One store has 3,000 of them for its table.
    const west = `(select id from parties.stores where name = 'west')`;
    await client.query(`
      update catalogue.products set store = ${west} where id in (select id from catalogue.products order by md5(id::text) limit 3000)`);
    await client.query(`
      update catalogue.offers o set store = p.store from catalogue.products p where p.id = o.product and o.store <> p.store`);
    // Five hundred listings of the store wait for the desk.
    await client.query(`
      update catalogue.products set proposal = '{}', proposal_state = 'waiting', waits_since = changed_at
       where id in (select id from catalogue.products order by id limit 500)`);
    await client.query('vacuum analyze');
    const products = await client.query<{ id: string }>(
      'select id from catalogue.products where on_sale order by md5(id::text) limit 500',
    );
    const shelves = await client.query<{ category: string }>(
      'select category from catalogue.shelves group by category having count(*) >= 48 order by category',
    );
    const owner = await client.query<{ id: string }>(
      `select id from parties.people where email = 'west@bench.example'`,
    );
    const person = owner.rows[0]!.id;
    const key = { key: newId(house.clock.now()), by: system };
    must(
      await perform(house, key, appointStaff, { person, roles: ['admin', 'listings'], why: 'A bench needs a desk.' }),
    );
    const session = `entrepot_session=${await signInAs(house, person)}`;
    return {
      home: [{ path: '/', cookie: guest, headers: { 'sec-fetch-site': 'same-origin' } }],
      category: shelves.rows.map(({ category }) => ({ path: `/categories/${category}`, cookie: guest })),
      product: products.rows.map(({ id }) => ({ path: `/products/${id}`, cookie: guest })),
      order: [{ path: await anOrder(ground, house), cookie: guest }],
      cart: [{ path: '/cart', cookie: guest }],
      seller_table: [1, 2, 3, 4].map((page) => ({ path: `/seller/products?page=${page}`, cookie: session })),
      desk_queue: [{ path: '/desk/listings', cookie: session }],
    };
  } finally {
    await client.end();
  }
}

/** Two things from two stores ordered, and two more left in the cart. */
async function anOrder(ground: Ground, house: House): Promise<string> {
  const variants = [await openStall(house, 'north', 1000), await openStall(house, 'south', 1000)];
  const call = async (method: string, path: string, body?: object): Promise<Record<string, never>> => {
    const answer = await httpCall(`${ground.url}/api/v1`, method, path, { cookie: guest }, body);
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const fill = async () => {
    for (const variant of variants) await call('POST', '/cart/lines', { variant, quantity: 2 });
  };
  await fill();
  const placed = (await call('POST', '/purchases', saoPaulo)) as unknown as { orders: (string | { order: string })[] };
  await fill();
  const [order] = placed.orders;
  return `/orders/${typeof order === 'string' ? order : order!.order}`;
}

await asProgram(import.meta.url, 'pages', benchPages);
