import { error } from '@sveltejs/kit';
import { categoryForm, sheetTemplate } from '#modules/catalogue';
import { storesOf } from '#modules/parties';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { tableFile } from '#lib/server/seller-table-file.ts';
import type { RequestHandler } from './$types';

/** An empty file with our columns and those of a category. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { locale } = locals;
  const category = url.searchParams.get('category') ?? '';
  const [[store], form] = await Promise.all([
    locals.ask(storesOf, { stores: [storeAt(locals)] }),
    locals.ask(categoryForm, { category, locale }),
  ]);
  if (!form || !store) error(404, locals.t('error.404'));
  const lines = await locals.ask(sheetTemplate, { category, currency: store.currency, locale });
  return tableFile(url, `entrepot-${category}`, lines);
};
