-- Names of categories and their attributes as the desk sets them, over what the house came with. The last of each language
-- counts; an empty one gives way to the house's own again. Nothing is struck out, so that it can be put back.
create table catalogue.renamings (
  category  text not null,
  id        uuid not null,
  -- Empty for the category itself.
  attribute text not null default '',
  locale    text not null,
  was       text not null,
  name      text not null,
  by        text not null,
  at        timestamptz not null,
  why       text not null,
  primary key (category, id)
);
