-- Texts of pages and letters as the desk sets them, over what the house came with. The last of each language counts; an
-- empty one gives way to the house's own again. Nothing is struck out, so that it can be put back.
create table platform.texts (
  key    text not null,
  id     uuid not null,
  locale text not null,
  -- What was set before; empty where it was the house's own.
  was    text not null,
  text   text not null,
  by     text not null,
  at     timestamptz not null,
  why    text not null,
  primary key (key, id)
);
