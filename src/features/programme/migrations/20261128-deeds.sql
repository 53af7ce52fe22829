-- What was done to a draft, deed by deed, with each session as it stood before and afterwards: what history shows, and
-- what can be taken back.
create table programme_deed (
  conference text not null references conference,
  number int not null check (number > 0),
  -- The name of the command.
  deed text not null,
  -- 'account/0190…', 'system/loader'.
  made_by text not null,
  made_at timestamptz not null,
  -- The number of the deed that this one took back.
  undoes int,
  primary key (conference, number)
);

create table session_state (
  conference text not null,
  number int not null,
  session uuid not null,
  -- Null: the session was not there.
  before json,
  -- Null: the session is no longer there.
  after json,
  primary key (conference, number, session),
  foreign key (conference, number) references programme_deed
);
create index session_state_session on session_state (session);

-- Who has agreed to publish the draft as it stands; any later change makes it void, because the version is another.
create table programme_sign_off (
  conference text not null references conference,
  version text not null,
  side text not null check (side in ('host', 'un')),
  signed_by text not null,
  signed_at timestamptz not null,
  primary key (conference, version, side, signed_by)
);

-- To whom a release was sent by letter, and what the secretariat added to it; null: to nobody.
alter table programme_release add column letter json;
