-- People: who they are, how they sign in, where they live. Everything of a person is kept under the person's id.

create table parties.people (
  id                 uuid primary key,
  email              text not null,
  -- Empty until a letter to the address came back to us.
  email_confirmed_at timestamptz,
  name               text not null check (name <> ''),
  -- argon2id in PHC form; empty for people who were brought in without one, until they ask for a reset.
  password_hash      text,
  locale             text not null,
  country            text not null check (country ~ '^[A-Z]{2}$'),
  currency           text not null check (currency ~ '^[A-Z]{3}$'),
  created_at         timestamptz not null
);
create index people_unconfirmed on parties.people (email, id) where email_confirmed_at is null;

-- Whose an address is: only those that were confirmed, so that nobody can hold an address that is not theirs.
create table parties.emails (
  email        text primary key,
  person       uuid not null,
  confirmed_at timestamptz not null
);

create table parties.sessions (
  person     uuid not null,
  id         uuid not null,
  token_hash text not null,
  agent      text not null,
  address    text not null,
  created_at timestamptz not null,
  seen_at    timestamptz not null,
  expires_at timestamptz not null,
  primary key (person, id),
  unique (person, token_hash)
);
create index sessions_expire on parties.sessions (expires_at);

-- Links in letters: each proves once, for a time, that the mailbox was read.
create table parties.links (
  person     uuid not null,
  id         uuid not null,
  purpose    text not null check (purpose in ('confirm', 'change_email', 'restore_email', 'reset')),
  email      text not null,
  token_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  primary key (person, id),
  unique (person, token_hash)
);
create index links_expire on parties.links (expires_at);

-- How often somebody knocked in a window of time. `who` is a keyed hash: the table holds no address of anybody.
create table parties.knocks (
  who   text not null,
  what  text not null,
  since timestamptz not null,
  count int not null,
  primary key (who, what, since)
);
create index knocks_since on parties.knocks (since);

-- Where a person lets things be sent: kept as the kernel's checked address, each in its country's own form.
create table parties.addresses (
  person     uuid not null,
  id         uuid not null,
  address    jsonb not null,
  phone      text not null,
  -- The one that is offered first.
  first      boolean not null default false,
  created_at timestamptz not null,
  primary key (person, id)
);
create unique index addresses_first on parties.addresses (person) where first;
