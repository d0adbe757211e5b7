-- What a store's own people write beside an order, for each other. Never changed, never shown outside the store.
create table trade.order_notes (
  order_id uuid not null references trade.orders,
  id       uuid not null,
  by       text not null,
  name     text not null,
  text     text not null,
  at       timestamptz not null,
  primary key (order_id, id)
);

-- Where a store keeps a variant: a shelf, a bin. The pick list is walked in the order of these places.
create table trade.shelves (
  store   uuid not null,
  variant uuid not null,
  place   text not null,
  at      timestamptz not null,
  primary key (store, variant)
);
