-- Rooms that the protocol desk lends to two delegations.
create table bilateral_room (
  id uuid primary key,
  conference text not null references conference,
  name jsonb not null,
  seats int not null check (seats > 0),
  opens text not null,
  closes text not null,
  check (opens < closes)
);
create index bilateral_room_of on bilateral_room (conference);

-- A meeting of two delegations: asked for, answered, given a room and a time.
create table bilateral (
  id uuid primary key,
  conference text not null references conference,
  asking text not null references party,
  asked text not null references party,
  state text not null check (state in
    ('requested', 'accepted', 'declined', 'scheduled', 'held', 'cancelled')),
  version int not null check (version > 0),
  -- What both delegations and the protocol desk see of it.
  content jsonb not null,
  day date,
  starts text,
  ends text,
  room uuid references bilateral_room,
  changed_at timestamptz not null,
  check (asking <> asked),
  check ((day is null) = (starts is null) and (day is null) = (ends is null)),
  check (starts is null or starts < ends),
  check (state not in ('scheduled', 'held') or day is not null)
);
create index bilateral_of on bilateral (conference, state);
create index bilateral_asking on bilateral (conference, asking);
create index bilateral_asked on bilateral (conference, asked);

-- What was done to it, by whom and when.
create table bilateral_deed (
  bilateral uuid not null references bilateral,
  version int not null,
  at timestamptz not null,
  by text not null,
  deed text not null,
  note text,
  primary key (bilateral, version)
);
