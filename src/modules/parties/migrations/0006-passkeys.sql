-- Passkeys: keys of a person's own devices, which sign in without a password. Only the public half is ever here.
create table parties.passkeys (
  person     uuid not null,
  id         uuid not null,
  -- What the device calls it, base64url, and the key its answers are checked with, in COSE form.
  credential text not null,
  public_key bytea not null,
  -- How often it answered, as it says itself; a copy of it falls behind. Many devices say 0 for ever.
  counter    bigint not null,
  transports text[] not null,
  name       text not null check (name <> ''),
  -- Whether it is also on the person's other devices.
  backed_up  boolean not null,
  created_at timestamptz not null,
  used_at    timestamptz,
  -- Removed ones open nothing; for a day they can be put back.
  removed_at timestamptz,
  primary key (person, id),
  unique (person, credential)
);
create index passkeys_removed on parties.passkeys (removed_at) where removed_at is not null;

-- What a device is asked to sign: once, and within minutes. Empty of a person while nobody knows who signs in.
create table parties.challenges (
  challenge_hash text primary key,
  purpose        text not null check (purpose in ('add', 'sign_in')),
  person         uuid,
  expires_at     timestamptz not null
);
create index challenges_expire on parties.challenges (expires_at);
