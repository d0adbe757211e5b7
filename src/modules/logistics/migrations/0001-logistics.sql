-- How parcels are carried, at what price, and what happened to them.

-- A store's own carriage: what its own parcels cost, by zone of countries. `{*}` is everywhere else.
create table logistics.carriage_zones (
  store           uuid not null,
  zone            int not null,
  name            text not null,
  countries       text[] not null,
  currency        text not null,
  base_minor      bigint not null check (base_minor >= 0),
  per_kg_minor    bigint not null check (per_kg_minor >= 0),
  free_from_minor bigint check (free_from_minor > 0),
  max_grams       int check (max_grams > 0),
  days_from       int not null check (days_from >= 0),
  days_to         int not null check (days_to >= days_from),
  primary key (store, zone)
);

-- The lines that stores share: few rows, read by all.
create table logistics.lines (
  line    text primary key,
  name    text not null,
  carrier text not null,
  origins text[] not null
);

-- What a line charges and promises in a zone, from one day to another (both inside; no end: until further notice).
create table logistics.rate_cards (
  line       text not null references logistics.lines (line),
  zone       text not null,
  valid_from date not null,
  valid_to   date,
  countries  text[] not null,
  days_from  int not null,
  days_to    int not null check (days_to >= days_from),
  divisor    int not null check (divisor > 0),
  step       int not null check (step > 0),
  max_grams  int not null check (max_grams > 0),
  longest_mm int not null check (longest_mm > 0),
  girth_mm   int not null check (girth_mm > 0),
  batteries  text[] not null,
  breaks     jsonb not null,
  source     text not null,
  added_by   text not null,
  added_at   timestamptz not null,
  primary key (line, zone, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);

-- A box on its way to a buyer. `state` and the times are what its parcel's scans say, written in the same transaction
-- as the scans: a copy for lists, never a second truth.
create table logistics.shipments (
  shipment      uuid primary key,
  order_id      uuid not null,
  store         uuid not null,
  reference     text not null,
  by            text not null check (by in ('seller', 'line')),
  line          text,
  carrier       text not null,
  number        text,
  booking       text check (booking in ('asked', 'booked', 'refused', 'unanswered')),
  problem       text,
  routing_code  text,
  sender        jsonb not null,
  addressee     jsonb not null,
  country       text not null,
  grams         int,
  size_mm       int[],
  contents      jsonb not null,
  state         text not null,
  created_at    timestamptz not null,
  withdrawn_at  timestamptz,
  accepted_at   timestamptz,
  delivered_at  timestamptz,
  returned_at   timestamptz,
  lost_at       timestamptz,
  -- The newest scan's own time, when we last learned something, and when we last asked.
  last_event_at timestamptz,
  heard_at      timestamptz not null,
  asked_at      timestamptz,
  -- Ends that were announced: each at most once, also when one was taken back and came again.
  announced     text[] not null default '{}',
  check ((by = 'line') = (line is not null)),
  check ((by = 'line') = (booking is not null))
);
create index shipments_of_order on logistics.shipments (order_id);
create index shipments_of_store on logistics.shipments (store, created_at desc, shipment desc);
create index shipments_by_number on logistics.shipments (number text_pattern_ops);
create index shipments_newest on logistics.shipments (created_at desc, shipment desc);
create index shipments_silent on logistics.shipments (heard_at) where delivered_at is null and returned_at is null and lost_at is null and withdrawn_at is null;

-- A number of a carrier. Scans may come before we know whose parcel it is; then `shipment` is empty. Numbers come again
-- after a year: scans from before `counts_from` belong to an earlier parcel.
create table logistics.parcels (
  number      text not null,
  carrier     text not null,
  shipment    uuid,
  since       timestamptz not null,
  counts_from timestamptz not null,
  primary key (number, carrier)
);
create index parcels_unclaimed on logistics.parcels (since) where shipment is null;

-- What was scanned, as it was told and as we read it. The same scan told twice is one row; nothing is ever changed.
create table logistics.scans (
  number      text not null,
  carrier     text not null,
  code        text not null,
  at          timestamptz not null,
  place       text not null,
  status      text,
  country     text not null,
  says        text not null,
  corrects    boolean not null,
  raw         jsonb not null,
  told_by     text not null,
  received_at timestamptz not null,
  primary key (number, carrier, code, at, place)
);
create trigger scans_are_kept before update on logistics.scans for each row execute function platform.refuse_change();
