-- What somebody came to, of those who let it be kept: a person, or a guest by the secret of their browser.
create table discovery.footprints (
  who     text not null,
  product uuid not null,
  deed    text not null check (deed in ('looked', 'carted', 'bought')),
  at      timestamptz not null,
  primary key (who, product, deed)
);
create index footprints_old on discovery.footprints (at);

-- What was learned of it, an hour ago at the most: of each good its neighbours, the nearest first. Nobody is in it.
create table discovery.neighbours (
  product      uuid not null,
  -- by what was looked at, or by what was carted and bought
  by           text not null check (by in ('looks', 'buys')),
  near         uuid[] not null,
  near_weights real[] not null,
  far          uuid[] not null,
  far_weights  real[] not null,
  at           timestamptz not null,
  primary key (product, by)
);

-- For those of whom nothing is known: what a country looks at most, and, without a country, new goods that few have seen.
create table discovery.windows (
  country  text not null,
  shows    text not null check (shows in ('popular', 'new')),
  products uuid[] not null,
  primary key (country, shows)
);

create table discovery.lessons (
  n  int primary key check (n = 1),
  at timestamptz not null
);
