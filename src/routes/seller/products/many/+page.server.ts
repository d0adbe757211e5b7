import { redirect } from '@sveltejs/kit';
import { countriesByName } from '#kernel/place';
import { batteries, categoryTree, changeMany, changes, previewMany } from '#modules/catalogue';
import { storesOf } from '#modules/parties';
import { isKey } from '#lib/server/messages.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { leavesOf } from '#lib/seller/categories.ts';
import { changeName, readChange, whichOf } from '#lib/server/seller-change-form.ts';
import { leftWords } from '#lib/seller/left-words.ts';
import { marked } from '#lib/seller/marked.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url: { searchParams: query } }) => {
  const store = storeAt(locals);
  const { locale, t } = locals;
  const [[view], tree] = await Promise.all([
    locals.ask(storesOf, { stores: [store] }),
    locals.ask(categoryTree, { locale }),
  ]);
  const currency = view!.currency;
  const { which } = whichOf(query);
  const what = changeName(query);
  const looks = query.has('look') || what === 'submit' || what === 'withdraw' || what === 'relist';
  const read = looks ? readChange(query, { currency, locale }) : { errors: {} };
  const preview = await locals.ask(previewMany, { store, which, change: read.change, locale });
  const errors = Object.entries(read.errors).map(([name, key]) => [name, t(key)] as const);
  return {
    what,
    currency,
    items: preview.items,
    lines: preview.lines.map((one) => ({
      ...one,
      problem: one.problem ? leftWords(one.problem, t, isKey) : undefined,
    })),
    errors: Object.fromEntries(errors) as Record<string, string>,
    ready: read.change !== undefined,
    // What is carried from step to step: what is chosen, and what was said.
    chosen: [...query].filter(([name]) => ['product', 'all', 'q', 'state', 'category', 'stock', 'mend'].includes(name)),
    said: Object.fromEntries(query) as Record<string, string>,
    changes: [...changes],
    categories: leavesOf(tree).map(({ id, name }) => ({ value: id, label: name })),
    countries: countriesByName(locale).map(({ code, name }) => ({ value: code, label: name })),
    batteries: batteries.map((one) => ({ value: one, label: t(`seller.battery.${one}`) })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const sent = new URLSearchParams(
      Object.entries(form.outcome.values).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    );
    const store = storeAt(locals);
    const [view] = await locals.ask(storesOf, { stores: [store] });
    const { change, errors } = readChange(sent, { currency: view!.currency, locale: locals.locale });
    const said = Object.entries(errors).map(([name, key]) => [name, locals.t(key)] as const);
    if (!change) return marked(form, Object.fromEntries(said));
    const done = await locals.perform(form.key, changeMany, { store, which: whichOf(sent).which, change });
    if (!done.ok) return refused(done.refusal, form);
    redirect(303, `/seller/products/batches/${done.value.batch}`);
  },
};
