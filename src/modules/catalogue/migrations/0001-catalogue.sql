-- What is for sale. Products and all that belongs to their listing are kept by product; what the cart and the till need
-- is kept by variant, because that is what people buy. Categories are small and the same everywhere.

create table catalogue.categories (
  id     text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  parent text references catalogue.categories,
  -- From the root down to the category itself.
  path   text[] not null check (path[cardinality(path)] = id),
  names  jsonb not null,
  -- What such goods are usually declared as: a suggestion to the seller, never a rule.
  hs     text check (hs ~ '^[0-9]{6,10}$'),
  place  int not null,
  source text not null
);

create table catalogue.attributes (
  category text not null references catalogue.categories,
  code     text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  names    jsonb not null,
  kind     text not null check (kind in ('text', 'number', 'choice', 'yes_no')),
  unit     text not null,
  required boolean not null,
  -- [{ code, names }]; only a choice has them.
  choices  jsonb not null,
  place    int not null,
  source   text not null,
  primary key (category, code),
  check ((kind = 'choice') = (choices <> '[]'))
);

create table catalogue.products (
  id           uuid primary key,
  store        uuid not null,
  state        text not null check (state in ('draft', 'in_review', 'live', 'suspended', 'withdrawn')),
  -- Live, and the store is open: what the shop shows.
  on_sale      boolean not null default false,
  category     text not null references catalogue.categories,
  kind         text not null check (kind in ('goods', 'digital')),
  currency     text not null check (currency ~ '^[A-Z]{3}$'),
  brand        text not null,
  -- By locale.
  titles       jsonb not null,
  descriptions jsonb not null,
  -- By the attribute's code: text, number, a choice's code, true or false.
  attributes   jsonb not null,
  -- [{ code, names, values: [{ code, names }] }]: what a buyer chooses between.
  options      jsonb not null,
  -- [{ hash, width, height }], the first is the one on cards.
  pictures     jsonb not null,
  -- For customs and carriers; empty until known, and only goods have them.
  hs           text not null,
  origin       text not null check (origin ~ '^([A-Z]{2})?$'),
  battery      text not null check (battery in ('none', 'lithium_ion_inside', 'lithium_ion_beside', 'lithium_ion_alone',
                                                'lithium_metal_inside', 'lithium_metal_beside', 'lithium_metal_alone', 'not_lithium')),
  -- The least that one costs, whether all cost that, the fewest that are sold, whether any are left: for cards.
  from_minor   bigint not null check (from_minor >= 0),
  varies       boolean not null,
  minimum      int not null,
  sold_out     boolean not null default false,
  -- A change of a listing that was reviewed before waits here, while the old one stays on sale.
  proposal       jsonb,
  proposal_state text check (proposal_state in ('waiting', 'refused')),
  -- What the desk said last.
  note         text,
  created_at   timestamptz not null,
  changed_at   timestamptz not null,
  -- Since when it waits for the desk.
  waits_since  timestamptz,
  listed_at    timestamptz,
  check ((proposal is null) = (proposal_state is null)),
  check (not on_sale or state = 'live')
);
create index products_of_store on catalogue.products (store, changed_at desc, id desc);
create index products_on_sale_of_store on catalogue.products (store, listed_at desc, id desc) where on_sale;
create index products_newest on catalogue.products (listed_at desc, id desc) where on_sale;
create index products_waiting on catalogue.products (waits_since, id) where waits_since is not null;

-- Each step begins at a number of pieces and costs less than the one before.
create function catalogue.tiers_are_right(tier_from int[], tier_minor bigint[]) returns boolean
language sql immutable parallel safe
return cardinality(tier_from) between 1 and 10 and cardinality(tier_from) = cardinality(tier_minor) and tier_from[1] >= 1 and tier_minor[cardinality(tier_minor)] >= 0
   and (cardinality(tier_from) = 1
        or not exists (select from generate_subscripts(tier_from, 1) as n
                        where n > 1 and (tier_from[n] <= tier_from[n - 1] or tier_minor[n] >= tier_minor[n - 1])));

