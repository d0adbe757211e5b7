-- A webhook that could not be processed waits here with its reason and is tried again; after the last try it waits for a person.
alter table platform.webhooks
  add column attempts int not null default 0,
  add column error    text,
  add column due_at   timestamptz;
create index webhooks_due on platform.webhooks (due_at) where done_at is null;
create index webhooks_at on platform.webhooks using brin (at);
create index webhooks_refused_at on platform.webhooks_refused (at desc);
