import { redirect } from '@sveltejs/kit';
import { categoryTree, openSheet, sheetsOfStore } from '#modules/catalogue';
import { file } from '#lib/server/fields.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { leavesOf } from '#lib/seller/categories.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [sheets, tree] = await Promise.all([
    locals.ask(sheetsOfStore, { store: storeAt(locals) }),
    locals.ask(categoryTree, { locale: locals.locale }),
  ]);
  return { sheets, categories: leavesOf(tree).map(({ id, name }) => ({ value: id, label: name })) };
};

const refusals = {
  sheet_is_empty: 'file',
  sheet_is_too_large: 'file',
  sheet_is_not_readable: 'file',
  sheet_has_too_many_rows: 'file',
  sheet_has_too_many_columns: 'file',
} as const;

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ file: file({ most: 8_000_000 }) });
    if (!input.ok) return input.again;
    const { file: sent } = input.value;
    const data = Buffer.from(await sent.arrayBuffer()).toString('base64');
    const settings = { locale: locals.locale, category: '', origin: '', submit: false };
    const opened = await locals.perform(form.key, openSheet, {
      store: storeAt(locals),
      name: sent.name,
      data,
      settings,
    });
    if (!opened.ok) return refused(opened.refusal, form, refusals);
    redirect(303, `/seller/import/${opened.value.sheet}`);
  },
};
