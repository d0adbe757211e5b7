import { formatMoney, money, percent } from '#kernel/money';
import { dayOf } from '#kernel/period';
import { categoryTree, onSaleIn } from '#modules/catalogue';
import type { CategoryView } from '#modules/catalogue';
import { storeAt, storesOf } from '#modules/parties';
import { commissionToday, paymentRules, setCommission } from '#modules/payments';
import { standing } from '#lib/desk/dated.ts';
import { share } from '#lib/server/desk-fields.ts';
import { day, optional, text } from '#lib/server/fields.ts';
import { done, previewed, readForm, refused } from '#lib/server/forms.ts';
import type { Filled } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** A sale that everybody can reckon with. */
const example = money('EUR', 10_000n);

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

const readers = {
  category: optional(text({ most: 100 })),
  store: optional(text({ most: 100 })),
  bps: share({ most: 5 }),
  validFrom: day(),
};

async function storeSaid({ ask }: App.Locals, store: string | undefined): Promise<string | null | undefined> {
  return store ? (await ask(storeAt, { store: store.toLowerCase() }))?.store : null;
}
const notAStore = (form: Filled) => refused({ no: 'store_not_found' }, form, { store_not_found: 'store' });

export const actions: Actions = {
  preview: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take(readers);
    if (!input.ok) return input.again;
    const { category = null, bps } = input.value;
    const store = await storeSaid(locals, input.value.store);
    if (store === undefined) return notAStore(form);
    const [now, goods] = await Promise.all([
      locals.ask(commissionToday, { category, store }),
      locals.ask(onSaleIn, { category, store }),
    ]);
    if (!now.ok) return refused(now.refusal, form);
    const takes = (of: number) => formatMoney(percent(example, of, 'half_even'), locals.locale);
    const shares = new Intl.NumberFormat(locals.locale, { style: 'percent', maximumFractionDigits: 2 });
    return previewed(form, {
      says: [
        locals.t('desk.preview.commission', goods),
        ...(now.value.nearer > 0 ? [locals.t('desk.preview.nearer', { count: now.value.nearer })] : []),
        locals.t('desk.preview.commission_keeps'),
      ],
      rows: [
        {
          what: locals.t('desk.commission.share'),
          before: shares.format(now.value.bps / 10_000),
          after: shares.format(bps / 10_000),
        },
        {
          what: locals.t('desk.preview.of_sale', { amount: formatMoney(example, locals.locale) }),
          before: takes(now.value.bps),
          after: takes(bps),
        },
      ],
    });
  },
  set: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ ...readers, why: text({ most: 500 }) });
    if (!input.ok) return input.again;
    const { category, store: said, ...rule } = input.value;
    const store = await storeSaid(locals, said);
    if (store === undefined) return notAStore(form);
    const set = await locals.perform(form.key, setCommission, {
      ...rule,
      ...(category ? { category } : {}),
      ...(store ? { store } : {}),
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
