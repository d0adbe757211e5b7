import type { Asking } from '#platform/work';
import { tree } from './category-tree.ts';
import type { Category, Tree } from './category.ts';
import { facetsInWords } from './facets.ts';
import type { Facet } from './facets.ts';
import { said } from './texts.ts';

/** How much of what was found has each value, `code=value`, and stands in each category. */
export interface CountsOfFound {
  readonly facets: ReadonlyMap<string, number>;
  readonly categories: ReadonlyMap<string, number>;
}

export interface FacetsOfFound {
  facets: Facet[];
  /** Into which it can be narrowed, the fullest first. */
  categories: { id: string; name: string; count: number }[];
  /** From the root down to the category that is chosen. */
  path: { id: string; name: string }[];
}

/** What is in one category to more than this part is asked what is asked there. */
const most = 0.6;
const mostCategories = 12;

/** By what a found mixture can be sifted: attributes of the category that is chosen or that nearly all stands in, and brands. */
export async function facetsOfFound(
  ask: Asking,
  {
    counts,
    category,
    chosen,
    locale,
  }: {
    readonly counts: CountsOfFound;
    readonly category?: string | undefined;
    /** Codes that something is chosen of. */
    readonly chosen: readonly string[];
    readonly locale: string;
  },
): Promise<FacetsOfFound> {
  const all = await tree(ask);
  const here = category === undefined ? undefined : all.byId.get(category);
  const rows = [...counts.facets].map(([name, products]) => {
    const at = name.indexOf('=');
    return { code: name.slice(0, at), value: name.slice(at + 1), products };
  });
  const children = branching(all, here?.children ?? all.roots, counts.categories);
  return {
    facets: facetsInWords(main(all, here, counts.categories), rows, locale, new Set(chosen)),
    categories: children
      .map((id) => ({ id, name: said(all.byId.get(id)!.names, locale), count: counts.categories.get(id) ?? 0 }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
      .slice(0, mostCategories),
    path: (here?.path ?? []).map((id) => ({ id, name: said(all.byId.get(id)!.names, locale) })),
  };
}

/** Those that hold something; where it is one alone, those below it. */
function branching(all: Tree, among: readonly string[], counts: CountsOfFound['categories']): readonly string[] {
  const full = among.filter((id) => (counts.get(id) ?? 0) > 0);
  const [only] = full;
  if (full.length !== 1) return full;
  return branching(all, all.byId.get(only!)!.children, counts);
}

/** The category whose attributes are asked: as far down as nearly all of it stands. */
function main(all: Tree, here: Category | undefined, counts: CountsOfFound['categories']): Category | undefined {
  const among = here?.children ?? all.roots;
  const total = here ? (counts.get(here.id) ?? 0) : all.roots.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
  const down = among.find((id) => (counts.get(id) ?? 0) > total * most);
  return down === undefined ? here : main(all, all.byId.get(down), counts);
}
