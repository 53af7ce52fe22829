-- Two parties that agreed here to give something together; both in alphabetical order of their codes.
create table working_pair (
  one text not null references party,
  other text not null references party,
  -- The proposal on which they agreed.
  proposal uuid not null,
  conference text not null references conference,
  at timestamptz not null,
  -- Whether they did so for the first time, as far as it was known then.
  kind text not null check (kind in ('new', 'strengthened')),
  primary key (one, other, proposal),
  check (one < other)
);
create index working_pair_of on working_pair (conference, at);
