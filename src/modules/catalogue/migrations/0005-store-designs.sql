-- How a store arranges its page: a banner, and sections below it. What visitors see, and beside it what its people are
-- working on; without a draft nobody is.
create table catalogue.store_designs (
  store      uuid primary key,
  shown      jsonb not null,
  draft      jsonb,
  changed_at timestamptz not null,
  changed_by text not null,
  shown_at   timestamptz
);
