-- Stores: who works in them, what the seller is asked for, how it was decided, where payouts go, keys for programs.
-- Everything of a store is kept under the store's id.

create table parties.stores (
  id              uuid primary key,
  slug            text not null,
  name            text not null check (name <> ''),
  about           text not null default '',
  kind            text not null check (kind in ('company', 'person')),
  country         text not null check (country ~ '^[A-Z]{2}$'),
  currency        text not null check (currency ~ '^[A-Z]{3}$'),
  city            text not null default '',
  -- SHA-256 of its sign (logo) among the files.
  logo            text,
  state           text not null,
  -- What the law wants shown to buyers of who stands behind the store; filled when it is admitted.
  shown           jsonb,
  created_at      timestamptz not null,
  submitted_at    timestamptz,
  opened_at       timestamptz,
  -- When who stands behind it was last checked against the papers, and when that must be done again.
  verified_at     timestamptz,
  verify_again_at timestamptz
);
create index stores_waiting on parties.stores (submitted_at, id) where state = 'in_review';
create index stores_by_state on parties.stores (state, id);
create index stores_to_verify on parties.stores (verify_again_at, id) where state in ('open', 'suspended');

-- Which store an address of the shop means.
create table parties.slugs (
  slug  text primary key,
  store uuid not null
);

-- Who works in which store. Small and rarely changed: on a cluster a reference table, for it is read by store and by person.
create table parties.members (
  store  uuid not null,
  person uuid not null,
  roles  text[] not null check (cardinality(roles) > 0 and roles <@ array['owner', 'products', 'orders', 'finance']),
  since  timestamptz not null,
  primary key (store, person)
);
create index members_of_person on parties.members (person, store);

create table parties.invitations (
  store       uuid not null,
  id          uuid not null,
  email       text not null,
  roles       text[] not null check (cardinality(roles) > 0 and roles <@ array['owner', 'products', 'orders', 'finance']),
  token_hash  text not null,
  invited_by  text not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  accepted_by uuid,
  ended_at    timestamptz,
  primary key (store, id),
  unique (store, token_hash)
);
create unique index invitations_open on parties.invitations (store, email) where ended_at is null;

-- Who the seller is: numbers, address, telephone. Sealed; nobody reads it in the table.
create table parties.dossiers (
  store      uuid primary key,
  sealed     text not null,
  -- A keyed hash of the number that names the seller, to find two stores of one seller without reading either.
  mark       text,
  changed_at timestamptz not null
);
create index dossiers_mark on parties.dossiers (mark) where mark is not null;

-- Papers of the seller. The bytes are among the files, sealed.
create table parties.papers (
  store    uuid not null,
  id       uuid not null,
  kind     text not null,
  file     text not null,
  type     text not null,
  bytes    int not null,
  added_at timestamptz not null,
  added_by text not null,
  primary key (store, id)
);

-- What the desk decided, with the sentence that both sides read.
create table parties.decisions (
  store   uuid not null,
  id      uuid not null,
  at      timestamptz not null,
  deed    text not null,
  why     text not null,
  by_name text not null,
  primary key (store, id)
);
create trigger decisions_are_kept before update or delete on parties.decisions for each row execute function platform.refuse_change();

-- Where payouts go. Sealed but for the last letters; the one without an end is in use.
create table parties.payout_accounts (
  store       uuid not null,
  id          uuid not null,
  country     text not null,
  currency    text not null,
  sealed      text not null,
  last4       text not null,
  set_at      timestamptz not null,
  set_by      text not null,
  replaced_at timestamptz,
  primary key (store, id)
);
create unique index payout_accounts_in_use on parties.payout_accounts (store) where replaced_at is null;

create table parties.keys (
  store      uuid not null,
  id         uuid not null,
  name       text not null,
  roles      text[] not null check (cardinality(roles) > 0 and roles <@ array['products', 'orders', 'finance']),
  token_hash text not null,
  hint       text not null,
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz,
  used_at    timestamptz,
  revoked_at timestamptz,
  primary key (store, id),
  unique (store, token_hash)
);

-- What a seller is asked for, by country and kind: dated rows. `*` is every country without a row of its own.
create table parties.identity_rules (
  country    text not null,
  kind       text not null check (kind in ('company', 'person')),
  valid_from date not null,
  valid_to   date check (valid_to > valid_from),
  body       jsonb not null,
  source     text not null,
  primary key (country, kind, valid_from)
);
