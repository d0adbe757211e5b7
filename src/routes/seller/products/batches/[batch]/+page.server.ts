import { error, redirect } from '@sveltejs/kit';
import { batchPage, undoMany } from '#modules/catalogue';
import { isKey } from '#lib/server/messages.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { leftWords } from '#lib/seller/left-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { locale, t } = locals;
  const found = await locals.ask(batchPage, { store: storeAt(locals), batch: params.batch, locale });
  if (!found) error(404, t('error.404'));
  const { left, came, ...rest } = found;
  return {
    ...rest,
    leftOut: came
      .filter((one) => one.came !== 'changed' && one.came !== 'same')
      .reduce((sum, { items }) => sum + items, 0),
    same: came.find((one) => one.came === 'same')?.items ?? 0,
    left: left.map((one) => ({ ...one, says: leftWords(one.came, t, isKey) })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const at = { store: storeAt(event.locals), batch: event.params.batch };
    const undone = await event.locals.perform(form.key, undoMany, at);
    if (!undone.ok) return refused(undone.refusal, form);
    redirect(303, `/seller/products/batches/${undone.value.batch}`);
  },
};
