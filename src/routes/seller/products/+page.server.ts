import { money } from '#kernel/money';
import { productLife, productsOfStore, setStock, stockOfProducts } from '#modules/catalogue';
import type { ProductState } from '#modules/catalogue';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { countedLines } from '#lib/seller/stock-form.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { text } from '#lib/server/fields.ts';
import { pictureOf } from '#lib/server/pictures.ts';
import type { Actions, PageServerLoad } from './$types';

const states = ['live', 'draft', 'in_review', 'withdrawn', 'suspended'] as const satisfies readonly ProductState[];

export const load: PageServerLoad = async ({ locals, url }) => {
  const store = storeAt(locals);
  const { locale } = locals;
  const state = productLife.states.find((one) => one === url.searchParams.get('state'));
  const text = (url.searchParams.get('q') ?? '').slice(0, 200);
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(url.searchParams.get('page') ?? 1)) || 1));
  const found = await locals.ask(productsOfStore, { store, locale, text, page, ...(state ? { state } : {}) });
  const products = found?.products ?? [];
  const stock = await locals.ask(stockOfProducts, { store, locale, products: products.map(({ product }) => product) });
  const to = (wanted: number) => {
    const query = new URLSearchParams(url.searchParams);
    if (wanted === 1) query.delete('page');
    else query.set('page', String(wanted));
    return `?${query}`;
  };
  return {
    state,
    text,
    counts: states.map((name) => ({ name, count: found?.states[name] ?? 0 })),
    total: Object.values(found?.states ?? {}).reduce((sum, count) => sum + count, 0),
    products: products.map((one) => ({
      id: one.product,
      title: one.title,
      state: one.state,
      proposal: one.proposal,
      price: one.variants > 0 && one.fromMinor > 0n ? money(one.currency, one.fromMinor) : undefined,
      varies: one.varies,
      variants: one.variants,
      picture: pictureOf(one.picture),
      changedAt: one.changedAt,
      onHand: one.onHand,
      held: one.held,
      stock: stock
        .filter(({ product }) => product === one.product)
        .map(({ variant, sku, label, onHand, held }) => ({ variant, sku, label, onHand, held })),
    })),
    previous: page > 1 ? to(page - 1) : undefined,
    next: found?.more ? to(page + 1) : undefined,
    page,
  };
};

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
};
