-- What can be found, one row for each product: as it is said in each language, and by what it is sifted. Engines read it
-- and make of it what they search; `seen_in` tells them what is new.
drop table discovery.documents;
create table discovery.documents (
  product    uuid primary key,
  store      uuid not null,
  brand      text not null,
  categories text[] not null,
  -- code=value of attributes that can be chosen, and the brand
  facets     text[] not null,
  -- by language: title, kind, attributes, description
  said       jsonb not null,
  currency   text not null,
  from_minor bigint not null,
  minimum    int not null,
  sold_out   boolean not null,
  digital    boolean not null,
  -- How well it is liked, 0 to 255.
  standing   smallint not null default 0 check (standing between 0 and 255),
  listed_at  timestamptz not null,
  changed_at timestamptz not null,
  -- Not on sale any more; kept so that engines hear of it.
  gone       boolean not null default false,
  -- The transaction that wrote the row last: exact where a time of day is not.
  seen_in    xid8 not null default pg_current_xact_id()
);
create index documents_seen on discovery.documents (seen_in);
