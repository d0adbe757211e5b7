-- Which products a person looked at, of those who let it be kept; nobody else has a row here.
create table parties.footprints (
  person  uuid not null,
  product uuid not null,
  at      timestamptz not null,
  primary key (person, product)
);
create index footprints_old on parties.footprints (at);
