-- Books that only grow. A transfer takes from one account (debit) and gives the same to another (credit), so every
-- entry balances by its form; what can go wrong is checked: twice the same entry, changed rows, overdrawn accounts.

create table ledger.transfers (
  entry     text not null,
  line      int not null,
  kind      text not null,
  reference text not null,
  at        timestamptz not null,
  debit     text not null,
  credit    text not null,
  currency  text not null,
  minor     bigint not null check (minor > 0),
  primary key (entry, line),
  check (debit <> credit)
);
create index transfers_of_debit on ledger.transfers (debit, at, entry, line);
create index transfers_of_credit on ledger.transfers (credit, at, entry, line);
create index transfers_at on ledger.transfers (at);

create trigger transfers_are_kept before update or delete on ledger.transfers
  for each row execute function platform.refuse_change();

-- What each account holds: credits less debits. Hot accounts are spread over several stripes, so that two sales at the
-- same moment do not wait for each other; their balance is the sum.
create table ledger.accounts (
  account  text not null,
  currency text not null,
  stripe   smallint not null,
  kind     text not null,
  guarded  boolean not null,
  minor    bigint not null,
  primary key (account, currency, stripe),
  constraint never_overdrawn check (not guarded or minor >= 0)
);
create index accounts_of_kind on ledger.accounts (kind);

-- The chain: each sealed transfer's hash is made from the one before it and from what the transfer says.
create table ledger.links (
  n     bigint primary key,
  entry text not null,
  line  int not null,
  hash  text not null,
  unique (entry, line)
);
create trigger links_are_kept before update or delete on ledger.links
  for each row execute function platform.refuse_change();

-- One row a day: up to which link the day reaches, and the hash that is published.
create table ledger.seals (
  day       date primary key,
  last_link bigint not null,
  transfers int not null,
  hash      text not null,
  previous  text not null,
  at        timestamptz not null
);
create trigger seals_are_kept before update or delete on ledger.seals
  for each row execute function platform.refuse_change();
