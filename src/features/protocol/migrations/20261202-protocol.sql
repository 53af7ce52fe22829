-- In which order the delegations of a conference stand, as its host decided.
create table protocol_order (
  conference text primary key references conference,
  version int not null check (version > 0),
  content jsonb not null
);

-- What stood there before, and who changed it.
create table protocol_order_version (
  conference text not null references protocol_order,
  version int not null,
  content jsonb not null,
  replaced_at timestamptz not null,
  replaced_by text not null,
  primary key (conference, version)
);

-- Who sits where, in one room at one occasion.
create table seating_plan (
  id uuid primary key,
  conference text not null references conference,
  version int not null check (version > 0),
  content jsonb not null
);
create index seating_plan_of on seating_plan (conference);
