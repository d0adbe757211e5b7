import { money } from '#kernel/money';
import { countryName } from '#kernel/place';
import {
  categoryTree,
  dropTableView,
  filterOf,
  keepTableView,
  productTable,
  setStock,
  stockOfProducts,
  tablePage,
  tableSorts,
  tableViews,
} from '#modules/catalogue';
import type { ProductState, TableRow } from '#modules/catalogue';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { countedLines } from '#lib/seller/stock-form.ts';
import { leavesOf } from '#lib/seller/categories.ts';
import { columnsOf, viewQuery } from '#lib/seller/product-columns.ts';
import type { ProductColumn } from '#lib/seller/product-columns.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { optional, text } from '#lib/server/fields.ts';
import { thumbOf } from '#lib/server/pictures.ts';
import { scoresOf } from '#lib/server/seller-scores.ts';
import type { Actions, PageServerLoad } from './$types';

const states = ['live', 'draft', 'in_review', 'withdrawn', 'suspended'] as const satisfies readonly ProductState[];

export const load: PageServerLoad = async ({ locals, url: { searchParams: query } }) => {
  const store = storeAt(locals);
  const { locale } = locals;
  const filter = filterOf(query);
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(query.get('page') ?? 1)) || 1));
  const wanted = (query.get('sort') ?? '-changed').slice(0, 20);
  const sort = tableSorts.find((one) => one === wanted.replace('-', '')) ?? 'changed';
  const down = wanted.startsWith('-');
  const [found, tree, views] = await Promise.all([
    locals.ask(productTable, { store, locale, filter, sort, down, page }),
    locals.ask(categoryTree, { locale }),
    locals.ask(tableViews, { store }),
  ]);
  const rows = found?.rows ?? [];
  // One row at a time is open for counting.
  const counted = rows.filter(({ product }) => product === query.get('count')).map(({ product }) => product);
  const columns = columnsOf(query);
  const looked = columns.includes('score') ? rows.map(({ product }) => product) : [];
  const [stock, scores] = await Promise.all([
    counted.length > 0 ? locals.ask(stockOfProducts, { store, locale, products: counted }) : [],
    looked.length > 0 ? scoresOf(locals, { store, products: looked }) : undefined,
  ]);
  const names = new Map(leavesOf(tree).map(({ id, name }) => [id, name]));
  // Those in which the store has something.
  const categories = [...names].flatMap(([id, name]) => {
    const count = found?.categories[id];
    return count ? [{ value: id, label: name, count }] : [];
  });
  const to = (at: number) => {
    const next = new URLSearchParams(query);
    next.delete('count');
    if (at === 1) next.delete('page');
    else next.set('page', String(at));
    return `?${next}`;
  };
  const here = viewQuery(query);
  return {
    filter,
    text: filter.text ?? '',
    state: filter.state,
    sort: `${down ? '-' : ''}${sort}`,
    columns,
    counts: states.map((name) => ({ name, count: found?.states[name] ?? 0 })),
    total: Object.values(found?.states ?? {}).reduce((sum, count) => sum + count, 0),
    matching: found?.total ?? 0,
    products: rows.map((one) => ({
      ...shown(one),
      ...asked(
        {
          ...one,
          category: names.get(one.category) ?? one.category,
          origin: one.origin && countryName(one.origin, locale),
        },
        columns,
      ),
      score: scores?.get(one.product),
      stock: counted.includes(one.product)
        ? stock.map(({ variant, sku, label, onHand, held }) => ({ variant, sku, label, onHand, held }))
        : undefined,
    })),
    categories,
    views: views.map((one) => ({ ...one, here: one.query === here })),
    here,
    // Where somebody comes back to: the same, and the page.
    from: page > 1 ? `${here}${here ? '&' : ''}page=${page}` : here,
    previous: page > 1 ? to(page - 1) : undefined,
    next: found?.more ? to(page + 1) : undefined,
    place: { from: (page - 1) * tablePage + 1, to: (page - 1) * tablePage + rows.length },
  };
};

const shown = (one: TableRow) => ({
  id: one.product,
  title: one.title,
  state: one.state,
  proposal: one.proposal,
  price: one.variants > 0 && one.fromMinor > 0n ? money(one.currency, one.fromMinor) : undefined,
  varies: one.varies,
  variants: one.variants,
  picture: thumbOf(one.picture),
  changedAt: one.changedAt,
  onHand: one.onHand,
  held: one.held,
  digital: one.digital,
});

type Asked = Partial<Record<'sku' | 'category' | 'brand' | 'hs' | 'origin', string>>;

/** Of what is only shown where its column is chosen. */
function asked({ sku, category, brand, hs, origin }: TableRow, columns: readonly ProductColumn[]): Asked {
  const all = { sku, category, brand, hs, origin };
  return Object.fromEntries(Object.entries(all).filter(([name]) => columns.some((one) => one === name)));
}

export const actions: Actions = {
  stock: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ product: text({ most: 36 }) });
    const counted = countedLines(form);
    if (!input.ok) return input.again;
    if (!counted.ok) return counted.again;
    const set = await locals.perform(form.key, setStock, {
      ...input.value,
      store: storeAt(locals),
      lines: counted.value,
    });
    if (set.ok) return done(form, '');
    const at = 'variant' in set.refusal ? `onHand.${set.refusal.variant}` : undefined;
    return refused(set.refusal, form, at ? { [set.refusal.no]: at } : {});
  },
  keep: async (event) => {
    const form = await readForm(event);
    const input = form.take({ name: text({ most: 60 }), query: optional(text({ most: 1000 })) });
    if (!input.ok) return input.again;
    const query = viewQuery(new URLSearchParams(input.value.query ?? ''));
    const kept = await event.locals.perform(form.key, keepTableView, {
      store: storeAt(event.locals),
      name: input.value.name,
      query,
    });
    return kept.ok
      ? done(form, event.locals.t('goods.views.kept'))
      : refused(kept.refusal, form, { too_many_views: 'name' });
  },
  drop: async (event) => {
    const form = await readForm(event);
    const input = form.take({ name: text({ most: 60 }) });
    if (!input.ok) return input.again;
    const dropped = await event.locals.perform(form.key, dropTableView, {
      store: storeAt(event.locals),
      ...input.value,
    });
    return dropped.ok ? done(form, '') : refused(dropped.refusal, form);
  },
};
