-- Everything about one purchase's money stands under the purchase, the shard key. Its own row is locked before any of it changes.
create table payments.purchases (
  purchase  uuid primary key,
  currency  text not null,
  payer     text not null,
  opened_at timestamptz not null
);

-- What each order of a purchase is to get, has got and gave back. The buyer's side in `currency`, the seller's in
-- `seller_currency`; escrow holds the seller's.
create table payments.payees (
  purchase        uuid not null,
  order_id        uuid not null,
  store           uuid not null,
  currency        text not null,
  due             bigint not null check (due >= 0),
  paid            bigint not null default 0 check (paid between 0 and due),
  refunded        bigint not null default 0 check (refunded between 0 and paid),
  seller_currency text not null,
  goods           bigint not null check (goods >= 0),
  held            bigint not null default 0 check (held between 0 and goods),
  returned        bigint not null default 0 check (returned >= 0),
  released        bigint not null default 0 check (released >= 0),
  commission      bigint not null default 0,
  carried         bigint not null default 0 check (carried >= 0),
  clawed          bigint not null default 0 check (clawed between 0 and released),
  commission_back bigint not null default 0,
  mid             numeric not null check (mid > 0),
  margin          bigint not null default 0 check (margin >= 0),
  margin_back     bigint not null default 0 check (margin_back between 0 and margin),
  carriage        bigint not null check (carriage between 0 and goods),
  carriage_to     text not null,
  lines           jsonb not null,
  paid_at         timestamptz,
  released_at     timestamptz,
  closed_at       timestamptz,
  primary key (purchase, order_id),
  -- What is given back to the buyer cannot be released to the seller as well.
  constraint held_once check (returned + released <= held),
  -- Commission is at most five per cent of what the seller's side is paid.
  constraint commission_at_most_five_per_cent check (commission >= 0 and commission * 10000 <= (released - carried) * 500),
  constraint commission_back_at_most_what_was_taken check (commission_back between 0 and commission and commission_back <= clawed)
);
create index payees_of_order on payments.payees (order_id);
create index payees_held_of_store on payments.payees (store) where released_at is null and paid > refunded;

create table payments.payments (
  purchase          uuid not null,
  id                uuid not null,
  method            text not null,
  provider          text not null,
  state             text not null default 'created',
  currency          text not null,
  amount            bigint not null check (amount > 0),
  received_currency text,
  received          bigint not null default 0 check (received >= 0),
  given_back        bigint not null default 0,
  suspended         bigint not null default 0 check (suspended >= 0),
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
  installments      int not null default 1 check (installments between 1 and 24),
  created_at        timestamptz not null,
  expires_at        timestamptz not null,
  late_until        timestamptz not null,
  paid_at           timestamptz,
  -- When the provider is asked next, and how often it was asked.
  look_at           timestamptz,
  looks             int not null default 0,
  asked_at          timestamptz,
  primary key (purchase, id),
  constraint never_more_back_than_came check (given_back between 0 and received),
  constraint suspended_is_received check (suspended <= received - given_back)
);
create index payments_by_id on payments.payments (id);
create index payments_to_look_at on payments.payments (look_at) where look_at is not null;
create index payments_newest on payments.payments (created_at desc, id desc);
create index payments_by_state on payments.payments (state, created_at desc);
create index payments_by_provider_id on payments.payments (provider_id);

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
