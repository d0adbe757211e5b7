import { dayOf } from '#kernel/period';
import { categoryTree } from '#modules/catalogue';
import type { CategoryView } from '#modules/catalogue';
import { storeAt, storesOf } from '#modules/parties';
import { paymentRules, setCommission } from '#modules/payments';
import { standing } from '#lib/desk/dated.ts';
import { share } from '#lib/server/desk-fields.ts';
import { day, optional, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** The tree as one list, each with the way down to it. */
function listed(tree: readonly CategoryView[], above = ''): { value: string; label: string }[] {
  return tree.flatMap(({ id, name, children }) => {
    const label = above ? `${above} › ${name}` : name;
    return [{ value: id, label }, ...listed(children, label)];
  });
}

export const load: PageServerLoad = async ({ locals }) => {
  const [rules, tree] = await Promise.all([
    locals.ask(paymentRules, undefined),
    locals.ask(categoryTree, { locale: locals.locale }),
  ]);
  const commission = rules.ok ? rules.value.commission : [];
  const categories = listed(tree);
  const stores = await locals.ask(storesOf, { stores: commission.flatMap(({ store }) => store ?? []) });
  const today = dayOf(locals.house.clock.now());
  return {
    today,
    categories,
    rules: commission.map(({ category, store, ...rule }) => ({
      ...rule,
      category: category && (categories.find(({ value }) => value === category)?.label ?? category),
      store: store && (stores.find((one) => one.store === store)?.name ?? store),
      state: standing(rule, today),
    })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({
      category: optional(text({ most: 100 })),
      store: optional(text({ most: 100 })),
      bps: share({ most: 5 }),
      validFrom: day(),
      why: text({ most: 500 }),
    });
    if (!input.ok) return input.again;
    const { category, store, ...rule } = input.value;
    const found = store ? await locals.ask(storeAt, { store: store.toLowerCase() }) : undefined;
    if (store && !found) return refused({ no: 'store_not_found' }, form, { store_not_found: 'store' });
    const set = await locals.perform(form.key, setCommission, {
      ...rule,
      ...(category ? { category } : {}),
      ...(found ? { store: found.store } : {}),
    });
    if (!set.ok)
      return refused(set.refusal, form, {
        commission_is_out_of_bounds: 'bps',
        day_is_wrong: 'validFrom',
        say_why: 'why',
      });
    return done(form, locals.t('desk.rule.done.from'));
  },
};
