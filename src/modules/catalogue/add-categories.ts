import { json, sql } from '#platform/sql';
import type { Statement } from '#platform/sql';
import type { CategoryRow } from './category.ts';

/**
 * Writes categories and their attributes, new ones beside those that are there. What another source brought stays as it
 * is, and so does what the news does not name. What the house asks comes first.
 *
 * Two statements, to be sent in this order; parents come before children.
 */
export function writeCategories(news: readonly CategoryRow[], source: string): [Statement, Statement] {
  const after = source === house ? 0 : 1000;
  const attributes = news.flatMap(({ id, attributes: own }) =>
    own.map((one, place) => ({ category: id, place: place + after, one })),
  );
  return [
    sql`
      insert into catalogue.categories as c (id, parent, path, names, hs, place, source)
      select id, parent, array(select jsonb_array_elements_text(path)), names, hs, place, ${source}
        from unnest(${news.map(({ id }) => id)}::text[], ${news.map(({ parent }) => parent)}::text[], ${news.map(({ path }) => json(path))}::jsonb[],
                    ${news.map(({ names }) => json(names))}::jsonb[], ${news.map(({ hs }) => hs)}::text[], ${news.map((_, place) => place + after)}::int[])
          as n (id, parent, path, names, hs, place)
          on conflict (id) do update set names = excluded.names, hs = excluded.hs, place = excluded.place
       where c.source = excluded.source and (c.names, c.hs, c.place) is distinct from (excluded.names, excluded.hs, excluded.place)`,
    sql`
      insert into catalogue.attributes as a (category, code, names, kind, unit, required, choices, place, source)
      select category, code, names, kind, unit, required, choices, place, ${source}
        from unnest(${attributes.map(({ category }) => category)}::text[], ${attributes.map(({ one }) => one.code)}::text[], ${attributes.map(({ one }) => json(one.names))}::jsonb[],
                    ${attributes.map(({ one }) => one.kind)}::text[], ${attributes.map(({ one }) => one.unit)}::text[], ${attributes.map(({ one }) => one.required)}::boolean[],
                    ${attributes.map(({ one }) => json(one.choices))}::jsonb[], ${attributes.map(({ place }) => place)}::int[])
          as n (category, code, names, kind, unit, required, choices, place)
          on conflict (category, code) do update
         set names = excluded.names, kind = excluded.kind, unit = excluded.unit, required = excluded.required, choices = excluded.choices, place = excluded.place
       where a.source = excluded.source
         and (a.names, a.kind, a.unit, a.required, a.choices, a.place)
             is distinct from (excluded.names, excluded.kind, excluded.unit, excluded.required, excluded.choices, excluded.place)`,
  ];
}

export const house = 'house';
