-- What somebody wants to have later: from a heart on a product, or put aside from the cart. The owner is a person or a guest, as of a cart.
create table trade.wishes (
  owner    text not null,
  variant  uuid not null,
  product  uuid not null,
  -- As many as lay in the cart; one where a heart was pressed.
  quantity int not null check (quantity > 0),
  -- What one cost then, in the store's money, so that the list shows then and now.
  seen_currency text not null,
  seen_minor    bigint not null,
  at       timestamptz not null,
  primary key (owner, variant)
);
create index wishes_of_product on trade.wishes (owner, product);
