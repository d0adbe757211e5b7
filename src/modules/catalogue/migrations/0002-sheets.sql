-- Spreadsheets that sellers send: rows are kept as they came until they were taken, so that what is wrong can be shown,
-- mended and sent again, and so that a check or a taking that was broken off goes on where it was.

create table catalogue.sheets (
  id       uuid primary key,
  store    uuid not null,
  by       text not null,
  name     text not null,
  header   text[] not null,
  -- For each column what it is taken for; empty where it is left out.
  fields   text[] not null,
  -- What holds where the file says nothing: { locale, category, origin, submit }.
  settings jsonb not null,
  state    text not null check (state in ('read', 'checking', 'checked', 'taking', 'taken')),
  rows     int not null,
  -- Products in it, and how many of them were gone through.
  items    int not null default 0,
  done     int not null default 0,
  fresh    int not null default 0,
  changed  int not null default 0,
  same     int not null default 0,
  bad      int not null default 0,
  at       timestamptz not null,
  check (cardinality(header) = cardinality(fields)),
  check (done <= items)
);
create index sheets_of_store on catalogue.sheets (store, at desc, id desc);

create table catalogue.sheet_rows (
  sheet uuid not null references catalogue.sheets on delete cascade,
  -- As the person counts them: the header is row 1.
  n     int not null,
  -- Which of the products of the file it belongs to; 0 before it was looked at.
  item  int not null default 0,
  cells text[] not null,
  primary key (sheet, n)
);
create index sheet_rows_by_item on catalogue.sheet_rows (sheet, item, n);

create table catalogue.sheet_problems (
  sheet  uuid not null references catalogue.sheets on delete cascade,
  n      int not null,
  place  int not null,
  -- What the row is taken for in that column; empty when it is about the whole row.
  field  text not null,
  what   text not null,
  args   jsonb not null,
  -- Whether the product was left out because of it; else it was taken, and lacks this before it can be sold.
  left_out boolean not null,
  primary key (sheet, n, place)
);

-- What sellers' files call their products, so that the next file finds them.
create table catalogue.handles (
  store   uuid not null,
  handle  text not null,
  product uuid not null,
  primary key (store, handle)
);
create index handles_of_product on catalogue.handles (product);
create index variants_by_sku on catalogue.variants (sku) where sku <> '';
