import { searchTextsOf } from '#modules/catalogue';
import type { SearchText } from '#modules/catalogue';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { stemmerOf, wordsOf } from './fold.ts';

/** Descriptions may be long; what is far down describes little. */
const mostWords = 1500;

/**
 * Makes these products findable as they are now: those on sale by what they say today, the others not at all. A
 * product that was read earlier than what is there is left as it is, whichever of two comes last.
 */
export async function indexProducts(work: Work, { products }: { products: readonly string[] }): Promise<void> {
  const texts = await searchTextsOf(work, { products });
  const spoken = Map.groupBy(texts, ({ product }) => product);
  const rows = texts.map((text) => rowOf(text, spoken.get(text.product)!));
  await Promise.all([
    work.run(sql`
      delete from discovery.documents d
       where d.product = any(${products}::uuid[])
         and not exists (select from unnest(${rows.map(({ product }) => product)}::uuid[], ${rows.map(({ locale }) => locale)}::text[]) as n (product, locale)
                          where n.product = d.product and n.locale = d.locale)`),
    work.run(sql`
      insert into discovery.documents as d (product, locale, stands_in, speaks, categories, words, folded, listed_at, changed_at)
      select product, locale, stands_in, string_to_array(speaks, ' '), string_to_array(categories, ' '),
             setweight(to_tsvector(stemmer::regconfig, title), 'A') || setweight(to_tsvector(stemmer::regconfig, kind), 'B')
               || setweight(to_tsvector(stemmer::regconfig, rest), 'C'),
             title || ' ' || kind || ' ' || rest, listed_at, changed_at
        from unnest(${rows.map(({ product }) => product)}::uuid[], ${rows.map(({ locale }) => locale)}::text[], ${rows.map(({ standsIn }) => standsIn)}::boolean[],
                    ${rows.map(({ speaks }) => speaks)}::text[], ${rows.map(({ categories }) => categories)}::text[], ${rows.map(({ stemmer }) => stemmer)}::text[],
                    ${rows.map(({ title }) => title)}::text[], ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ rest }) => rest)}::text[],
                    ${rows.map(({ listedAt }) => listedAt)}::timestamptz[], ${rows.map(({ changedAt }) => changedAt)}::timestamptz[])
          as n (product, locale, stands_in, speaks, categories, stemmer, title, kind, rest, listed_at, changed_at)
          on conflict (product, locale) do update
         set stands_in = excluded.stands_in, speaks = excluded.speaks, categories = excluded.categories, words = excluded.words,
             folded = excluded.folded, listed_at = excluded.listed_at, changed_at = excluded.changed_at
       where d.changed_at <= excluded.changed_at`),
  ]);
}

function rowOf(text: SearchText, all: readonly SearchText[]) {
  const speaks = all.map(({ locale }) => locale);
  const standIn = speaks.includes('en') ? 'en' : speaks[0];
  return {
    product: text.product,
    locale: text.locale,
    standsIn: text.locale === standIn,
    speaks: speaks.join(' '),
    categories: text.categories.join(' '),
    stemmer: stemmerOf(text.locale),
    title: wordsOf(text.title).join(' '),
    kind: wordsOf(`${text.brand} ${text.categoryNames}`).join(' '),
    rest: wordsOf(`${text.attributes} ${text.description}`).slice(0, mostWords).join(' '),
    listedAt: text.listedAt,
    changedAt: text.changedAt,
  };
}
