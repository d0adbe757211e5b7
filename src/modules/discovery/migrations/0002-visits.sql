-- How often the pages of a store's goods were looked at: counts only, nobody is in them.
create table discovery.visits (
  store   uuid not null,
  day     date not null,
  product uuid not null,
  country text not null,
  looks   int  not null check (looks > 0),
  primary key (store, day, product, country)
);
