-- A cart is the lines that somebody has laid aside; the owner is a person, or a guest whom only a cookie knows.
create table trade.cart_lines (
  owner    text not null,
  variant  uuid not null,
  quantity int not null check (quantity > 0),
  -- What one cost when it was laid in, so that a change can be told.
  seen_currency text not null,
  seen_minor    bigint not null,
  at       timestamptz not null,
  primary key (owner, variant)
);

-- What somebody bought in one go: who, where to, in which money. One order per store hangs from it.
create table trade.purchases (
  id          uuid primary key,
  buyer       text not null,
  email       text not null,
  name        text not null,
  address     jsonb not null,
  country     text not null,
  locale      text not null,
  currency    text not null,
  total_minor bigint not null check (total_minor >= 0),
  tax_id      text,
  -- Opens the purchase's page for somebody without an account.
  secret      text not null,
  pay_until   timestamptz not null,
  at          timestamptz not null
);
create index purchases_of_buyer on trade.purchases (buyer, at desc);

create table trade.orders (
  id             uuid primary key,
  number         text not null,
  purchase       uuid not null,
  buyer          text not null,
  store          uuid not null,
  state          text not null check (state in ('placed', 'lapsed', 'cancelled', 'funded', 'dispatched', 'delivered', 'completed', 'refunding', 'refunded')),
  -- The store's own money: what the escrow will hold.
  currency       text not null,
  goods_minor    bigint not null check (goods_minor >= 0),
  carriage_minor bigint not null check (carriage_minor >= 0),
  -- The buyer's money: what is paid.
  paid_currency       text not null,
  paid_goods_minor    bigint not null,
  paid_carriage_minor bigint not null,
  rate           jsonb not null,
  carriage       jsonb not null,
  digital        boolean not null,
  placed_at      timestamptz not null,
  funded_at      timestamptz,
  dispatched_at  timestamptz,
  delivered_at   timestamptz,
  completed_at   timestamptz,
  closed_at      timestamptz,
  dispatch_by    timestamptz,
  accept_by      timestamptz,
  -- Why it ended otherwise than by acceptance, and who said so: buyer, seller, desk, house.
  ended_by       text,
  ended_why      text
);
create index orders_of_purchase on trade.orders (purchase);
create index orders_of_buyer on trade.orders (buyer, placed_at desc);
create index orders_of_store on trade.orders (store, state, placed_at desc);
create index orders_by_number on trade.orders (number);
create index orders_by_state on trade.orders (state, placed_at desc);

create table trade.order_lines (
  order_id uuid not null references trade.orders,
  n        int not null,
  variant  uuid not null,
  product  uuid not null,
  category text not null,
  title    text not null,
  options  text not null,
  sku      text not null,
  picture  text,
  quantity int not null check (quantity > 0),
  unit_minor      bigint not null,
  paid_unit_minor bigint not null,
  grams    int not null,
  size_mm  int[] not null,
  hs       text not null,
  origin   text not null,
  battery  text not null,
  digital  boolean not null,
  primary key (order_id, n)
);

-- How long each step may take: dated, set at the desk, never deleted.
create table trade.timers (
  name    text not null,
  minutes int not null check (minutes between 1 and 525600),
  since   timestamptz not null,
  by      text not null,
  why     text not null,
  primary key (name, since)
);
