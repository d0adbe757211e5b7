import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import type { Work } from '#platform/work';
import { writeCategories } from './add-categories.ts';
import type { CategoryRow } from './category.ts';
import { forgetTree, readTree } from './category-tree.ts';
import { reviews } from './product-row.ts';

/** Listed in the order in which they are checked. */
export type BringCategoriesRefusal = { no: 'only_staff_for_listings_may_bring_in' } | { no: 'category_not_found' };

/**
 * Staff write down categories that goods from elsewhere need; parents come before children. Those that are there get
 * their new names. `source` says where they come from: categories of another source are not touched.
 */
export async function bringCategories(
  work: Work,
  { source, categories }: { source: string; categories: readonly CategoryRow[] },
): Promise<Result<{ categories: number }, BringCategoriesRefusal>> {
  if (!reviews(work.by)) return refuse({ no: 'only_staff_for_listings_may_bring_in' });
  const { byId } = await readTree(work);
  const known = new Set(byId.keys());
  for (const { id, parent } of categories) {
    if (parent !== null && !known.has(parent)) return refuse({ no: 'category_not_found' });
    known.add(id);
  }
  const [rows, attributes] = writeCategories(categories, source);
  await Promise.all([work.run(rows), work.run(attributes)]);
  forgetTree(work.house);
  return ok({ categories: categories.length });
}
