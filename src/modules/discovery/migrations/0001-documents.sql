-- What can be found: one row for each product on sale and each language that it speaks.
create table discovery.documents (
  product    uuid not null,
  locale     text not null,
  -- It stands in for the languages that the product does not speak; which those are not is in `speaks`.
  stands_in  boolean not null,
  speaks     text[] not null,
  categories text[] not null,
  words      tsvector not null,
  -- The same without accents, in small letters, words apart by one space: what the stems were made of.
  folded     text not null,
  listed_at  timestamptz not null,
  changed_at timestamptz not null,
  primary key (product, locale)
);
create index documents_words on discovery.documents using gin (words);
create index documents_newest on discovery.documents (listed_at desc, product desc);