create table catalogue.variants (
  product    uuid not null references catalogue.products,
  id         uuid not null,
  place      int not null,
  sku        text not null,
  gtin       text not null check (gtin ~ '^([0-9]{8}|[0-9]{12,14})?$'),
  -- The option's code to the value's code.
  choice     jsonb not null,
  -- The same in words, by locale.
  label      jsonb not null,
  tier_from  int[] not null,
  tier_minor bigint[] not null,
  -- One piece as it is packed to be sent: grams; millimetres of length, width, height.
  grams      int not null check (grams >= 0),
  size_mm    int[] not null check (cardinality(size_mm) = 3 and 0 <= all (size_mm)),
  primary key (product, id),
  constraint variants_tiers check (catalogue.tiers_are_right(tier_from, tier_minor))
);

-- What the cart, the checkout and the order need of a variant, in one row: rewritten whenever its product changes.
create table catalogue.offers (
  variant    uuid primary key,
  product    uuid not null,
  store      uuid not null,
  category   text not null,
  live       boolean not null,
  digital    boolean not null,
  titles     jsonb not null,
  label      jsonb not null,
  sku        text not null,
  currency   text not null,
  tier_from  int[] not null,
  tier_minor bigint[] not null,
  grams      int not null,
  size_mm    int[] not null,
  hs         text not null,
  origin     text not null,
  battery    text not null,
  picture    jsonb
);
create index offers_of_product on catalogue.offers (product);

-- Changed at every order, so it is narrow and leaves room on its pages.
create table catalogue.stock (
  variant uuid primary key,
  product uuid not null,
  on_hand int not null,
  held    int not null default 0,
  constraint stock_is_never_oversold check (0 <= held and held <= on_hand)
) with (fillfactor = 70);
create index stock_of_product on catalogue.stock (product);

-- Which order holds how many of what.
create table catalogue.holds (
  hold     text not null,
  variant  uuid not null,
  quantity int not null check (quantity > 0),
  state    text not null check (state in ('held', 'released', 'sold', 'returned')),
  at       timestamptz not null,
  primary key (hold, variant)
);

-- Where a product on sale stands: in its category and in all above it.
create table catalogue.shelves (
  product   uuid not null,
  category  text not null,
  listed_at timestamptz not null,
  primary key (product, category)
);
create index shelves_newest on catalogue.shelves (category, listed_at desc, product desc);

-- Pictures that sellers brought; the bytes are with the house's files, under the same hash.
create table catalogue.pictures (
  hash   text primary key,
  type   text not null,
  width  int not null,
  height int not null,
  bytes  int not null,
  store  uuid not null,
  at     timestamptz not null
);

-- What the buyer of a digital good is given once it is paid: a text, sealed, or a file.
create table catalogue.digital (
  variant uuid primary key,
  product uuid not null,
  sealed  text,
  hash    text,
  name    text,
  type    text,
  bytes   int,
  at      timestamptz not null,
  check ((sealed is null) <> (hash is null)),
  check (hash is null or (name is not null and type is not null and bytes is not null))
);
create index digital_of_product on catalogue.digital (product);

-- Stores whose goods are not on sale for the time being, whatever the goods' own state is.
create table catalogue.closed_stores (
  store uuid primary key,
  since timestamptz not null
);

-- How far a file was brought in, so that an import that was killed goes on where it was.
create table catalogue.imports (
  store      uuid not null,
  file_hash  text not null,
  source     text not null,
  lines      int not null default 0,
  brought    int not null default 0,
  renewed    int not null default 0,
  started_at timestamptz not null,
  ended_at   timestamptz,
  primary key (store, file_hash)
);

-- What was the matter with its rows: those left out, and those brought in after a mend of ours.
create table catalogue.import_problems (
  store     uuid not null,
  file_hash text not null,
  line      int not null,
  n         int not null,
  left_out  boolean not null,
  item      text not null,
  what      text not null,
  mend      text not null,
  primary key (store, file_hash, line, n),
  foreign key (store, file_hash) references catalogue.imports
);
