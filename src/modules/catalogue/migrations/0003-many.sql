-- Changes of many products at once: what was done to each, what it was before, and why some were left as they are.

create table catalogue.batches (
  id      uuid primary key,
  store   uuid not null,
  by      text not null,
  change  jsonb not null,
  -- The batch that this one takes back.
  undoes  uuid unique,
  items   int not null,
  done    int not null default 0,
  changed int not null default 0,
  at      timestamptz not null,
  check (done <= items)
);
create index batches_of_store on catalogue.batches (store, at desc, id desc);

create table catalogue.batch_items (
  batch   uuid not null references catalogue.batches,
  n       int not null,
  product uuid not null,
  -- changed, same, or the reason why it was left as it is; empty while its turn has not come.
  came    text not null default '',
  -- The part that the change touches, before and after.
  before  jsonb,
  after   jsonb,
  primary key (batch, n)
);

-- Ways to look at a store's products that somebody keeps under a name.
create table catalogue.table_views (
  store  uuid not null,
  person text not null,
  name   text not null check (char_length(name) between 1 and 60),
  -- As it stands in the address.
  query  text not null check (char_length(query) <= 1000),
  at     timestamptz not null,
  primary key (store, person, name)
);
