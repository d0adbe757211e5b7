-- How long answers took, by page and hour. `counts` has one number for each span of time; three spans are twice as long.
create table platform.paces (
  hour   timestamptz not null,
  place  text not null,
  counts int[] not null,
  primary key (hour, place)
);

-- What broke, once for each kind: without names, numbers or anything else that was in the words.
create table platform.troubles (
  kind     text primary key,
  place    text not null,
  says     text not null,
  frames   text not null,
  first_at timestamptz not null,
  last_at  timestamptz not null,
  times    bigint not null,
  -- The last requests that it happened to: under these names the log tells more.
  requests text[] not null
);
create index troubles_last on platform.troubles (last_at desc);
