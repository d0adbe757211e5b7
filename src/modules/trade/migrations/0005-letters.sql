-- Whether the buyer is written to about an order: never asked for; the first letter is due; it is out and others follow it.
alter table trade.orders add column letters text not null default 'none' check (letters in ('none', 'due', 'sent'));

-- Up to when stores were told of their new orders.
create table trade.told (
  what  text primary key,
  until timestamptz not null
);
