import { error } from '@sveltejs/kit';
import { categoryTree } from '#modules/catalogue';
import type { CategoryView } from '#modules/catalogue';
import { feesOf } from '#modules/payments';
import { orderNumber } from '#modules/trade';
import { worksFor } from '#platform/actor';
import { rateText } from '#lib/rate.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { locale } = locals;
  const [fees, tree] = await Promise.all([
    locals.ask(feesOf, { order: params.order }),
    locals.ask(categoryTree, { locale }),
  ]);
  if (!fees) error(404, locals.t('error.404'));
  const names = new Map<string, string>();
  const note = (all: readonly CategoryView[]): void =>
    all.forEach(({ id, name, children }) => {
      names.set(id, name);
      note(children);
    });
  note(tree);
  return {
    ...fees,
    number: orderNumber(fees.order),
    rate: rateText(fees.mid, locale),
    ships: worksFor(locals.by, storeAt(locals), 'orders'),
    lines: fees.lines.map((line) => ({ ...line, category: names.get(line.category) ?? line.category })),
  };
};
