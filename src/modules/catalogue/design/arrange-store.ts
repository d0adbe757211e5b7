/** The people of a store arrange its page: in a draft that only they see, until they publish it. */
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { announce } from '#platform/facts';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { tree } from '../category-tree.ts';
import { storeArranged } from '../facts.ts';
import { listsFor } from '../product-row.ts';
import { checkSections, nothingArranged } from './design.ts';
import type { Design, Focus, Section, SectionRefusal } from './design.ts';

interface DesignRow {
  shown: Design;
  draft: Design | null;
  changed_at: Date;
}

/** Locks it until the deed is over. */
export async function lockDesign(work: Work, store: string): Promise<DesignRow | undefined> {
  return work.one<DesignRow>(sql`
    select shown, draft, changed_at from catalogue.store_designs where store = ${store} for update`);
}

export async function keepDraft(work: Work, store: string, draft: Design): Promise<void> {
  await work.run(sql`
    insert into catalogue.store_designs as d (store, shown, draft, changed_at, changed_by)
    values (${store}, ${json(nothingArranged)}, ${json(draft)}, ${work.now}, ${work.by.name})
        on conflict (store) do update
       set draft = excluded.draft, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);
}

/** Listed in the order in which they are checked. */
export type ArrangeStoreRefusal =
  | { no: 'store_not_found' }
  | { no: 'design_has_changed' }
  | { no: 'there_is_no_banner' }
  | SectionRefusal
  | { no: 'section_picture_not_found'; section: number }
  | { no: 'section_product_not_found'; section: number }
  | { no: 'section_category_not_found'; section: number };

export interface ArrangeStore {
  readonly store: string;
  /** Which part of the banner stays in view; null takes the banner away. What is not given stays. */
  readonly banner?: Focus | null | undefined;
  readonly sections?: readonly Section[] | undefined;
  /** When the design was changed last, as far as whoever arranges has seen. */
  readonly seen?: string | undefined;
}

export async function arrangeStore(
  work: Work,
  { store, banner, sections, seen }: ArrangeStore,
): Promise<Result<{ sections: number }, ArrangeStoreRefusal>> {
  if (!isId(store) || !listsFor(work.by, store)) return refuse({ no: 'store_not_found' });
  const row = await lockDesign(work, store);
  if (seen !== undefined && row && row.changed_at.toISOString() !== seen) return refuse({ no: 'design_has_changed' });
  const before = row?.draft ?? row?.shown ?? nothingArranged;
  if (banner && !before.banner) return refuse({ no: 'there_is_no_banner' });
  const checked = checkSections(sections ?? before.sections);
  if (!checked.ok) return checked;
  // What stays was checked when it came; its goods may be gone since, and it can be arranged all the same.
  const there = sections ? await areThere(work, store, checked.value) : ok();
  if (!there.ok) return there;

  await keepDraft(work, store, {
    banner: banner === null ? null : before.banner && { ...before.banner, ...banner },
    sections: checked.value,
  });
  return ok({ sections: checked.value.length });
}

async function areThere(
  work: Work,
  store: string,
  sections: readonly Section[],
): Promise<Result<undefined, ArrangeStoreRefusal>> {
  const wanted = sections.flatMap(goodsOf);
  const pictures = sections.flatMap((one) => (one.kind === 'picture' ? [one.picture.hash] : []));
  const [rows, kept, { byId }] = await Promise.all([
    work.many<{ id: string }>(sql`
      select id from catalogue.products where id = any(${wanted.filter(isId)}::uuid[]) and store = ${store}`),
    work.many<{ hash: string }>(sql`select hash from catalogue.pictures where hash = any(${pictures})`),
    tree(work),
  ]);
  const own = new Set(rows.map(({ id }) => id));
  const brought = new Set(kept.map(({ hash }) => hash));
  for (const [n, one] of sections.entries()) {
    if (one.kind === 'picture' && !brought.has(one.picture.hash))
      return refuse({ no: 'section_picture_not_found', section: n + 1 });
    if (!goodsOf(one).every((id) => own.has(id))) return refuse({ no: 'section_product_not_found', section: n + 1 });
    const category = categoryOf(one);
    if (category !== undefined && !byId.has(category))
      return refuse({ no: 'section_category_not_found', section: n + 1 });
  }
  return ok();
}

/** The goods that a section names. */
function goodsOf(one: Section): readonly string[] {
  if (one.kind === 'products') return one.products;
  return one.kind === 'picture' && one.link.to === 'product' ? [one.link.id] : [];
}

function categoryOf(one: Section): string | undefined {
  if (one.kind === 'category') return one.category;
  return one.kind === 'picture' && one.link.to === 'category' ? one.link.id : undefined;
}

/** Listed in the order in which they are checked. */
export type PublishDesignRefusal = { no: 'store_not_found' } | { no: 'nothing_is_drafted' };

/** From now on visitors see what was drafted. */
export async function publishDesign(
  work: Work,
  { store }: { store: string },
): Promise<Result<{ sections: number }, PublishDesignRefusal>> {
  const drafted = await drafts(work, store);
  if (!drafted.ok) return drafted;
  await work.run(sql`
    update catalogue.store_designs
       set shown = draft, draft = null, shown_at = ${work.now}, changed_at = ${work.now}, changed_by = ${work.by.name}
     where store = ${store}`);
  announce(work, storeArranged({ store }));
  return ok({ sections: drafted.value.sections.length });
}

/** The draft is given up; what visitors see stays. */
export async function dropDraft(
  work: Work,
  { store }: { store: string },
): Promise<Result<{ sections: number }, PublishDesignRefusal>> {
  const drafted = await drafts(work, store);
  if (!drafted.ok) return drafted;
  await work.run(sql`
    update catalogue.store_designs
       set draft = null, changed_at = ${work.now}, changed_by = ${work.by.name}
     where store = ${store}`);
  return ok({ sections: drafted.value.sections.length });
}

async function drafts(work: Work, store: string): Promise<Result<Design, PublishDesignRefusal>> {
  if (!isId(store) || !listsFor(work.by, store)) return refuse({ no: 'store_not_found' });
  const row = await lockDesign(work, store);
  return row?.draft ? ok(row.draft) : refuse({ no: 'nothing_is_drafted' });
}
