-- The answer to a deed that was asked for with a key: asked again, it is given again.
create table deed (
  actor text not null,
  command text not null,
  key text not null,
  digest text not null,
  outcome jsonb not null,
  at timestamptz not null,
  primary key (actor, command, key)
);
create index deed_at on deed (at);

-- Which facts that ship with the product were loaded, and what they said.
create table shipped (
  file text not null,
  item text not null,
  digest text not null,
  primary key (file, item)
);
