-- What the desk decided last on a product, and how it stood before: for some minutes whoever decided may take it back.
create table catalogue.decisions (
  product  uuid primary key,
  decision text not null check (decision in ('listed', 'refused')),
  by       text not null,
  at       timestamptz not null,
  -- { state, proposal, proposalState, waitsSince, note }, and the listing where a change was laid over it.
  before   jsonb not null
);
