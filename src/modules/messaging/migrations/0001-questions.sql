-- What somebody wants to know of a product before buying it, and what its store answered. Everybody reads both.
create table messaging.questions (
  id         uuid primary key,
  product    uuid not null,
  store      uuid not null,
  asker      uuid not null,
  -- How the asker is called where strangers read it: the first name.
  asker_name text not null,
  locale     text not null,
  text       text not null,
  state      text not null check (state in ('asked', 'answered', 'hidden')),
  asked_at   timestamptz not null,
  answer        text,
  answered_by   text,
  answered_name text,
  answered_at   timestamptz,
  edited_at     timestamptz,
  helpful    int not null default 0,
  unhelpful  int not null default 0,
  -- The desk's sentence, and who wrote it.
  hidden_why text,
  hidden_by  text,
  hidden_at  timestamptz,
  check (state <> 'answered' or answer is not null)
);
create index questions_of_product on messaging.questions (product, state, helpful desc, asked_at desc);
create index questions_of_store on messaging.questions (store, state, asked_at);
create index questions_of_asker on messaging.questions (asker, asked_at desc);
create index questions_by_state on messaging.questions (state, asked_at desc);

-- What an answer said before it was changed or taken back.
create table messaging.former_answers (
  question   uuid not null references messaging.questions,
  until      timestamptz not null,
  text       text not null,
  by_name    text not null,
  ended_by   text not null,
  primary key (question, until)
);

-- Who found an answer helpful, and who did not; one word from each.
create table messaging.verdicts (
  question uuid not null references messaging.questions,
  person   uuid not null,
  helpful  boolean not null,
  at       timestamptz not null,
  primary key (question, person)
);
