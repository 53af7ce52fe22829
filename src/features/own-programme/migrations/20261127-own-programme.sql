-- Which sessions somebody chose for their own programme: nobody else is told.
create table chosen_session (
  account uuid not null references person,
  session uuid not null references session,
  conference text not null references conference,
  chosen_at timestamptz not null,
  primary key (account, session)
);
create index chosen_session_session on chosen_session (session);

-- The calendar that somebody follows by a secret address. Only a digest of the secret is kept: whoever reads the
-- database cannot follow it.
create table calendar_feed (
  account uuid primary key references person,
  digest text not null unique,
  since timestamptz not null
);
