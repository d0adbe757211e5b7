-- What one euro was worth, by currency and day. A row is changed only when its source corrects itself.
create table exchange.rates (
  currency text not null,
  day      date not null,
  rate     numeric not null check (rate > 0),
  source   text not null,
  at       timestamptz not null,
  primary key (currency, day)
);
create index rates_of_day on exchange.rates (day);

-- The currencies that ever had a rate: a small reference, so that the latest of each is found without a scan.
create table exchange.currencies (
  currency text primary key
);

-- How far above the middle rate a buyer pays: dated, by pair ('*' is any) and by how long the rate is held.
create table exchange.margins (
  id            uuid primary key,
  from_currency text not null default '*',
  to_currency   text not null default '*',
  over_minutes  int not null default 0 check (over_minutes >= 0),
  bps           int not null check (bps between 0 and 1000),
  valid_from    date not null,
  valid_to      date check (valid_to > valid_from),
  source        text not null
);

-- How old a rate may be before nobody is held to it, and how long a quote lasts where nothing else is said.
create table exchange.settings (
  valid_from    date primary key,
  oldest_days   int not null check (oldest_days between 1 and 60),
  quote_minutes int not null check (quote_minutes between 1 and 1440),
  source        text not null
);

-- One row per quote: the promise as it was made, with its source.
create table exchange.quotes (
  id            uuid primary key,
  from_currency text not null,
  to_currency   text not null,
  mid           numeric not null check (mid > 0),
  margin_bps    int not null,
  rate          numeric not null check (rate > 0),
  day           date not null,
  source        text not null,
  locked_at     timestamptz not null,
  expires_at    timestamptz not null
);
create index quotes_locked on exchange.quotes (locked_at desc, id desc);

-- What the open positions gained or lost since the day before, in euro.
create table exchange.revaluations (
  day       date primary key,
  rates_of  date not null,
  positions jsonb not null,
  gain      bigint not null,
  at        timestamptz not null
);
