-- What came of asking the provider of a payment that nobody reported: the last few times, newest first.
create table payments.asks (
  purchase uuid not null,
  payment  uuid not null,
  -- [{ at, came, detail }]
  lines    jsonb not null,
  primary key (purchase, payment)
);
