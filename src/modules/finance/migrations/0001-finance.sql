-- What stores are owed and how it reaches their banks; what the provider and the bank say beside the books.

-- How a store wants its payouts. Its row is locked by whatever draws on the store's balance.
create table finance.payout_plans (
  store   uuid primary key,
  weekly  boolean not null,
  -- When the weekly payout is next made, why the last one was not, and who asked for it weekly.
  next_at timestamptz,
  skipped text,
  set_by  text not null,
  set_at  timestamptz not null
);
create index payout_plans_due on finance.payout_plans (next_at) where weekly;

-- The account is written down with the payout, sealed: who changes the store's account later does not turn it round.
create table finance.payouts (
  payout     uuid primary key,
  store      uuid not null,
  currency   text not null,
  minor      bigint not null check (minor > 0),
  state      text not null default 'requested',
  weekly     boolean not null,
  asked_by   text not null,
  holder     text not null,
  last4      text not null,
  account    text not null,
  bank_id    text,
  problem    text,
  asked_at   timestamptz not null,
  settled_at timestamptz,
  -- When the bank is next asked what became of it.
  look_at    timestamptz
);
create index payouts_of_store on finance.payouts (store, asked_at desc, payout desc);
create index payouts_newest on finance.payouts (asked_at desc, payout desc);
create index payouts_on_the_way on finance.payouts (store, currency) where settled_at is null;
create index payouts_to_look_at on finance.payouts (look_at) where settled_at is null;

-- The least that is paid out, by currency: dated, since banks change their fees. A currency without a row is not paid out.
create table finance.payout_minimums (
  currency   text not null,
  valid_from date not null,
  valid_to   date check (valid_to >= valid_from),
  minor      bigint not null check (minor > 0),
  source     text not null,
  primary key (currency, valid_from)
);

-- Stores whose balance has ever moved: those that get statements, and up to which month they have them.
create table finance.stores (
  store          uuid primary key,
  since          timestamptz not null,
  closed_through date
);

-- A month that is over, with what the store was owed when it began and when it ended.
create table finance.statements (
  store    uuid not null,
  currency text not null,
  month    date not null check (extract(day from month) = 1),
  opening  bigint not null,
  closing  bigint not null,
  lines    int not null,
  made_at  timestamptz not null,
  primary key (store, currency, month)
);
create trigger statements_are_kept before update or delete on finance.statements
  for each row execute function platform.refuse_change();

-- What the provider paid out to us, a day and currency at a time. One whose parts do not add up is kept with its problem, unbooked.
create table finance.settlements (
  settlement text primary key,
  provider   text not null,
  day        date not null,
  currency   text not null,
  gross      bigint not null,
  refunded   bigint not null,
  fee        bigint not null,
  net        bigint not null,
  paid_at    timestamptz not null,
  problem    text,
  booked_at  timestamptz
);
create index settlements_newest on finance.settlements (day desc, settlement desc);

-- The bank's statement of our account, beside our books: which line is which, and which is nothing of ours.
create table finance.bank_lines (
  line      text primary key,
  day       date not null,
  at        timestamptz not null,
  currency  text not null,
  minor     bigint not null check (minor <> 0),
  reference text not null,
  text      text not null,
  match     text not null check (match in ('payout', 'settlement', 'amount_differs', 'not_ours')),
  ours      text,
  explained text,
  explained_by text
);
create index bank_lines_of_day on finance.bank_lines (day desc, line);
create index bank_lines_open on finance.bank_lines (day) where match in ('amount_differs', 'not_ours') and explained is null;

-- A day of the statement that was fetched, with the balances the bank says and ours at that moment.
create table finance.bank_days (
  day        date not null,
  currency   text not null,
  opening    bigint not null,
  closing    bigint not null,
  fetched_at timestamptz not null,
  primary key (day, currency)
);
