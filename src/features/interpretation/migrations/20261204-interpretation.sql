-- Into which languages a session is interpreted, and by whom.
create table interpretation (
  conference text not null references conference,
  session uuid not null references session on delete cascade,
  version int not null check (version > 0),
  content jsonb not null,
  primary key (conference, session)
);
