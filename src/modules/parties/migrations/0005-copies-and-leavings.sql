-- A copy of everything the house holds on a person, made when they ask for it; sealed, and struck off when its time is over.
create table parties.copies (
  person     uuid not null,
  id         uuid not null,
  asked_at   timestamptz not null,
  ready_at   timestamptz,
  body       text,
  expires_at timestamptz not null,
  primary key (person, id)
);
create index copies_expire on parties.copies (expires_at);

-- Whoever wants to leave has seven days to think better of it.
create table parties.leavings (
  person   uuid primary key,
  asked_at timestamptz not null,
  due_at   timestamptz not null
);

alter table parties.people
  -- Since when they let their looking around be kept, to be shown what may please them; empty: it is not kept.
  add column footprints_since timestamptz,
  -- Since when there is nobody any more: what was known of them is gone, and nobody signs in.
  add column left_at timestamptz;
