-- Forms that ship with the product, for a conference to take over and change.
create table registration_preset (
  kind text primary key,
  content jsonb not null
);

-- What a conference asks of people who come on their own.
create table registration_form (
  conference text not null references conference,
  kind text not null,
  version int not null check (version > 0),
  content jsonb not null,
  primary key (conference, kind)
);

-- An address that somebody gave, and to which a link went: nothing is kept of them before they follow it.
create table registration_start (
  digest text primary key,
  conference text not null references conference,
  kind text not null,
  address text not null,
  language text not null,
  at timestamptz not null
);
create index registration_start_address on registration_start (conference, address, at);
create index registration_start_at on registration_start (at);
