-- The machinery's own tables. Queues stay on one node of a cluster; everything else names its shard key first.

-- What was done under which key, so that a command sent again is answered, not done again.
create table platform.performed (
  actor      text not null,
  key        text not null,
  input_hash text not null,
  answer     text not null,
  at         timestamptz not null,
  primary key (actor, key)
);
create index performed_at on platform.performed using brin (at);

-- What happened: kept, in order of their ids.
create table platform.facts (
  id   uuid primary key,
  name text not null,
  body jsonb not null,
  at   timestamptz not null
);

-- Which reaction still owes a look at which fact.
create table platform.outbox (
  fact     uuid not null,
  reaction text not null,
  due_at   timestamptz not null,
  attempts int not null default 0,
  error    text,
  primary key (fact, reaction)
);
create index outbox_due on platform.outbox (due_at);

create table platform.jobs (
  id           uuid primary key,
  name         text not null,
  subject      text not null default '',
  body         jsonb not null default '{}',
  due_at       timestamptz not null,
  every_ms     bigint,
  attempts     int not null default 0,
  leased_until timestamptz,
  error        text
);
create index jobs_due on platform.jobs (due_at);
create index jobs_subject on platform.jobs (subject, name) where subject <> '';
create unique index jobs_periodic on platform.jobs (name) where every_ms is not null;

-- Each worker says that it lives, so that the desk sees one that does not.
create table platform.workers (
  id       uuid primary key,
  started  timestamptz not null,
  seen     timestamptz not null
);

-- Every staff deed, with its reason.
create table platform.audit (
  id      uuid primary key,
  at      timestamptz not null,
  actor   text not null,
  name    text not null,
  deed    text not null,
  subject text not null,
  why     text not null,
  detail  jsonb not null default '{}'
);
create index audit_subject on platform.audit (subject, at desc);
create index audit_at on platform.audit (at desc);

-- Webhooks from outside: stored first, processed once.
create table platform.webhooks (
  source    text not null,
  id        text not null,
  at        timestamptz not null,
  body      jsonb not null,
  done_at   timestamptz,
  primary key (source, id)
);

-- Webhooks that were not what they claim to be.
create table platform.webhooks_refused (
  id     uuid primary key,
  source text not null,
  at     timestamptz not null,
  why    text not null,
  sent_id text not null default ''
);

-- A life allows only its own steps; the triggers that refuse others are made from the life tables at each migration.
create function platform.refuse_step() returns trigger language plpgsql as $$
begin
  raise exception 'illegal step of %.%: % -> %', tg_table_schema, tg_table_name,
    case when tg_op = 'UPDATE' then to_jsonb(old) ->> tg_argv[0] else '(new)' end, to_jsonb(new) ->> tg_argv[0]
    using errcode = 'check_violation';
end $$;

-- Some rows are never changed: the ledger's, the audit trail's.
create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is written once and never changed', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger audit_is_kept before update or delete on platform.audit for each row execute function platform.refuse_change();
create trigger facts_are_kept before update on platform.facts for each row execute function platform.refuse_change();
