-- The programme of a conference: what its secretariat works on, and what was released. Content is json, not jsonb:
-- it comes back with its keys in the order of the model.
create table session (
  id uuid primary key,
  conference text not null references conference,
  slug text not null,
  content json not null,
  constraint "programme.slug-taken" unique (conference, slug)
);

-- A release is frozen: its zone and its sessions stay what they were when it was published.
create table programme_release (
  conference text not null references conference,
  number int not null check (number > 0),
  at timestamptz not null,
  note json not null,
  zone text not null,
  sessions json not null,
  -- Of zone and sessions: what was worked out for a release once holds for whatever says the same.
  digest text not null,
  -- Null for the first release, which has nothing to differ from.
  difference json,
  primary key (conference, number)
);

-- Everything that was ever said about running late; the last report of a session counts, 0 takes it back.
create table session_delay (
  session uuid not null references session,
  conference text not null references conference,
  reported_at timestamptz not null,
  minutes int not null check (minutes between 0 and 600),
  primary key (session, reported_at)
);
create index session_delay_conference on session_delay (conference);

-- What a shipped file said when it was last loaded: only what the file changes since then is loaded again, so that
-- nothing that people changed in between is overwritten.
create table programme_load (
  conference text primary key references conference,
  content json not null
);
