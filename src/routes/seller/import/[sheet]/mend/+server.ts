import { error } from '@sveltejs/kit';
import { badRows } from '#modules/catalogue';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { problemWords } from '#lib/server/seller-sheet-words.ts';
import { tableFile } from '#lib/server/seller-table-file.ts';
import type { RequestHandler } from './$types';

/** The rows that were left out, as they came, with what is wrong with each in a column of its own. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const found = await locals.ask(badRows, { store: storeAt(locals), sheet: params.sheet });
  if (!found) error(404, locals.t('error.404'));
  const lines = found.rows.map(({ cells, problems }) => [
    ...cells,
    problems.map((one) => `${one.column ? `${one.column}: ` : ''}${problemWords(one, locals)}`).join('\n'),
  ]);
  const name = found.name.replace(/\.[a-z]+$/i, '');
  return tableFile(url, `${name}-mend`, [[...found.header, locals.t('goods.import.mend_column')], ...lines]);
};
