-- The second step of a sign-in: a code that the person's own device shows. The secret of it is sealed with the house's key.
create table parties.second_steps (
  person       uuid primary key,
  secret       text not null,
  -- Empty until a first code from the device was right: before that nothing is asked for.
  confirmed_at timestamptz,
  -- Thirty seconds since 1970 of the last code that was used: none opens twice.
  last_step    bigint not null default 0,
  created_at   timestamptz not null
);

-- For the day the device is lost: each opens once. Only hashes are kept.
create table parties.recovery_codes (
  person    uuid not null,
  code_hash text not null,
  used_at   timestamptz,
  primary key (person, code_hash)
);

-- When the session was proven by a second step; empty for one that a password alone opened.
alter table parties.sessions add column proven_at timestamptz;
