-- Everything about one purchase's money stands under the purchase, the shard key.

-- What each order of a purchase is to get, has got and gave back. The buyer's side in `currency`, the seller's in
-- `seller_currency`; escrow holds the seller's. These rows are locked, in the order of their ids, before any money of the
-- purchase moves. They have room to change in place.
create table payments.payees (
  purchase        uuid not null,
  order_id        uuid not null,
  store           uuid not null,
  payer           text not null,
  opened_at       timestamptz not null,
  currency        text not null,
  due             bigint not null,
  paid            bigint not null default 0,
  refunded        bigint not null default 0,
  seller_currency text not null,
  goods           bigint not null,
  held            bigint not null default 0,
  returned        bigint not null default 0,
  released        bigint not null default 0,
  commission      bigint not null default 0,
  carried         bigint not null default 0,
  clawed          bigint not null default 0,
  commission_back bigint not null default 0,
  mid             numeric not null,
  margin          bigint not null default 0,
  margin_back     bigint not null default 0,
  carriage        bigint not null,
  carriage_to     text not null,
  lines           jsonb not null,
  paid_at         timestamptz,
  released_at     timestamptz,
  closed_at       timestamptz,
  primary key (purchase, order_id),
  -- Each check is read anew at every change, so they are few and each says all of one thing.
  constraint no_more_than_due check (0 <= refunded and refunded <= paid and paid <= due),
  -- What is given back to the buyer cannot be released to the seller as well.
  constraint held_once check (0 <= returned and 0 <= released and returned + released <= held and held <= goods),
  -- Commission is at most five per cent of what the seller's side is paid.
  constraint commission_at_most_five_per_cent check (0 <= commission and commission * 10000 <= (released - carried) * 500),
  constraint no_more_back_than_released check (0 <= commission_back and commission_back <= clawed and clawed <= released),
  constraint no_more_margin_back check (0 <= margin_back and margin_back <= margin)
) with (fillfactor = 70);
create index payees_of_order on payments.payees (order_id);
create index payees_held_of_store on payments.payees (store) where released_at is null and closed_at is null;

create table payments.payments (
  purchase          uuid not null,
  id                uuid not null,
  method            text not null,
  provider          text not null,
  state             text not null default 'created',
  currency          text not null,
  amount            bigint not null,
  received_currency text,
  received          bigint not null default 0,
  given_back        bigint not null default 0,
  suspended         bigint not null default 0,
  problem           text,
  provider_id       text,
  redirect_url      text,
  slip              jsonb,
  pix               jsonb,
  -- Name, mail and tax id, sealed; struck when the provider need not be asked again.
  customer          text,
  description       text not null,
  locale            text not null,
  return_url        text not null,
  installments      int not null default 1,
  created_at        timestamptz not null,
  expires_at        timestamptz not null,
  late_until        timestamptz not null,
  paid_at           timestamptz,
  -- When the provider is asked next, and how often it was asked.
  look_at           timestamptz,
  looks             int not null default 0,
  asked_at          timestamptz,
  primary key (purchase, id),
  constraint never_more_back_than_came check (0 < amount and 0 <= given_back and 0 <= suspended and given_back + suspended <= received)
) with (fillfactor = 70);
-- Ids are by time, so this one also lists the newest. Few indexes, so that a payment's steps change it in place.
create index payments_by_id on payments.payments (id);
create index payments_to_look_at on payments.payments (look_at) where look_at is not null;
create index payments_in_suspense on payments.payments (id) where suspended > 0;

-- How much of a payment went to which order, so that it goes back the same way.
create table payments.shares (
  purchase uuid not null,
  payment  uuid not null,
  order_id uuid not null,
  amount   bigint not null check (amount > 0),
  returned bigint not null default 0 check (returned between 0 and amount),
  primary key (purchase, payment, order_id)
);

-- Money owed back to the buyer: for an order, or for what came without an order that wanted it.
create table payments.refunds (
  purchase        uuid not null,
  id              uuid not null,
  order_id        uuid,
  currency        text not null,
  amount          bigint not null check (amount > 0),
  seller_currency text,
  seller_amount   bigint not null default 0 check (seller_amount >= 0),
  why             text not null,
  whole           boolean not null,
  asked_by        text not null,
  at              timestamptz not null,
  done_at         timestamptz,
  primary key (purchase, id)
);
create index refunds_of_order on payments.refunds (order_id) where order_id is not null;
create index refunds_newest on payments.refunds (at desc, id desc);

-- A refund goes back by the payments that brought the money, each part by itself.
create table payments.refund_parts (
  purchase    uuid not null,
  refund      uuid not null,
  id          uuid not null,
  payment     uuid not null,
  state       text not null default 'owed',
  amount      bigint not null check (amount > 0),
  attempt     int not null default 1,
  provider_id text,
  problem     text,
  look_at     timestamptz,
  looks       int not null default 0,
  at          timestamptz not null,
  done_at     timestamptz,
  primary key (purchase, refund, id)
);
create index refund_parts_by_id on payments.refund_parts (id);
create index refund_parts_to_look_at on payments.refund_parts (look_at) where look_at is not null;
create index refund_parts_in_trouble on payments.refund_parts (at) where state in ('failed', 'unknown');

-- Ways to pay, dated, because they come and go.
create table payments.methods (
  code           text not null,
  valid_from     date not null,
  valid_to       date check (valid_to > valid_from),
  provider       text not null,
  countries      text[] not null,
  not_countries  text[] not null default '{}',
  currencies     text[] not null,
  window_minutes int not null check (window_minutes between 1 and 100000),
  late_days      int not null default 0 check (late_days between 0 and 60),
  needs          text[] not null default '{}',
  limits         jsonb not null default '{}',
  installments   jsonb not null default '{}',
  refund_days    int not null check (refund_days >= 0),
  rank           int not null default 100,
  source         text not null,
  primary key (code, valid_from)
);

-- What the platform takes of a sale: by category and store, at most five per cent.
create table payments.commission_rules (
  id         uuid primary key,
  category   text,
  store      uuid,
  bps        int not null,
  valid_from date not null,
  valid_to   date check (valid_to > valid_from),
  source     text not null,
  constraint at_most_five_per_cent check (bps between 0 and 500)
);
