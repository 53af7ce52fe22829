-- Doors, and the secret that opens the list there: whoever has it looks at badges until the door is closed.
create table door (
  id uuid primary key,
  conference text not null references conference,
  name text not null,
  zone text not null,
  key text not null unique,
  opened_at timestamptz not null,
  opened_by text not null,
  closed_at timestamptz,
  seen_at timestamptz
);
create index door_conference on door (conference);

-- What doors wrote down, once each. A badge is an identifier that says nothing of its bearer.
create table door_scan (
  id uuid primary key,
  conference text not null references conference,
  door uuid not null references door,
  badge uuid,
  at timestamptz not null,
  direction text not null check (direction in ('in', 'out')),
  outcome text not null,
  received_at timestamptz not null
);
create index door_scan_conference on door_scan (conference, at);
create index door_scan_badge on door_scan (badge);
