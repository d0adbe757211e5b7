-- Addresses of stores that want to be told what happens to their orders, payouts and products.
create table webhooks.endpoints (
  store          uuid not null,
  id             uuid not null,
  url            text not null,
  events         text[] not null,
  -- Sealed: what a delivery is signed with, and the one before it for as long as both count.
  secret         text not null,
  old_secret     text,
  old_until      timestamptz,
  made_at        timestamptz not null,
  -- Gets the letter when it is switched off.
  made_by        text not null,
  failing_since  timestamptz,
  off_at         timestamptz,
  off_why        text check (off_why in ('by_hand', 'failed_for_days', 'gone')),
  primary key (store, id),
  check ((off_at is null) = (off_why is null))
);

-- One event for one address. `body` is exactly what is sent; every try is an attempt.
create table webhooks.deliveries (
  store      uuid not null,
  id         uuid not null,
  endpoint   uuid not null,
  -- The fact it tells of, so that a fact told twice is one delivery.
  event      text not null,
  type       text not null,
  body       text not null,
  at         timestamptz not null,
  state      text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts   int not null default 0,
  next_at    timestamptz,
  last_status  int,
  last_problem text,
  primary key (store, id),
  unique (store, endpoint, event)
);
create index deliveries_of_store on webhooks.deliveries (store, at desc, id desc);
create index deliveries_old on webhooks.deliveries (at);

create table webhooks.attempts (
  store    uuid not null,
  delivery uuid not null,
  n        int not null,
  at       timestamptz not null,
  ms       int not null,
  status   int,
  problem  text,
  -- The beginning of what came back.
  answer   text not null,
  primary key (store, delivery, n)
);
